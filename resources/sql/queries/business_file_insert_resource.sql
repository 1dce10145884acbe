-- A new row of resource from a business file.
INSERT INTO resource (location_id, kind, name, initials, capacity, squeeze_capacity, hours, position, retired_at,
                      changed_by, changed_desk, command_id)
VALUES (:location_id, :kind, :name, :initials, :capacity, :squeeze_capacity, :hours, :position, :retired_at,
        :changed_by, :changed_desk, :command_id)
RETURNING id
