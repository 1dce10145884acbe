-- What the search shows of clients: how often they came and stayed away, and their last visit. A booked appointment whose
-- start has passed counts as a visit: many desks never press Complete. A few subqueries a client, each by the index of the
-- client's appointments, whatever the planner thinks of the rest. The SQLite twin differs in its JSON functions
-- and in how it reads the last visit.
SELECT c.id, c.version, c.name, c.phone, c.note, c.alert, c.alert_stops,
       (SELECT COUNT(*) FROM appointment a
         WHERE a.client_id = c.id AND a.starts_at <= :now
           AND a.status IN ('booked', 'arrived', 'in_service', 'completed')) AS visits,
       (SELECT COUNT(*) FROM appointment a WHERE a.client_id = c.id AND a.status = 'no_show') AS no_shows,
       l.service_id, l.staff_id, l.starts_at
  FROM client c
  LEFT JOIN LATERAL (SELECT a.service_id, a.staff_id, a.starts_at FROM appointment a
                      WHERE a.client_id = c.id AND a.starts_at <= :now
                        AND a.status IN ('booked', 'arrived', 'in_service', 'completed')
                      ORDER BY a.starts_at DESC LIMIT 1) l ON true
 WHERE c.id = ANY (ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(CAST(:ids AS JSONB))))
