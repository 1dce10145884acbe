-- A seat lies in a session that stands, at its time and of its service; a session keeps what its seats need.
CREATE TRIGGER appointment_insert_seat AFTER INSERT ON appointment
WHEN NEW.session_id IS NOT NULL BEGIN
  SELECT CASE
    WHEN s.id IS NULL OR s.session_id IS NOT NULL OR s.client_id IS NOT NULL OR s.service_id IS NULL OR NEW.client_id IS NULL
         OR s.id = NEW.id OR s.service_id IS NOT NEW.service_id OR s.location_id <> NEW.location_id OR s.starts_at <> NEW.starts_at
      THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN NOT ((NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service' OR NEW.status = 'completed')
      OR (NEW.status = 'held' AND NEW.held_until > unixepoch())) THEN NULL
    WHEN (s.status <> 'booked' AND s.status <> 'arrived' AND s.status <> 'in_service'
      AND s.status <> 'completed') THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN (SELECT sum(x.seats) FROM appointment x
           WHERE x.session_id = NEW.session_id
             AND ((x.status = 'booked' OR x.status = 'arrived' OR x.status = 'in_service' OR x.status = 'completed')
               OR (x.status = 'held' AND x.held_until > unixepoch()))) > s.seats
      THEN RAISE(ABORT, 'frontdesk:rule:seats_full')
  END
  FROM (SELECT 1) LEFT JOIN appointment s ON s.id = NEW.session_id;
END;

CREATE TRIGGER appointment_update_seat AFTER UPDATE ON appointment
WHEN NEW.session_id IS NOT NULL
  AND (NEW.session_id IS NOT OLD.session_id OR NEW.service_id IS NOT OLD.service_id OR NEW.client_id IS NULL
       OR NEW.starts_at <> OLD.starts_at OR NEW.location_id <> OLD.location_id OR NEW.seats <> OLD.seats
       OR NEW.status <> OLD.status OR NEW.held_until IS NOT OLD.held_until) BEGIN
  SELECT CASE
    WHEN s.id IS NULL OR s.session_id IS NOT NULL OR s.client_id IS NOT NULL OR s.service_id IS NULL OR NEW.client_id IS NULL
         OR s.id = NEW.id OR s.service_id IS NOT NEW.service_id OR s.location_id <> NEW.location_id OR s.starts_at <> NEW.starts_at
      THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN NOT ((NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service' OR NEW.status = 'completed')
      OR (NEW.status = 'held' AND NEW.held_until > unixepoch())) THEN NULL
    WHEN (s.status <> 'booked' AND s.status <> 'arrived' AND s.status <> 'in_service'
      AND s.status <> 'completed') THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN (SELECT sum(x.seats) FROM appointment x
           WHERE x.session_id = NEW.session_id
             AND ((x.status = 'booked' OR x.status = 'arrived' OR x.status = 'in_service' OR x.status = 'completed')
               OR (x.status = 'held' AND x.held_until > unixepoch()))) > s.seats
      THEN RAISE(ABORT, 'frontdesk:rule:seats_full')
  END
  FROM (SELECT 1) LEFT JOIN appointment s ON s.id = NEW.session_id;
END;

CREATE TRIGGER appointment_update_session AFTER UPDATE ON appointment
WHEN OLD.session_id IS NULL AND OLD.client_id IS NULL AND OLD.service_id IS NOT NULL
  AND (NEW.service_id IS NOT OLD.service_id OR NEW.client_id IS NOT NULL OR NEW.seats <> OLD.seats OR NEW.status <> OLD.status)
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM appointment x WHERE x.session_id = NEW.id AND x.service_id IS NOT NEW.service_id)
      THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN t.taken IS NULL THEN NULL
    WHEN NEW.client_id IS NOT NULL OR NEW.service_id IS NULL
         OR (NEW.status = 'held' OR NEW.status = 'cancelled' OR NEW.status = 'expired' OR NEW.status = 'parked'
           OR NEW.status = 'no_show') THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN t.taken > NEW.seats THEN RAISE(ABORT, 'frontdesk:rule:seats_full')
  END
  FROM (SELECT sum(x.seats) AS taken FROM appointment x
         WHERE x.session_id = NEW.id
           AND ((x.status = 'booked' OR x.status = 'arrived' OR x.status = 'in_service' OR x.status = 'completed')
             OR (x.status = 'held' AND x.held_until > unixepoch()))) t;
END;

-- A seat's time and place are its session's: whoever moves that, by hand too, moves its seats, each as a change of its own with
-- version, audit and message.
CREATE TRIGGER appointment_update_seats AFTER UPDATE ON appointment
WHEN OLD.session_id IS NULL AND OLD.client_id IS NULL AND OLD.service_id IS NOT NULL
  AND (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at OR NEW.local_start <> OLD.local_start OR NEW.zone <> OLD.zone
       OR NEW.location_id <> OLD.location_id OR NEW.staff_id IS NOT OLD.staff_id)
BEGIN
  UPDATE appointment
     SET starts_at = NEW.starts_at, ends_at = NEW.ends_at, local_start = NEW.local_start, zone = NEW.zone, location_id = NEW.location_id,
         staff_id = CASE WHEN staff_id = OLD.staff_id THEN NEW.staff_id ELSE staff_id END,
         version = version + 1, changed_by = NEW.changed_by, changed_desk = NEW.changed_desk, command_id = NEW.command_id
   WHERE session_id = NEW.id;
END;
