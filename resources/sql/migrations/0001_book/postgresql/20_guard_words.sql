-- Words that the guard's triggers share. Trigger functions run as the owner of the book (60_roles.sql) with a fixed
-- search_path, since no person may write claims or audit; these helpers inherit both from the trigger that calls them. Those that look
-- into large tables also switch sequential scans off, since a session that met an empty book would keep such a plan while it fills,
-- and the compiler of large plans.

-- A refusal: our SQLSTATE, and the facts as JSON in MESSAGE, because QPSQL passes DETAIL only inside localised text.
CREATE FUNCTION refuse(broken_rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF broken_rule = 'forbidden' THEN
    RAISE EXCEPTION USING ERRCODE = 'FD004', MESSAGE = '{"outcome": "forbidden"}';
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'FD005', MESSAGE = json_build_object('outcome', 'rule', 'rule', broken_rule)::text;
END $$;

-- What forbids this session to write in the name of that person, or null. A person writes in the own name; the server's sessions and
-- the owner's (a superuser counts as both) may name anyone active, or nobody.
CREATE FUNCTION writer_problem(writer bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  retired boolean;
BEGIN
  IF pg_has_role(session_user, 'frontdesk_server', 'MEMBER') OR pg_has_role(session_user, 'frontdesk_owner', 'MEMBER') THEN
    IF writer IS NULL THEN RETURN NULL; END IF;
    SELECT p.retired_at IS NOT NULL INTO retired FROM person p WHERE p.id = writer;
    RETURN CASE WHEN retired IS NULL THEN 'references' WHEN retired THEN 'forbidden' END;
  END IF;
  PERFORM 1 FROM person p WHERE p.role = session_user AND p.id = writer AND p.retired_at IS NULL;
  RETURN CASE WHEN NOT FOUND THEN 'forbidden' END;
END $$;

-- The moment up to which an appointment keeps its resources: null keeps none; completed and no_show end when they were said.
-- A seat keeps none: its session does.
CREATE FUNCTION keeps_until(status text, status_at bigint, session_id bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN session_id IS NOT NULL THEN NULL
              WHEN status IN ('held', 'booked', 'arrived', 'in_service') THEN 9223372036854775807
              WHEN status IN ('completed', 'no_show') THEN status_at END;

-- The status ways (schema.md). A cancelled row returns to the status it had; `before` null comes from imports and means booked.
CREATE FUNCTION may_follow(old_status text, new_status text, before text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN CASE old_status
    WHEN 'held'       THEN new_status IN ('booked', 'cancelled', 'expired')
    WHEN 'booked'     THEN new_status IN ('arrived', 'in_service', 'completed', 'no_show', 'cancelled', 'parked')
    WHEN 'arrived'    THEN new_status IN ('in_service', 'completed', 'no_show', 'cancelled', 'booked')
    WHEN 'in_service' THEN new_status IN ('completed', 'arrived')
    WHEN 'completed'  THEN new_status IN ('in_service', 'arrived', 'booked')
    WHEN 'no_show'    THEN new_status IN ('booked', 'arrived')
    WHEN 'cancelled'  THEN new_status = COALESCE(before, 'booked')
    WHEN 'parked'     THEN new_status IN ('booked', 'cancelled')
    WHEN 'expired'    THEN new_status IN ('held', 'booked')
    ELSE false END;

-- An array of {resource, from, to, units}, whole numbers, none empty, none longer than a day (so that a sweep looks at one day
-- of the index).
CREATE FUNCTION takes_are_sound(takes jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN jsonb_typeof(takes) = 'array' AND jsonb_array_length(takes) <= 100
     AND jsonb_array_length(takes) = jsonb_array_length(jsonb_path_query_array(takes, 'strict $[*] ? (
       @.resource.type() == "number" && @.resource == @.resource.floor() && @.resource > 0 && @.resource < 1000000000000000 &&
       @.from.type() == "number" && @.from == @.from.floor() && @.from >= -86400 && @.from <= 86400 &&
       @.to.type() == "number" && @.to == @.to.floor() && @.to > @.from && @.to - @.from <= 86400 &&
       @.units.type() == "number" && @.units == @.units.floor() && @.units >= 1 && @.units <= 10000)', '{}', true))
     -- 1.0 is a whole number to jsonb, and no bigint to whoever reads it as text: the views would fail.
     AND (position('.' IN takes::text) = 0 OR takes::text !~ '"(resource|from|to|units)": -?[0-9]+[.]');

CREATE FUNCTION resources_of(takes jsonb) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  answer bigint[] := '{}';
BEGIN
  FOR n IN 0 .. jsonb_array_length(takes) - 1 LOOP
    answer := answer || (takes->n->'resource')::bigint;
  END LOOP;
  RETURN answer;
END $$;

-- Every writer of claims holds these locks first, in this order, to the end of its transaction: sessions (minus their id) before
-- resources (their id). A command of several rows calls it with all resources, old and new, before its first statement.
CREATE FUNCTION lock_resources(keys bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key bigint;
  done text;
BEGIN
  FOR key IN SELECT DISTINCT k FROM unnest(keys) k WHERE k IS NOT NULL ORDER BY k LOOP
    done := pg_advisory_xact_lock(key);
  END LOOP;
END $$;
