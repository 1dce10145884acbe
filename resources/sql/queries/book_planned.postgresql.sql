-- Books an appointment whose takes, length and price the program worked out from the service as it knows it, so that
-- the service needs one look by its key. No row: the service has another version by now, or is gone; then
-- book_appointment works it out from the rows.
INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone,
                         buffer_before, buffer_after, takes, price_minor, currency, status, status_at, squeezed,
                         squeeze_reason, override_reason, note, source, booking_key, seats, created_at, changed_by,
                         changed_desk, command_id)
SELECT :location, :client, s.id, :staff, :starts_at, :ends_at, :local_start, :zone,
       :buffer_before, :buffer_after, :takes, :price_minor, :currency, 'booked', :now, :squeezed,
       :squeeze_reason, :override_reason, :note, :source, :booking_key, :seats, :now, :person,
       :desk, :command
  FROM service s
 WHERE s.id = :service AND s.version = :service_version
RETURNING id, version
