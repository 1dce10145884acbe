-- Seats beside their sessions.
SELECT s.id, s.seats, s.status, s.held_until, s.service_id, s.location_id, s.starts_at, s.client_id,
       p.id, p.session_id, p.client_id, p.service_id, p.location_id, p.starts_at, p.seats, p.status
  FROM appointment s LEFT JOIN appointment p ON p.id = s.session_id
 WHERE s.session_id IS NOT NULL
 ORDER BY s.session_id, s.id
