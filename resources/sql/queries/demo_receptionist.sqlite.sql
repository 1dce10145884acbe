-- On PostgreSQL a person is a login role, which the demo doesn't make.
INSERT INTO person (name, person_group, changed_by) VALUES (:name, 'receptionist', :changed_by) RETURNING id
