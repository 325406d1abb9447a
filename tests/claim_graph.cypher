MERGE (mark:TestDatabase {id: 'tests'})
