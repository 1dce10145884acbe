-- Notes of the visits of an erased client and of everybody merged into them.
UPDATE visit
   SET note = '', version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE note <> ''
   AND id IN (SELECT x.visit_id FROM appointment x
               WHERE x.client_id IN (WITH RECURSIVE merged(id) AS (
                       SELECT :id UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into = m.id)
                     SELECT id FROM merged))
