-- Who may be named as the author of a change, the login's own person marked.
SELECT id, name, person_group, (role = session_user)::int AS is_signed_in
  FROM person
 WHERE retired_at IS NULL
 ORDER BY id
