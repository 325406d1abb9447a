// Stores a live agency; one with this id stays as it is.
// mode: write
// sight: none: an operator's act
// param id: string
// param name: string
// param kind: string
// param sector: string
MERGE (a:Agency {id: $id})
ON CREATE SET a.name = $name, a.kind = $kind, a.sector = $sector, a.status = 'live'
