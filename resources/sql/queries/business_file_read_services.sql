-- Rows of service as a business file may change them, retired ones too.
SELECT id, version, name, category, price_minor, currency, colour, steps, able, buffer_before, buffer_after, seats,
       online, retired_at
  FROM service
 ORDER BY id
