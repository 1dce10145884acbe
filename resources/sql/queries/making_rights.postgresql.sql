-- What the login has of the rights that making a book in this database needs.
SELECT r.rolname, r.rolsuper, r.rolcreatedb, r.rolcreaterole, r.rolinherit, pg_has_role(d.datdba, 'USAGE') AS owns_database,
       COALESCE((SELECT pg_has_role(n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.nspname = 'public'), FALSE) AS owns_schema,
       EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist') AS knows_extension,
       (SELECT string_agg(w.name, ', ' ORDER BY w.position)
          FROM unnest(ARRAY['frontdesk_owner', 'frontdesk_keeper', 'frontdesk_server', 'frontdesk_receptionist', 'frontdesk_manager',
                            'frontdesk_auditor', 'frontdesk_online']) WITH ORDINALITY AS w(name, position)
         WHERE NOT EXISTS (SELECT 1 FROM pg_roles x WHERE x.rolname = w.name)) AS absent_roles,
       (SELECT string_agg(x.rolname, ', ' ORDER BY x.rolname DESC) FROM pg_roles x
         WHERE x.rolname IN ('frontdesk_owner', 'frontdesk_keeper', 'frontdesk_manager') AND NOT pg_has_role(x.oid, 'MEMBER')) AS foreign_roles
  FROM pg_roles r, pg_database d
 WHERE r.rolname = session_user AND d.datname = current_database()
