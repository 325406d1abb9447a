// Whose work with a person the account is shown in full, and whether its own is that of a sensitive service.
// fragment: in what person.cypher gives; out the same and shown_work (maps), of_sensitive_service
// A service is sensitive by its kind of agency or by its type of work. The mark that a holder may set on their own work does
// not make it one, nor does a type that was changed since: nobody widens their own sight alone. So own work is asked of the
// fragment a second time, without its mark.
CALL (*) {
  MATCH (x)<-[held:INVOLVED_WITH]-(p:Practitioner)
  MATCH (a:Agency {id: held.agency_id})
  UNWIND CASE WHEN p = vp AND a = va AND held.confirmed THEN [held, held {
    .*, sensitive: false, unmarked: true,
    type: CASE WHEN EXISTS { MATCH (former:Former {of: held.id}) WHERE former.said CONTAINS '"type":' } THEN plain_types[0] ELSE held.type END
  }] ELSE [held] END AS e
  //! splice visibility/involvement
  RETURN
    collect(CASE WHEN e.unmarked IS NULL AND level = 'full' THEN {practitioner: p.id, agency: a.id, agency_name: a.name} END) AS shown_work,
    count(CASE WHEN e.unmarked AND current AND sensitive THEN e.id END) > 0 AS of_sensitive_service
}
