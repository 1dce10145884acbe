-- A changed row of location from a business file, upon the version that was read.
UPDATE location
   SET name = :name, zone = :zone, currency = :currency, country = :country, hours = :hours,
       grid_minutes = :grid_minutes, notice_minutes = :notice_minutes, retired_at = :retired_at,
       changed_by = :changed_by, changed_desk = :changed_desk, command_id = :command_id, version = version + 1
 WHERE id = :id AND version = :seen
RETURNING id
