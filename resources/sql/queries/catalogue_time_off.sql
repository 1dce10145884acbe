SELECT resource_id, starts_at, ends_at, reason FROM time_off WHERE retired_at IS NULL ORDER BY starts_at, id
