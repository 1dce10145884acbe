INSERT INTO resource (location_id, kind, name, initials, capacity, squeeze_capacity, hours, position, changed_by)
VALUES (:location_id, :kind, :name, :initials, :capacity, :squeeze_capacity, :hours, :position, :changed_by)
RETURNING id
