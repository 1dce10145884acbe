SELECT id, starts_at, ends_at, takes, held_until, location_id FROM desk_hold WHERE id > :after ORDER BY id LIMIT :count
