-- How many seconds of a location's staff are taken on each local date, for visits that start in [from, to), how many
-- of them from now on, and how many appointments take them. One that develops claims its staff member twice, hence
-- DISTINCT.
SELECT substr(a.local_start, 1, 10), SUM(c.ends_at - c.starts_at),
       SUM(CASE WHEN c.ends_at <= :now_second THEN 0
                WHEN c.starts_at < :now_second THEN c.ends_at - :now_second
                ELSE c.ends_at - c.starts_at END),
       COUNT(DISTINCT CASE WHEN a.service_id IS NOT NULL AND a.status NOT IN ('held', 'no_show') THEN a.id END)
  FROM resource r
  JOIN claim c ON c.resource_id = r.id AND c.starts_at >= :from_second AND c.starts_at < :to_second
  JOIN appointment a ON a.id = c.appointment_id
 WHERE r.location_id = :location AND r.kind = 'staff'
 GROUP BY 1
