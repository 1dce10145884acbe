-- Another zone for a location, once its coming appointments are promised in it.
UPDATE location
   SET zone = :zone, version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id
RETURNING version
