-- The audit: one row a change, with what isn't personal as {"field": [old, new]}; personal values go beside it, so that erasing a
-- client can clear them and the row still proves that something changed. What an insert leaves null, empty or 0 isn't listed. The
-- trigger's arguments name the personal columns.
CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before jsonb := '{}';
  plain jsonb;
  personal jsonb;
  entry bigint;
BEGIN
  IF TG_OP = 'UPDATE' THEN before := to_jsonb(OLD); END IF;
  SELECT jsonb_object_agg(n.key, jsonb_build_array(before->n.key, n.value)) FILTER (WHERE n.key <> ALL (TG_ARGV)),
         jsonb_object_agg(n.key, jsonb_build_array(before->n.key, n.value)) FILTER (WHERE n.key = ANY (TG_ARGV))
    INTO plain, personal
    FROM jsonb_each(to_jsonb(NEW)) n
   WHERE n.key <> ALL ('{id,version,changed_by,changed_desk,command_id,created_at}')
     AND CASE WHEN TG_OP = 'UPDATE' THEN n.value <> before->n.key ELSE n.value NOT IN ('null', '""', '0') END;
  INSERT INTO audit (at, table_name, row_id, row_version, action, changes, changed_by, changed_desk, command_id)
  VALUES (floor(extract(epoch FROM clock_timestamp())), TG_TABLE_NAME, NEW.id, NEW.version, lower(TG_OP), COALESCE(plain, '{}'),
          NEW.changed_by, NEW.changed_desk, NEW.command_id)
  RETURNING id INTO entry;
  IF personal IS NOT NULL THEN
    INSERT INTO audit_personal (audit_id, field, side, salt, value)
    SELECT entry, p.key, v.side, replace(gen_random_uuid()::text, '-', ''), v.value
      FROM jsonb_each(personal) p, LATERAL (VALUES ('old', p.value->>0), ('new', p.value->>1)) AS v(side, value)
     WHERE v.value <> '';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER audit AFTER UPDATE ON appointment FOR EACH ROW  -- its insert: 47_appointment_inserted.sql
  EXECUTE FUNCTION audit_change('status_reason', 'squeeze_reason', 'override_reason', 'label', 'note');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON client FOR EACH ROW
  EXECUTE FUNCTION audit_change('name', 'phone', 'phone_e164', 'phone_last4', 'email', 'alert', 'note');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION audit_change('name');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON resource FOR EACH ROW EXECUTE FUNCTION audit_change('name', 'initials');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION audit_change('note');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON closure FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON time_off FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON business FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON location FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON service FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER audit AFTER INSERT OR UPDATE ON series FOR EACH ROW EXECUTE FUNCTION audit_change();
