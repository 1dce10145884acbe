-- One appointment as the calendar shows it, with what a command has to know besides.
SELECT v.*, a.command_id, a.status_before, a.override_reason
  FROM appointment_row v JOIN appointment a ON a.id = v.id
 WHERE v.id = :id
