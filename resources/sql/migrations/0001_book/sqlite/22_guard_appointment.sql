-- What an appointment may look like, judged before it is stored, with the words of its PostgreSQL twin. Claims come after
-- (23_guard_claims.sql). The takes are read once, in a subquery that LIMIT keeps from being evaluated again for each use.

CREATE TRIGGER appointment_insert BEFORE INSERT ON appointment BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM appointment x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.booking_key IS NOT NULL AND EXISTS (SELECT 1 FROM appointment x WHERE x.booking_key = NEW.booking_key)
      THEN RAISE(ABORT, 'frontdesk:rule:booking_key')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.status = 'expired' THEN RAISE(ABORT, 'frontdesk:rule:status_start')
    WHEN NEW.status_before IS NOT NULL
         AND (NEW.status IS NOT 'cancelled' OR (NEW.status_before <> 'held' AND NEW.status_before <> 'booked'
           AND NEW.status_before <> 'arrived' AND NEW.status_before <> 'parked'))
      THEN RAISE(ABORT, 'frontdesk:rule:status_before')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN (NEW.status IS 'held') IS NOT (NEW.held_until IS NOT NULL) THEN RAISE(ABORT, 'frontdesk:rule:held_until')
    WHEN NEW.ends_at <= NEW.starts_at OR NEW.ends_at - NEW.starts_at > 86400 OR NEW.starts_at NOT BETWEEN -2208988800 AND 253402300799
      THEN RAISE(ABORT, 'frontdesk:rule:length')
    WHEN NEW.squeezed = 1 AND (NEW.squeeze_reason <> '') IS NOT TRUE THEN RAISE(ABORT, 'frontdesk:rule:squeeze_reason')
    WHEN NEW.squeezed = 1 AND NEW.source = 'online' THEN RAISE(ABORT, 'frontdesk:rule:squeeze_online')
    WHEN NEW.squeezed = 1 AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.person_group <> 'receptionist' AND p.person_group <> 'manager')
      THEN RAISE(ABORT, 'frontdesk:rule:squeeze_person')
    WHEN NOT json_valid(NEW.takes) OR json_type(NEW.takes) IS NOT 'array' OR json_array_length(NEW.takes) > 100
      THEN RAISE(ABORT, 'frontdesk:rule:takes')
    -- A key twice would be read as its first here and as its last elsewhere. None is missing (below), so the sum tells.
    WHEN instr(NEW.takes, '\')
         OR length(replace(replace(replace(replace(NEW.takes, '"resource"', ''), '"from"', ''), '"to"', ''), '"units"', ''))
            <> length(NEW.takes) - 27 * json_array_length(NEW.takes)
      THEN RAISE(ABORT, 'frontdesk:rule:takes')
  END;
  SELECT CASE
    WHEN t.sound = 0 THEN RAISE(ABORT, 'frontdesk:rule:takes')
    -- A resource that stands there proves its location.
    WHEN (t.elsewhere IS NOT 0 AND NOT EXISTS (SELECT 1 FROM location l WHERE l.id = NEW.location_id))
         OR (NEW.service_id IS NOT NULL AND s.id IS NULL) OR (NEW.client_id IS NOT NULL AND c.id IS NULL)
         OR (NEW.visit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id))
         OR (NEW.series_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM series s WHERE s.id = NEW.series_id))
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN s.retired_at IS NOT NULL THEN RAISE(ABORT, 'frontdesk:rule:service_retired')
    WHEN c.erased_at IS NOT NULL OR c.merged_into IS NOT NULL THEN RAISE(ABORT, 'frontdesk:rule:client_retired')
    WHEN t.elsewhere THEN RAISE(ABORT, 'frontdesk:rule:takes')
    WHEN t.retired AND NEW.session_id IS NULL AND (NEW.status = 'held' OR NEW.status = 'booked' OR NEW.status = 'arrived'
      OR NEW.status = 'in_service') THEN RAISE(ABORT, 'frontdesk:rule:resource_retired')
    WHEN t.unable AND NEW.service_id IS NOT NULL THEN RAISE(ABORT, 'frontdesk:rule:staff_unable')
    WHEN t.takes_staff = 0 THEN RAISE(ABORT, 'frontdesk:rule:takes_staff')
    WHEN t.takes_staff IS NULL AND NEW.staff_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = NEW.staff_id AND r.location_id = NEW.location_id)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.service_id IS NOT NULL AND NEW.session_id IS NULL
         AND (t.lowest IS NOT -NEW.buffer_before OR t.highest IS NOT NEW.ends_at - NEW.starts_at + NEW.buffer_after)
      THEN RAISE(ABORT, 'frontdesk:rule:takes_span')
    WHEN NEW.starts_at > unixepoch() AND NEW.status <> 'cancelled' AND NEW.zone <> (SELECT l.zone FROM location l WHERE l.id = NEW.location_id)
      THEN RAISE(ABORT, 'frontdesk:rule:location_zone')
  END
  FROM (SELECT min(COALESCE(i.whole AND i.resource > 0 AND i.starts BETWEEN -86400 AND 86400 AND i.ends > i.starts
                            AND i.ends - i.starts <= 86400 AND i.units BETWEEN 1 AND 10000, 0)) AS sound,
               max(r.location_id IS NOT NEW.location_id) AS elsewhere, max(r.retired_at IS NOT NULL) AS retired,
               max(NOT EXISTS (SELECT 1 FROM service_resource x
                                WHERE x.service_id = NEW.service_id AND x.resource_id = i.resource)) AS unable,
               max(i.resource = NEW.staff_id) AS takes_staff, min(i.starts) AS lowest, max(i.ends) AS highest
          FROM (SELECT CASE WHEN e.type = 'object' THEN json_type(e.value, '$.resource') = 'integer'
                                           AND json_type(e.value, '$.from') = 'integer' AND json_type(e.value, '$.to') = 'integer'
                                           AND json_type(e.value, '$.units') = 'integer' END AS whole,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.resource') END AS resource,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.from') END AS starts,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.to') END AS ends,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.units') END AS units
                FROM json_each(CASE WHEN json_valid(NEW.takes) THEN NEW.takes ELSE '[]' END) e LIMIT 100) i
          LEFT JOIN resource r ON r.id = i.resource) t
    LEFT JOIN service s ON s.id = NEW.service_id
    LEFT JOIN client c ON c.id = NEW.client_id;
END;

CREATE TRIGGER appointment_update BEFORE UPDATE ON appointment BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id OR NEW.created_at IS NOT OLD.created_at OR NEW.source IS NOT OLD.source OR NEW.booking_key IS NOT OLD.booking_key
      THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN (NEW.session_id IS NULL) <> (OLD.session_id IS NULL) THEN RAISE(ABORT, 'frontdesk:rule:session')
    WHEN NEW.status <> OLD.status
         AND CASE WHEN OLD.status = 'cancelled' THEN NEW.status IS NOT COALESCE(OLD.status_before, 'booked')
                  ELSE NOT EXISTS (SELECT 1 FROM status_way w WHERE w.old_status = OLD.status AND w.new_status = NEW.status) END
      THEN RAISE(ABORT, 'frontdesk:rule:status_way')
    WHEN NEW.status_before IS NOT CASE WHEN NEW.status <> 'cancelled' THEN NULL
                                       WHEN OLD.status = 'cancelled' THEN OLD.status_before ELSE OLD.status END
      THEN RAISE(ABORT, 'frontdesk:rule:status_before')
    WHEN NEW.status = 'no_show' AND (OLD.status <> 'no_show' OR NEW.starts_at <> OLD.starts_at) AND NEW.starts_at > unixepoch()
      THEN RAISE(ABORT, 'frontdesk:rule:no_show_before_start')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN (NEW.status IS 'held') IS NOT (NEW.held_until IS NOT NULL) THEN RAISE(ABORT, 'frontdesk:rule:held_until')
    WHEN NEW.ends_at <= NEW.starts_at OR NEW.ends_at - NEW.starts_at > 86400 OR NEW.starts_at NOT BETWEEN -2208988800 AND 253402300799
      THEN RAISE(ABORT, 'frontdesk:rule:length')
    WHEN NEW.squeezed = 1 AND (NEW.squeeze_reason <> '') IS NOT TRUE THEN RAISE(ABORT, 'frontdesk:rule:squeeze_reason')
    WHEN NOT json_valid(NEW.takes) OR json_type(NEW.takes) IS NOT 'array' OR json_array_length(NEW.takes) > 100
      THEN RAISE(ABORT, 'frontdesk:rule:takes')
    -- A key twice would be read as its first here and as its last elsewhere.
    WHEN instr(NEW.takes, '\') OR length(replace(NEW.takes, '"resource"', '')) <> length(NEW.takes) - 10 * json_array_length(NEW.takes)
         OR length(replace(NEW.takes, '"from"', '')) <> length(NEW.takes) - 6 * json_array_length(NEW.takes)
         OR length(replace(NEW.takes, '"to"', '')) <> length(NEW.takes) - 4 * json_array_length(NEW.takes)
         OR length(replace(NEW.takes, '"units"', '')) <> length(NEW.takes) - 7 * json_array_length(NEW.takes)
      THEN RAISE(ABORT, 'frontdesk:rule:takes')
  END;
END;

-- References are judged again when they or what leans on them change; an old booking isn't refused for what became of its service.
CREATE TRIGGER appointment_update_references BEFORE UPDATE ON appointment
WHEN NEW.takes <> OLD.takes OR NEW.service_id IS NOT OLD.service_id OR NEW.client_id IS NOT OLD.client_id
  OR NEW.location_id <> OLD.location_id OR NEW.staff_id IS NOT OLD.staff_id OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.series_id IS NOT OLD.series_id OR NEW.session_id IS NOT OLD.session_id
  OR NEW.ends_at - NEW.starts_at <> OLD.ends_at - OLD.starts_at
  OR NEW.buffer_before IS NOT OLD.buffer_before OR NEW.buffer_after IS NOT OLD.buffer_after
  OR ((NEW.status = 'held' OR NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service')
      AND (NEW.starts_at <> OLD.starts_at OR NEW.squeezed <> OLD.squeezed OR NEW.held_until IS NOT OLD.held_until
           OR (OLD.status <> 'held' AND OLD.status <> 'booked' AND OLD.status <> 'arrived' AND OLD.status <> 'in_service')))
BEGIN
  SELECT CASE
    WHEN NEW.squeezed = 1 AND NEW.session_id IS NULL
         AND (NEW.status = 'held' OR NEW.status = 'booked' OR NEW.status = 'arrived' OR NEW.status = 'in_service')
         AND (NEW.takes <> OLD.takes OR NEW.starts_at <> OLD.starts_at OR NEW.squeezed <> OLD.squeezed
              OR NEW.held_until IS NOT OLD.held_until OR (OLD.status <> 'held' AND OLD.status <> 'booked' AND OLD.status <> 'arrived'
                AND OLD.status <> 'in_service'))
         AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.person_group <> 'receptionist' AND p.person_group <> 'manager')
      THEN RAISE(ABORT, 'frontdesk:rule:squeeze_person')
    WHEN t.sound = 0 THEN RAISE(ABORT, 'frontdesk:rule:takes')
    WHEN NOT EXISTS (SELECT 1 FROM location l WHERE l.id = NEW.location_id)
         OR (NEW.service_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service s WHERE s.id = NEW.service_id))
         OR (NEW.client_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM client c WHERE c.id = NEW.client_id))
         OR (NEW.visit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id))
         OR (NEW.series_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM series s WHERE s.id = NEW.series_id))
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.service_id IS NOT OLD.service_id AND EXISTS (SELECT 1 FROM service s WHERE s.id = NEW.service_id AND s.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:rule:service_retired')
    WHEN NEW.client_id IS NOT OLD.client_id AND EXISTS (SELECT 1 FROM client c
                  WHERE c.id = NEW.client_id AND (c.erased_at IS NOT NULL OR c.merged_into IS NOT NULL))
      THEN RAISE(ABORT, 'frontdesk:rule:client_retired')
    WHEN t.elsewhere THEN RAISE(ABORT, 'frontdesk:rule:takes')
    WHEN t.retired AND NEW.session_id IS NULL AND (NEW.status = 'held' OR NEW.status = 'booked' OR NEW.status = 'arrived'
      OR NEW.status = 'in_service')
         AND (NEW.takes <> OLD.takes OR NEW.starts_at <> OLD.starts_at OR NEW.squeezed <> OLD.squeezed
              OR NEW.held_until IS NOT OLD.held_until OR (OLD.status <> 'held' AND OLD.status <> 'booked' AND OLD.status <> 'arrived'
                AND OLD.status <> 'in_service'))
         THEN RAISE(ABORT, 'frontdesk:rule:resource_retired')
    WHEN t.unable AND NEW.service_id IS NOT NULL
         AND (NEW.takes <> OLD.takes OR NEW.service_id IS NOT OLD.service_id) THEN RAISE(ABORT, 'frontdesk:rule:staff_unable')
    WHEN t.takes_staff = 0 THEN RAISE(ABORT, 'frontdesk:rule:takes_staff')
    WHEN t.takes_staff IS NULL AND NEW.staff_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = NEW.staff_id AND r.location_id = NEW.location_id)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.service_id IS NOT NULL AND NEW.session_id IS NULL
         AND (t.lowest IS NOT -NEW.buffer_before OR t.highest IS NOT NEW.ends_at - NEW.starts_at + NEW.buffer_after)
      THEN RAISE(ABORT, 'frontdesk:rule:takes_span')
  END
  FROM (SELECT min(COALESCE(i.whole AND i.resource > 0 AND i.starts BETWEEN -86400 AND 86400 AND i.ends > i.starts
                            AND i.ends - i.starts <= 86400 AND i.units BETWEEN 1 AND 10000, 0)) AS sound,
               max(r.location_id IS NOT NEW.location_id) AS elsewhere, max(r.retired_at IS NOT NULL) AS retired,
               max(NOT EXISTS (SELECT 1 FROM service_resource x
                                WHERE x.service_id = NEW.service_id AND x.resource_id = i.resource)) AS unable,
               max(i.resource = NEW.staff_id) AS takes_staff, min(i.starts) AS lowest, max(i.ends) AS highest
          FROM (SELECT CASE WHEN e.type = 'object' THEN json_type(e.value, '$.resource') = 'integer'
                                           AND json_type(e.value, '$.from') = 'integer' AND json_type(e.value, '$.to') = 'integer'
                                           AND json_type(e.value, '$.units') = 'integer' END AS whole,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.resource') END AS resource,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.from') END AS starts,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.to') END AS ends,
                     CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.units') END AS units
                FROM json_each(CASE WHEN json_valid(NEW.takes) THEN NEW.takes ELSE '[]' END) e LIMIT 100) i
          LEFT JOIN resource r ON r.id = i.resource) t;
END;
