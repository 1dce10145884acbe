SELECT id, name, steps, able FROM service ORDER BY id
