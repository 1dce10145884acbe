-- The appointments of one service from now on, by their start, with what they take and whose they are.
SELECT a.id, a.starts_at, a.staff_id, a.takes, a.location_id, COALESCE(c.name, '')
  FROM appointment a
  LEFT JOIN client c ON c.id = a.client_id
 WHERE a.starts_at >= :now AND a.service_id = :service
   AND (a.status = 'booked' OR (a.status = 'held' AND a.held_until > :now))
 ORDER BY a.starts_at, a.id
