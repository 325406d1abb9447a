MERGE (mark:EngineTest {id: $given.id})
