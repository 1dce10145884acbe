-- Rows are never deleted: they are cancelled or retired. Migrations that ran stay written as they ran.

CREATE TRIGGER person_delete BEFORE DELETE ON person BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER business_delete BEFORE DELETE ON business BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER location_delete BEFORE DELETE ON location BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER resource_delete BEFORE DELETE ON resource BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER service_delete BEFORE DELETE ON service BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER client_delete BEFORE DELETE ON client BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER visit_delete BEFORE DELETE ON visit BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER series_delete BEFORE DELETE ON series BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER closure_delete BEFORE DELETE ON closure BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER time_off_delete BEFORE DELETE ON time_off BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER appointment_delete BEFORE DELETE ON appointment BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER outbox_delete BEFORE DELETE ON outbox BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER schema_migration_delete BEFORE DELETE ON schema_migration BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:delete');
END;

CREATE TRIGGER schema_migration_insert BEFORE INSERT ON schema_migration BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:id_taken') WHERE EXISTS (SELECT 1 FROM schema_migration x WHERE x.number = NEW.number);
END;
CREATE TRIGGER schema_migration_update BEFORE UPDATE ON schema_migration BEGIN
  SELECT RAISE(ABORT, 'frontdesk:rule:immutable');
END;
