INSERT INTO series (rule, changed_by) VALUES (:rule, :changed_by) RETURNING id
