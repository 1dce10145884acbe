-- Free text of an erased client's appointments.
UPDATE appointment
   SET note = '', label = '', status_reason = '', squeeze_reason = CASE squeezed WHEN 1 THEN 'erased' ELSE '' END,
       override_reason = '', version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE client_id = :id
   AND (note <> '' OR label <> '' OR status_reason <> '' OR squeeze_reason <> '' OR override_reason <> '')
