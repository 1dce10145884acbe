-- A popup's hold that ran out some time ago, its desk gone without a word. The SQLite twin has one writer at a time.
DELETE FROM desk_hold
 WHERE id = (SELECT h.id FROM desk_hold h WHERE h.held_until <= unixepoch() - CAST(:since AS BIGINT)
              ORDER BY h.held_until, h.id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id
