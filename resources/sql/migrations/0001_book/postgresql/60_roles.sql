-- Who may do what. Roles belong to the whole cluster, everything else to this database: roles are made only where absent.
--   frontdesk_owner   owns the book and its trigger functions; nobody logs in as it
--   frontdesk_keeper  owns the three functions that make, disable and reset logins, and alone has CREATEROLE, which on 15 reaches
--                     the server's shell: nothing else runs as it
--   frontdesk_server  the online side's login is a member; it may name any person, and SET LOCAL ROLE to that person's group
--   the groups        a person's login is a member of exactly one
DO $$
DECLARE
  wanted text;
BEGIN
  PERFORM pg_advisory_xact_lock(1178747723, 60);
  FOREACH wanted IN ARRAY ARRAY['frontdesk_owner', 'frontdesk_keeper', 'frontdesk_server', 'frontdesk_receptionist', 'frontdesk_manager',
                                'frontdesk_auditor', 'frontdesk_online'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN%s', wanted, CASE wanted WHEN 'frontdesk_keeper' THEN ' CREATEROLE' ELSE '' END);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;  -- the migration of another database of this cluster was quicker; advisory locks end at the database
      END;
    END IF;
  END LOOP;
  FOREACH wanted IN ARRAY ARRAY['frontdesk_receptionist', 'frontdesk_manager', 'frontdesk_auditor', 'frontdesk_online'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_auth_members WHERE roleid = wanted::regrole AND member = 'frontdesk_server'::regrole) THEN
      BEGIN
        EXECUTE format('GRANT %I TO frontdesk_server', wanted);
      EXCEPTION WHEN unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END $$;

SELECT borrow_ownership();  -- until the migration's end: who hands objects over must be a member of whom they go to

-- Reading. The online side sees no audit and no outbox.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO frontdesk_owner, frontdesk_keeper, frontdesk_server, frontdesk_receptionist, frontdesk_manager,
  frontdesk_auditor, frontdesk_online;
GRANT SELECT ON schema_migration, guard_trigger, person, business, location, resource, service, service_step, service_resource, client, client_search,
  visit, series, appointment, desk_hold, claim, closure, time_off, desk,
  appointment_row, desk_hold_row, calendar_row, report_appointment, report_claim, claim_due
  TO frontdesk_server, frontdesk_receptionist, frontdesk_manager, frontdesk_auditor, frontdesk_online;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO frontdesk_manager;  -- for a backup by pg_dump
GRANT SELECT ON outbox, audit, audit_personal TO frontdesk_server, frontdesk_receptionist, frontdesk_manager, frontdesk_auditor;

-- Writing: claim, audit, audit_personal, service_step and service_resource are written by triggers alone.
GRANT INSERT, UPDATE ON appointment, client, visit, series TO frontdesk_receptionist, frontdesk_manager, frontdesk_online;
GRANT INSERT, UPDATE, DELETE ON desk_hold, client_search TO frontdesk_receptionist, frontdesk_manager, frontdesk_online;
GRANT INSERT, UPDATE, DELETE ON desk TO frontdesk_server, frontdesk_receptionist, frontdesk_manager, frontdesk_auditor;
GRANT INSERT, UPDATE ON business, location, resource, service, closure, time_off TO frontdesk_manager;
GRANT UPDATE (name, version, changed_by, changed_desk, command_id) ON person TO frontdesk_manager;
GRANT UPDATE (due, withdrawn_at) ON outbox TO frontdesk_receptionist, frontdesk_manager;
GRANT INSERT, UPDATE ON outbox TO frontdesk_server;
GRANT UPDATE (digest) ON audit_personal TO frontdesk_server;
GRANT SELECT, INSERT, UPDATE ON person TO frontdesk_keeper;

-- What changes roles or erases is not for everybody to call; the functions themselves ask who calls.
REVOKE EXECUTE ON FUNCTION create_person(text, text, text, text), disable_person(bigint), reset_person(bigint, text),
  erase_client(bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_person(text, text, text, text), disable_person(bigint), reset_person(bigint, text),
  erase_client(bigint, text, text) TO frontdesk_manager;

-- Ownership last: what was made above belongs to the login that migrates. A sequence follows its table. The new owner must be allowed
-- to have objects in this schema at that moment.
GRANT CREATE ON SCHEMA public TO frontdesk_owner, frontdesk_keeper;
DO $$
DECLARE
  item record;
BEGIN
  FOR item IN SELECT c.oid::regclass AS name, c.relkind FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') LOOP
    EXECUTE format('ALTER %s %s OWNER TO frontdesk_owner', CASE item.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, item.name);
  END LOOP;
  FOR item IN SELECT p.oid::regprocedure AS name, p.proname IN ('create_person', 'disable_person', 'reset_person') AS keeps
                FROM pg_proc p
               WHERE p.pronamespace = 'public'::regnamespace
                 AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO %s', item.name, CASE WHEN item.keeps THEN 'frontdesk_keeper' ELSE 'frontdesk_owner' END);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM frontdesk_keeper;
