-- Who the demo's rows are signed by: the person of this login, whom the triggers insist on.
SELECT id FROM person WHERE role = session_user AND retired_at IS NULL
