-- What triggers write no hand writes, a superuser's or the owner's neither, whom no grant holds back: a claim deleted in psql would let
-- the next booking into the same chair. A statement inside of a trigger meets this at depth 2.
CREATE FUNCTION by_triggers_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN PERFORM refuse(TG_ARGV[0]); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON claim
  FOR EACH STATEMENT EXECUTE FUNCTION by_triggers_alone('claims');
CREATE TRIGGER guard_hand BEFORE INSERT ON audit FOR EACH STATEMENT EXECUTE FUNCTION by_triggers_alone('audit');
CREATE TRIGGER guard_hand BEFORE INSERT ON audit_personal FOR EACH STATEMENT EXECUTE FUNCTION by_triggers_alone('audit');
CREATE TRIGGER guard_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON service_step
  FOR EACH STATEMENT EXECUTE FUNCTION by_triggers_alone('steps');
CREATE TRIGGER guard_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON service_resource
  FOR EACH STATEMENT EXECUTE FUNCTION by_triggers_alone('able');
