// Take back what one act has added: its work, ties and memberships; and each of its people whom nobody else has touched.
// mode: write
// sight: none: written after the fragment has decided in the same transaction; the answer tells nothing of others' acts
// param person: string
// param account: string
// What the act made itself bears its account. Whoever has anything else by now stays, without what the act made.
MATCH (client:Person {id: $person})
WHERE client.added_by = $account
CALL (client) {
  RETURN client AS x
  UNION
  MATCH (client)-[made]-(x:Person)
  WHERE made.added_by = $account AND x.added_with = client.id
  RETURN x
  UNION
  MATCH (client)-[mine:MEMBER_OF]->(:Family)<-[theirs:MEMBER_OF]-(x:Person)
  WHERE mine.added_by = $account AND theirs.added_by = $account AND x.added_with = client.id
  RETURN x
}
WITH collect(DISTINCT x) AS people
WITH people, COLLECT { UNWIND people AS x MATCH (x)-[made]-() WHERE made.added_by = $account RETURN DISTINCT made } AS made,
  COLLECT {
    UNWIND people AS x
    MATCH (x)-[mine:MEMBER_OF]->(family:Family)
    WHERE mine.added_by = $account
    RETURN DISTINCT family
  } AS families
FOREACH (edge IN made | DELETE edge)
WITH people, families
CALL (people) {
  UNWIND people AS x
  WITH x WHERE NOT EXISTS { (x)<-[:INVOLVED_WITH]-(:Practitioner) }
  REMOVE x:Client
}
CALL (people) {
  UNWIND people AS x
  WITH x WHERE NOT EXISTS { (x)--() }
    AND NOT EXISTS { MATCH (former:Former {of: x.id}) WHERE former.changed_by <> $account }
    AND NOT EXISTS { MATCH (proposal:Proposal {subject: x.id}) WHERE proposal.maker <> $account }
    AND NOT EXISTS { MATCH (proposal:Proposal {other: x.id}) WHERE proposal.maker <> $account }
  DELETE x
}
WITH families
UNWIND families AS family
WITH family WHERE family.added_by = $account AND NOT EXISTS { (family)<-[:MEMBER_OF]-(:Person) }
DELETE family
