-- A new row of time_off from a business file.
INSERT INTO time_off (resource_id, starts_at, ends_at, reason, retired_at, changed_by, changed_desk, command_id)
VALUES (:resource_id, :starts_at, :ends_at, :reason, :retired_at, :changed_by, :changed_desk, :command_id)
RETURNING id
