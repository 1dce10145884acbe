UPDATE person SET retired_at = unixepoch(), version = version + 1, changed_by = :changed_by
 WHERE id = :id AND retired_at IS NULL
RETURNING version
