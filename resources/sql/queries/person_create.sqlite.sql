INSERT INTO person (name, person_group, changed_by) VALUES (:name, :person_group, :changed_by) RETURNING id
