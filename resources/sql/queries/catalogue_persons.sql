SELECT id, name, person_group, retired_at FROM person ORDER BY id
