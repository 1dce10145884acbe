-- The login that makes the book is its first manager. setval, because a given id doesn't move the sequence.
INSERT INTO person (id, name, person_group, role)
VALUES (setval(pg_get_serial_sequence('person', 'id'), 1), session_user, 'manager', session_user)
