-- Desks that were seen lately, with what stands open in a form there.
SELECT d.name, COALESCE(p.name, '') AS person, COALESCE(d.editing_table, '') AS editing_table,
       COALESCE(d.editing_id, 0) AS editing_id
  FROM desk d
  LEFT JOIN person p ON p.id = d.person_id
 WHERE d.seen_at > unixepoch() - 30
 ORDER BY d.id
