INSERT INTO visit (note, changed_by) VALUES (:note, :changed_by) RETURNING id
