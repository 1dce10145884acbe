SELECT h.desk, COALESCE(p.name, '') AS person, h.starts_at, h.ends_at, h.held_until, h.takes
  FROM desk_hold h LEFT JOIN person p ON p.id = h.person_id
 WHERE h.id = :id
