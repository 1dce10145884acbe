INSERT INTO business (id, name, changed_by) VALUES (1, :name, 1)
