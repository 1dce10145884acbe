-- How many seconds of a location's staff are taken on each local date, for visits that start in [from, to).
SELECT substr(a.local_start, 1, 10), SUM(c.ends_at - c.starts_at)
  FROM resource r
  JOIN claim c ON c.resource_id = r.id AND c.starts_at >= :from_second AND c.starts_at < :to_second
  JOIN appointment a ON a.id = c.appointment_id
 WHERE r.location_id = :location AND r.kind = 'staff'
 GROUP BY 1
