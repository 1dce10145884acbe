-- A hint that a table changed, its name alone as payload, so that PostgreSQL folds a transaction's many into one.
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('frontdesk', TG_TABLE_NAME);
  RETURN NULL;
END $$;

-- A transaction that notifies holds one lock of the whole cluster while it commits, its fsync included, so bookings would be stored
-- one after the other. The program's command executor therefore hints by itself, right after its commit (queries/hint.postgresql.sql),
-- and says so for its session; everybody else's changes, psql's too, hint here.
CREATE FUNCTION hint_at_booking(changed text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('frontdesk.hints', true) IS DISTINCT FROM 'after commit' THEN PERFORM pg_notify('frontdesk', changed); END IF;
END $$;
CREATE FUNCTION notify_booking() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  done text := hint_at_booking(TG_TABLE_NAME);
BEGIN
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['client', 'service', 'resource', 'location', 'person', 'business',
                                 'closure', 'time_off'] LOOP
    EXECUTE format('CREATE TRIGGER notify AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION notify_change()', watched);
  END LOOP;
END $$;
-- A desk says every few seconds that it is there: that alone is no news. It is news that it comes, goes, comes back after a silence in which
-- the others had left it out (queries/desks_present), or opens or closes a form.
CREATE TRIGGER notify AFTER INSERT OR DELETE ON desk FOR EACH ROW EXECUTE FUNCTION notify_change();
CREATE TRIGGER notify_change AFTER UPDATE ON desk FOR EACH ROW
  WHEN ((OLD.person_id, OLD.editing_table, OLD.editing_id) IS DISTINCT FROM (NEW.person_id, NEW.editing_table, NEW.editing_id)
        OR NEW.seen_at NOT BETWEEN OLD.seen_at AND OLD.seen_at + 30)
  EXECUTE FUNCTION notify_change();
CREATE TRIGGER notify AFTER UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION notify_booking();
CREATE TRIGGER notify AFTER INSERT OR UPDATE OR DELETE ON desk_hold FOR EACH ROW EXECUTE FUNCTION notify_booking();
