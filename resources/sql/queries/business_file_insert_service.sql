-- A new row of service from a business file.
INSERT INTO service (name, category, price_minor, currency, colour, steps, able, buffer_before, buffer_after, seats,
                     online, retired_at, changed_by, changed_desk, command_id)
VALUES (:name, :category, :price_minor, :currency, :colour, :steps, :able, :buffer_before, :buffer_after, :seats,
        :online, :retired_at, :changed_by, :changed_desk, :command_id)
RETURNING id
