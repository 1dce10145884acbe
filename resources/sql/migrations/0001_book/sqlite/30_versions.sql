-- What holds for every versioned row: it begins at version 1, each change adds one, it names a writer who may write, its references
-- stand, and it is never deleted. An id that stands in another row is refused, because OR REPLACE would overwrite that row without
-- firing its UPDATE and DELETE triggers. The appointment has this in its own triggers.

CREATE TRIGGER person_insert BEFORE INSERT ON person BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM person x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NEW.changed_by IS NOT NEW.id AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER person_update BEFORE UPDATE ON person BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NEW.changed_by IS NOT NEW.id AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER business_insert BEFORE INSERT ON business BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM business x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER business_update BEFORE UPDATE ON business BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER location_insert BEFORE INSERT ON location BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM location x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER location_update BEFORE UPDATE ON location BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER resource_insert BEFORE INSERT ON resource BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM resource x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM location x WHERE x.id = NEW.location_id) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;
CREATE TRIGGER resource_update BEFORE UPDATE ON resource BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM location x WHERE x.id = NEW.location_id) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;

CREATE TRIGGER service_insert BEFORE INSERT ON service BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM service x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER service_update BEFORE UPDATE ON service BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER client_insert BEFORE INSERT ON client BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM client x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER client_update BEFORE UPDATE ON client BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER visit_insert BEFORE INSERT ON visit BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM visit x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER visit_update BEFORE UPDATE ON visit BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER series_insert BEFORE INSERT ON series BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM series x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;
CREATE TRIGGER series_update BEFORE UPDATE ON series BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
  END;
END;

CREATE TRIGGER closure_insert BEFORE INSERT ON closure BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM closure x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM location x WHERE x.id = NEW.location_id) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;
CREATE TRIGGER closure_update BEFORE UPDATE ON closure BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM location x WHERE x.id = NEW.location_id) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;

CREATE TRIGGER time_off_insert BEFORE INSERT ON time_off BEGIN
  SELECT CASE
    WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM time_off x WHERE x.id = NEW.id) THEN RAISE(ABORT, 'frontdesk:rule:id_taken')
    WHEN NEW.version IS NOT 1 THEN RAISE(ABORT, 'frontdesk:rule:insert_version')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM resource x WHERE x.id = NEW.resource_id) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;
CREATE TRIGGER time_off_update BEFORE UPDATE ON time_off BEGIN
  SELECT CASE
    WHEN NEW.version IS NOT OLD.version + 1 THEN RAISE(ABORT, 'frontdesk:rule:update_version')
    WHEN NEW.id <> OLD.id THEN RAISE(ABORT, 'frontdesk:rule:immutable')
    WHEN NEW.changed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by)
      THEN RAISE(ABORT, 'frontdesk:rule:references')
    WHEN NEW.changed_by IS NOT NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.changed_by AND p.retired_at IS NOT NULL)
      THEN RAISE(ABORT, 'frontdesk:forbidden')
    WHEN NOT EXISTS (SELECT 1 FROM resource x WHERE x.id = NEW.resource_id) THEN RAISE(ABORT, 'frontdesk:rule:references')
  END;
END;
