SELECT id, appointment_id, desk_hold_id, take_no, resource_id, starts_at, ends_at, units, sole, held_until
  FROM claim WHERE id > :after ORDER BY id LIMIT :count
