// Store a family that parts from another, in its area and in no programme; the same id again changes nothing.
// mode: write
// sight: none: written after the fragment has decided in the same transaction
// param id: string
// param name: string
// param source: string
MATCH (source:Family {id: $source})
MERGE (family:Family {id: $id})
ON CREATE SET family.name = $name, family.area = source.area, family.programme = false
