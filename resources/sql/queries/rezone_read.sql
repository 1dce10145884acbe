-- Coming appointments with what was promised; those that were cancelled or have run out promise nothing. The session is the
-- one that the row is, or in which it is a seat.
SELECT a.id, a.version, a.location_id, a.starts_at, a.ends_at, a.local_start, a.zone, a.takes,
       COALESCE(c.name, a.label) AS client,
       COALESCE(a.session_id, CASE WHEN a.client_id IS NULL AND a.service_id IS NOT NULL THEN a.id END, 0) AS session_id
  FROM appointment a
  LEFT JOIN client c ON c.id = a.client_id
 WHERE a.starts_at > :now AND a.status NOT IN ('cancelled', 'expired')
   AND (a.location_id = :location OR CAST(:location AS BIGINT) IS NULL)
 ORDER BY a.starts_at, a.id
