// Store practitioners, without whom they work for.
// mode: write
// sight: none: an operator's import and export, which need the whole graph
// param rows: list<map>
UNWIND $rows AS row
MERGE (practitioner:Practitioner {id: row.id})
SET practitioner += {name: row.name, job_title: row.job_title, landline: row.landline, mobile: row.mobile,
  email: row.email, preferred_contact: row.preferred_contact, best_time: row.best_time}
