-- One client who may be booked, to name on the command line.
SELECT id, name, phone, phone_e164
  FROM client
 WHERE id = :id AND merged_into IS NULL AND erased_at IS NULL
