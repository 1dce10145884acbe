-- Rows of resource as a business file may change them, retired ones too.
SELECT id, version, location_id, kind, name, initials, capacity, squeeze_capacity, hours, position, retired_at
  FROM resource
 ORDER BY id
