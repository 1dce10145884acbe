SELECT id, name, kind, location_id, capacity, COALESCE(squeeze_capacity, capacity) FROM resource ORDER BY id
