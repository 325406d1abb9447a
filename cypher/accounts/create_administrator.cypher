// Stores an active administrator of an agency; nothing where the agency does not exist.
// mode: write
// sight: none: an operator's act
// param account: string
// param username: string
// param username_key: string
// param password_hash: string
// param agency: string
// column account: string
// row: graph.accounts.AccountId
// rows: one
MATCH (a:Agency {id: $agency})
MERGE (v:Account {id: $account})
ON CREATE SET v.username = $username, v.username_key = $username_key, v.password_hash = $password_hash,
              v.role = 'administrator', v.status = 'active', v.areas = []
MERGE (v)-[:OF]->(a)
RETURN v.id AS account
