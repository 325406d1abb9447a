// The involvement fragment without its rules.
// fragment: in p, e, a; out the same and current, reasons, level
WITH *, 'full' AS level, ['OWN'] AS reasons,
  (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR $today < e.to) AS current
