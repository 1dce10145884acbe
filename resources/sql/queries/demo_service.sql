INSERT INTO service (name, category, price_minor, currency, colour, steps, able, buffer_before, buffer_after, seats, online, changed_by)
VALUES (:name, :category, :price_minor, :currency, :colour, :steps, :able, :buffer_before, :buffer_after, :seats, :online, :changed_by)
RETURNING id
