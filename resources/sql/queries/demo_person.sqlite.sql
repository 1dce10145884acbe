-- Who the demo's rows are signed by.
SELECT id FROM person WHERE retired_at IS NULL ORDER BY id LIMIT 1
