-- A login without superuser's power makes and migrates a book as a member of frontdesk_owner and frontdesk_keeper for the length of
-- that transaction alone: CREATEROLE may join them on 15, or a superuser has granted them for good. Both functions run with the
-- caller's own rights.
CREATE FUNCTION borrow_ownership() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['frontdesk_owner', 'frontdesk_keeper'] LOOP
    IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO %I', wanted, current_user);
      PERFORM set_config('frontdesk.borrowed', concat_ws(',', NULLIF(current_setting('frontdesk.borrowed', true), ''), wanted), true);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION return_ownership() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  borrowed text;
BEGIN
  FOREACH borrowed IN ARRAY string_to_array(COALESCE(current_setting('frontdesk.borrowed', true), ''), ',') LOOP
    EXECUTE format('REVOKE %I FROM %I', borrowed, current_user);
  END LOOP;
  PERFORM set_config('frontdesk.borrowed', '', true);
END $$;
