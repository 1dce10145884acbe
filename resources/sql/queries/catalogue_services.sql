SELECT id, version, name, category, price_minor, currency, colour, steps, able, buffer_before, buffer_after, seats, online,
       retired_at
  FROM service ORDER BY category, name, id
