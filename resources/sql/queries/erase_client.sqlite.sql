-- Forgets the rows of a client and of everybody merged into them; their keys and history follow in the same transaction. On
-- PostgreSQL one function does it all.
UPDATE client
   SET name = '', phone = '', phone_e164 = NULL, phone_last4 = NULL, email = '', alert = '', note = '', language = '',
       erased_at = unixepoch(), version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id IN (WITH RECURSIVE merged(id) AS (
                SELECT :id UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into = m.id)
              SELECT id FROM merged)
   AND erased_at IS NULL
RETURNING id, version
