-- Rows of closure as a business file may change them, retired ones too.
SELECT id, version, location_id, starts_at, ends_at, reason, retired_at
  FROM closure
 ORDER BY id
