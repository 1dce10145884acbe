-- A new row of location from a business file.
INSERT INTO location (name, zone, currency, country, hours, grid_minutes, notice_minutes, retired_at, changed_by,
                      changed_desk, command_id)
VALUES (:name, :zone, :currency, :country, :hours, :grid_minutes, :notice_minutes, :retired_at, :changed_by,
        :changed_desk, :command_id)
RETURNING id
