-- A changed row of closure from a business file, upon the version that was read.
UPDATE closure
   SET location_id = :location_id, starts_at = :starts_at, ends_at = :ends_at, reason = :reason,
       retired_at = :retired_at, changed_by = :changed_by, changed_desk = :changed_desk, command_id = :command_id,
       version = version + 1
 WHERE id = :id AND version = :seen
RETURNING id
