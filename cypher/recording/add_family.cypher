// Store a new family; the same id again changes nothing.
// mode: write
// sight: none: a new family, made by an account that may record
// param id: string
// param name: string
// param by: string
MERGE (family:Family {id: $id})
ON CREATE SET family.name = $name, family.programme = false, family.added_by = $by
