INSERT INTO closure (location_id, starts_at, ends_at, reason, changed_by)
VALUES (:location_id, :starts_at, :ends_at, :reason, :changed_by)
RETURNING id
