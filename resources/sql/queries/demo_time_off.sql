INSERT INTO time_off (resource_id, starts_at, ends_at, reason, changed_by)
VALUES (:resource_id, :starts_at, :ends_at, :reason, :changed_by)
RETURNING id
