-- Saves an appointment on the version that was seen; no row when another one stands there. What is null of takes,
-- local_start and zone stays as it is, letter by letter, so that the triggers don't see a change where there is none.
-- The status is given when a parked appointment is placed again (park_appointment).
UPDATE appointment
   SET status = COALESCE(:status, status), client_id = :client, service_id = :service, staff_id = :staff,
       starts_at = :starts_at, ends_at = :ends_at,
       local_start = COALESCE(:local_start, local_start), zone = COALESCE(:zone, zone), buffer_before = :buffer_before,
       buffer_after = :buffer_after, takes = COALESCE(:takes, takes), price_minor = :price_minor, currency = :currency,
       confirmation = :confirmation, squeezed = :squeezed, squeeze_reason = :squeeze_reason,
       override_reason = :override_reason, label = :label, note = :note,
       version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND version = :seen
RETURNING version
