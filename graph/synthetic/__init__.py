"""A believable area that does not exist: people, families, agencies and who works with whom.

Pure: the same number of people, seed and instant give the same bytes. Nothing here knows Neo4j, the clock or
the network.
`docs/synthetic-area.md` says what is in it and in which proportions.
"""
