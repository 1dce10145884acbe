SELECT id, version, name, person_group, role, retired_at FROM person ORDER BY id
