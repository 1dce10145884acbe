SELECT id, version, name, zone, currency, country, hours, grid_minutes, notice_minutes, retired_at FROM location ORDER BY id
