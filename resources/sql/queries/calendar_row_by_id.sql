-- One row of the calendar; a negative id is a desk hold's.
SELECT * FROM appointment_row WHERE id = :id
UNION ALL
SELECT * FROM desk_hold_row WHERE id = :id
