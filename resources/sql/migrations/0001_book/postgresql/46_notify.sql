-- A hint that a table changed, its name alone as payload, so that PostgreSQL folds a transaction's many into one.
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('frontdesk', TG_TABLE_NAME);
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['desk_hold', 'client', 'service', 'resource', 'location', 'person', 'business',
                                 'closure', 'time_off', 'desk'] LOOP
    EXECUTE format('CREATE TRIGGER notify AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION notify_change()', watched);
  END LOOP;
END $$;
CREATE TRIGGER notify AFTER UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION notify_change();
