// What the account may see of one involvement, and why (visibility.md, "Permits", "Blockers").
// fragment: in what person.cypher gives, and p, e, a (practitioner, involvement, agency); out the same and sensitive, current, agreed, consented, reasons, level, blockers
WITH *,
  e.sensitive OR NOT e.type IN plain_types OR a.kind IN ['domestic_abuse', 'substance_misuse', 'sexual_health'] AS sensitive,
  (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to) AS current,
  a = va OR coalesce(va.status = 'live' AND a.status = 'live' AND EXISTS {
    MATCH (a)-[signed:SIGNED]->(agreement:Agreement) WHERE signed.on <= $today AND agreement IN agreements
  }, false) AS agreed,
  [decision IN decisions WHERE decision.agency IS NULL OR decision.agency = e.agency_id] AS applying
WITH *,
  current OR (e.to <= $today AND $today < e.to + duration({years: 6})) AS shown,
  CASE WHEN any(decision IN applying WHERE decision.own) THEN [decision IN applying WHERE decision.own] ELSE applying END AS counted
WITH *, [decision IN counted WHERE NOT decision.given] AS refusals
WITH *, coalesce(any(gift IN counted WHERE gift.given AND (NOT sensitive OR gift.includes_sensitive) AND
    all(refusal IN refusals WHERE refusal.at < gift.at AND (refusal.agency IS NULL OR gift.agency IS NOT NULL))), false) AS consented
WITH *, e.basis <> 'consent' OR consented AS basis_ok
WITH *, CASE WHEN standing AND NOT barred THEN [reason IN [
    CASE WHEN p = vp AND shown THEN 'OWN' END,
    CASE WHEN a = va AND NOT shut AND shown AND (around OR broken OR (opened AND NOT sensitive)) THEN 'OWN_AGENCY' END,
    CASE WHEN e.type IN findable_types AND NOT sensitive AND current AND agreed AND (opened OR (around AND NOT shut)) THEN 'STATUTORY' END,
    CASE WHEN NOT sensitive AND agreed AND around AND NOT shut AND basis_ok AND shown THEN 'AROUND_FAMILY' END,
    CASE WHEN sensitive AND agreed AND around AND NOT shut AND consented AND shown THEN 'CONSENTED' END,
    CASE WHEN NOT sensitive AND agreed AND coordinates AND NOT x.shielded AND basis_ok AND shown THEN 'COORDINATOR' END,
    CASE WHEN broken AND agreed AND (current OR (e.to <= $today AND $today <= e.to + duration({days: 90}))) THEN 'BREAK_GLASS' END,
    CASE WHEN NOT sensitive AND agreed AND opened AND NOT x.shielded AND basis_ok AND current THEN 'FINDABLE' END,
    CASE WHEN sensitive AND agreed AND around AND NOT shut AND basis_ok AND current AND e.broker_id IS NOT NULL
      AND (consented OR size(refusals) = 0) THEN 'BROKERED' END
  ] WHERE reason IS NOT NULL] ELSE [] END AS reasons
WITH *, CASE
    WHEN any(reason IN reasons WHERE reason IN ['OWN', 'OWN_AGENCY', 'AROUND_FAMILY', 'CONSENTED', 'COORDINATOR', 'BREAK_GLASS']
      OR (reason = 'STATUTORY' AND NOT shut)) THEN 'full'
    WHEN any(reason IN reasons WHERE reason IN ['STATUTORY', 'FINDABLE']) THEN 'agency'
    WHEN 'BROKERED' IN reasons THEN 'broker'
    ELSE 'none'
  END AS level
WITH *, CASE WHEN level = 'full' THEN [] ELSE [blocker IN [
    CASE WHEN NOT active THEN 'SUSPENDED' END,
    CASE WHEN NOT coalesce(v.role IN ['practitioner', 'coordinator'], false) THEN 'ROLE' END,
    CASE WHEN barred THEN 'BARRED' END,
    CASE WHEN NOT agreed THEN 'NO_AGREEMENT' END,
    CASE WHEN NOT coalesce(around OR broken OR (coordinates AND NOT sensitive), false) THEN 'NOT_AROUND' END,
    CASE WHEN shut THEN 'SHIELDED' END,
    CASE WHEN sensitive AND NOT consented THEN 'SENSITIVE' END,
    CASE WHEN NOT sensitive AND e.basis = 'consent' AND NOT consented THEN 'CONSENT' END,
    CASE WHEN NOT current THEN 'ENDED' END
  ] WHERE blocker IS NOT NULL] END AS blockers
