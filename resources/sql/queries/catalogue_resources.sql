SELECT id, version, location_id, kind, name, initials, capacity, squeeze_capacity, hours, position, retired_at
  FROM resource ORDER BY position, id
