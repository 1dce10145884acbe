SELECT id, version, status, starts_at, ends_at, local_start, zone, location_id, client_id, service_id, staff_id, buffer_before,
       buffer_after, takes, status_at, status_before, held_until, squeezed, squeeze_reason, source, session_id, seats
  FROM appointment WHERE id > :after ORDER BY id LIMIT :count
