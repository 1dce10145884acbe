-- What holds for every versioned row: it begins at version 1, each change adds one, it names its writer truly, and it is never
-- deleted. The appointment has this in its own trigger.

CREATE FUNCTION versioned_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  broken text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.version IS DISTINCT FROM 1 THEN PERFORM refuse('insert_version'); END IF;
  ELSE
    IF NEW.version IS DISTINCT FROM OLD.version + 1 THEN PERFORM refuse('update_version'); END IF;
    IF NEW.id <> OLD.id THEN PERFORM refuse('immutable'); END IF;
  END IF;
  broken := writer_problem(NEW.changed_by);
  IF broken IS NOT NULL AND NOT (TG_TABLE_NAME = 'person' AND TG_OP = 'INSERT' AND NEW.changed_by = NEW.id AND broken = 'references') THEN
    PERFORM refuse(broken);  -- the first person of a book may name itself
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION never_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('delete');
END $$;

DO $$
DECLARE
  versioned text;
BEGIN
  FOREACH versioned IN ARRAY ARRAY['person', 'business', 'location', 'resource', 'service', 'client', 'visit', 'series', 'closure',
                                   'time_off'] LOOP
    EXECUTE format('CREATE TRIGGER guard_version BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION versioned_before()',
                   versioned);
  END LOOP;
  FOREACH versioned IN ARRAY ARRAY['person', 'business', 'location', 'resource', 'service', 'client', 'visit', 'series', 'closure',
                                   'time_off', 'appointment', 'outbox', 'schema_migration'] LOOP
    EXECUTE format('CREATE TRIGGER guard_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION never_deleted()', versioned);
    EXECUTE format('CREATE TRIGGER guard_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION never_deleted()', versioned);
  END LOOP;
END $$;

CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('immutable');
END $$;
CREATE TRIGGER guard_change BEFORE UPDATE ON schema_migration FOR EACH ROW EXECUTE FUNCTION never_changed();
