-- A popup's hold that ran out some time ago, its desk gone without a word. The PostgreSQL twin leaves alone what its desk
-- is just extending.
DELETE FROM desk_hold
 WHERE id = (SELECT h.id FROM desk_hold h WHERE h.held_until <= unixepoch() - :since ORDER BY h.held_until, h.id LIMIT 1)
RETURNING id
