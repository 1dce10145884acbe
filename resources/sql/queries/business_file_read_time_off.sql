-- Rows of time_off as a business file may change them, retired ones too.
SELECT id, version, resource_id, starts_at, ends_at, reason, retired_at
  FROM time_off
 ORDER BY id
