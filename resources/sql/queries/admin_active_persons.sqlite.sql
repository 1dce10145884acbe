-- Who may be named as the author of a change; a file has no logins.
SELECT id, name, person_group, 0 AS is_signed_in
  FROM person
 WHERE retired_at IS NULL
 ORDER BY id
