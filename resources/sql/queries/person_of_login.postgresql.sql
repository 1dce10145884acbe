-- Who is signed in: the person of the login. The server's own role is nobody.
SELECT id FROM person WHERE role = session_user AND retired_at IS NULL
