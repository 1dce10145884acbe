INSERT INTO person (id, name, person_group) VALUES (1, 'Owner', 'manager')
