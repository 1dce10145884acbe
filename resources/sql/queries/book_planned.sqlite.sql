-- The PostgreSQL twin in two, because there a SELECT and RETURNING make a temporary table each, for each use: service_stands
-- goes before in the same transaction. The row's id is the last insert's.
INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone,
                         buffer_before, buffer_after, takes, price_minor, currency, status, status_at, squeezed,
                         squeeze_reason, override_reason, note, source, booking_key, seats, created_at, changed_by,
                         changed_desk, command_id)
VALUES (:location, :client, :service, :staff, :starts_at, :ends_at, :local_start, :zone,
       :buffer_before, :buffer_after, :takes, :price_minor, :currency, 'booked', :now, :squeezed,
       :squeeze_reason, :override_reason, :note, :source, :booking_key, :seats, :now, :person,
       :desk, :command)
