-- Forgets a client's own row; the client's appointments, keys and history follow in the same transaction. On PostgreSQL
-- one function does it all.
UPDATE client
   SET name = '', phone = '', phone_e164 = NULL, phone_last4 = NULL, email = '', alert = '', note = '', language = '',
       erased_at = unixepoch(), version = version + 1, changed_by = :person, changed_desk = :desk, command_id = :command
 WHERE id = :id AND erased_at IS NULL
RETURNING version
