-- Persons whose login is more than a person's: it could make roles or own the book.
SELECT p.id, p.name, p.role,
       CASE WHEN r.rolsuper THEN 'is a superuser' WHEN r.rolcreaterole THEN 'has CREATEROLE' ELSE 'owns the book' END AS power
  FROM person p
  JOIN pg_roles r ON r.rolname = p.role
 WHERE p.retired_at IS NULL
   AND (r.rolsuper OR r.rolcreaterole OR pg_has_role(r.oid, 'frontdesk_owner', 'MEMBER') OR pg_has_role(r.oid, 'frontdesk_keeper', 'MEMBER'))
 ORDER BY p.id
