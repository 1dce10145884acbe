-- A popup's hold that ran out some time ago, its desk gone without a word. A booking made from the hold locks the resources before it
-- deletes the row: so does this, and leaves for the next sweep what anybody is at. The SQLite twin has one writer at a time.
WITH due AS MATERIALIZED (
  SELECT h.id, h.takes FROM desk_hold h WHERE h.held_until <= unixepoch() - CAST(:since AS BIGINT)
   ORDER BY h.held_until, h.id LIMIT 1
),
locked AS MATERIALIZED (
  SELECT d.id FROM due d
   WHERE (SELECT bool_and(pg_try_advisory_xact_lock((t.value->>'resource')::bigint)) FROM jsonb_array_elements(d.takes) t) IS NOT FALSE
)
DELETE FROM desk_hold
 WHERE id = (SELECT h.id FROM desk_hold h JOIN locked l ON l.id = h.id
              WHERE h.held_until <= unixepoch() - CAST(:since AS BIGINT) FOR UPDATE OF h SKIP LOCKED)
RETURNING id
