SELECT location_id, starts_at, ends_at, reason FROM closure WHERE retired_at IS NULL ORDER BY starts_at, id
