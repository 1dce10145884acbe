-- The appointment that was booked with a key, and the command that booked it.
SELECT a.id, a.version, a.client_id, a.service_id, a.staff_id, a.starts_at, a.label,
       (SELECT u.command_id FROM audit u
         WHERE u.table_name = 'appointment' AND u.row_id = a.id AND u.row_version = 1) AS first_command
  FROM appointment a
 WHERE a.booking_key = :booking_key
