-- Who is signed in: the person of that name, else the first one.
SELECT id FROM person WHERE retired_at IS NULL AND person_group <> 'online' ORDER BY name = :name DESC, id LIMIT 1
