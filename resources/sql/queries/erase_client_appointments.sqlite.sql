-- Free text of the appointments of an erased client and of everybody merged into them.
UPDATE appointment
   SET note = '', label = '', status_reason = '', squeeze_reason = CASE squeezed WHEN 1 THEN 'erased' ELSE '' END,
       override_reason = '', version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE client_id IN (WITH RECURSIVE merged(id) AS (
                       SELECT :id UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into = m.id)
                     SELECT id FROM merged)
   AND (note <> '' OR label <> '' OR status_reason <> '' OR squeeze_reason <> '' OR override_reason <> '')
