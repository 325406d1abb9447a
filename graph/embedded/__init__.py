"""Neo4j Community as a child process, for machines that have no server of their own."""
