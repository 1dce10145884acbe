-- All clients who may be booked, to look names up on the command line; folding is the program's.
SELECT id, name, phone, phone_e164
  FROM client
 WHERE merged_into IS NULL AND erased_at IS NULL
 ORDER BY id
