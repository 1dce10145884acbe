-- A changed row of resource from a business file, upon the version that was read.
UPDATE resource
   SET location_id = :location_id, kind = :kind, name = :name, initials = :initials, capacity = :capacity,
       squeeze_capacity = :squeeze_capacity, hours = :hours, position = :position, retired_at = :retired_at,
       changed_by = :changed_by, changed_desk = :changed_desk, command_id = :command_id, version = version + 1
 WHERE id = :id AND version = :seen
RETURNING id
