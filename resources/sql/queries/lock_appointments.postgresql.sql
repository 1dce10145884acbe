-- Locks the rows of a batch in the order of their ids, which every writer of several rows keeps.
SELECT id FROM appointment
 WHERE id IN (SELECT value::bigint FROM jsonb_array_elements_text(CAST(:ids AS JSONB)))
 ORDER BY id
   FOR UPDATE
