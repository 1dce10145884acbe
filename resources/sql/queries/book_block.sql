-- Time without a client. Takes are given: the staff member from start to end.
INSERT INTO appointment (location_id, staff_id, starts_at, ends_at, local_start, zone, takes, currency, status, status_at,
                         label, booking_key, created_at, changed_by, changed_desk, command_id)
VALUES (:location, :staff, :starts_at, :ends_at, :local_start, :zone, :takes, :currency, 'booked', :now,
        :label, :booking_key, :now, :person, :desk, :command)
RETURNING id, version
