-- Persons and their logins. The functions that touch roles run as frontdesk_keeper (60_roles.sql), take SCRAM verifiers made at the
-- client so that no password reaches a log, and serve managers of this book alone.

-- The manager who calls, or null for the owner's session (a superuser); refuses everybody else.
CREATE FUNCTION calling_manager() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  caller bigint;
BEGIN
  SELECT p.id INTO caller FROM person p WHERE p.role = session_user AND p.person_group = 'manager' AND p.retired_at IS NULL;
  IF caller IS NULL AND NOT pg_has_role(session_user, 'frontdesk_owner', 'MEMBER') THEN PERFORM refuse('forbidden'); END IF;
  RETURN caller;
END $$;

CREATE FUNCTION check_verifier(scram_verifier text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF scram_verifier IS NULL OR scram_verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{16,88}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$' THEN
    PERFORM refuse('verifier');
  END IF;
END $$;

-- The login of a person of this book that these functions made: one of our groups and no other power, so that a manager can't take
-- over a role that means more elsewhere in the cluster.
CREATE FUNCTION plain_login_of(person_id bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  login text;
BEGIN
  SELECT r.rolname INTO login
    FROM person p JOIN pg_roles r ON r.rolname = p.role
   WHERE p.id = person_id
     AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)
     AND NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                      WHERE m.member = r.oid AND g.rolname <> 'frontdesk_' || p.person_group);
  IF login IS NULL THEN PERFORM refuse('login'); END IF;
  RETURN login;
END $$;

CREATE FUNCTION create_person(person_name text, group_name text, login text, scram_verifier text) RETURNS bigint LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  manager bigint := calling_manager();
  answer bigint;
BEGIN
  IF group_name IS NULL OR group_name NOT IN ('receptionist', 'manager', 'auditor', 'online') THEN PERFORM refuse('known_group'); END IF;
  IF login IS NULL OR login !~ '^[a-z][a-z0-9_]{1,40}$' OR login ~ '^(pg_|frontdesk_)' OR login IN ('postgres', 'public', 'none')
     OR EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = login) THEN PERFORM refuse('login'); END IF;
  PERFORM check_verifier(scram_verifier);
  EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L IN ROLE %I',
                 login, scram_verifier, 'frontdesk_' || group_name);
  INSERT INTO person (name, person_group, role, changed_by) VALUES (person_name, group_name, login, manager) RETURNING id INTO answer;
  RETURN answer;
END $$;

-- The login stays as a name without a way in: old changes keep their author.
CREATE FUNCTION disable_person(person_id bigint) RETURNS bigint LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  manager bigint := calling_manager();
  login text := plain_login_of(person_id);
  answer bigint;
BEGIN
  IF person_id = manager THEN PERFORM refuse('own_login'); END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', login);
  UPDATE person SET retired_at = unixepoch(), version = version + 1, changed_by = manager WHERE id = person_id AND retired_at IS NULL
  RETURNING version INTO answer;
  RETURN answer;
END $$;

CREATE FUNCTION reset_person(person_id bigint, scram_verifier text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  manager bigint := calling_manager();
  login text := plain_login_of(person_id);
BEGIN
  PERFORM check_verifier(scram_verifier);
  IF EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND p.retired_at IS NOT NULL) THEN PERFORM refuse('forbidden'); END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', login, scram_verifier);
END $$;
