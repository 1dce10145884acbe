-- A changed row of service from a business file, upon the version that was read.
UPDATE service
   SET name = :name, category = :category, price_minor = :price_minor, currency = :currency, colour = :colour,
       steps = :steps, able = :able, buffer_before = :buffer_before, buffer_after = :buffer_after, seats = :seats,
       online = :online, retired_at = :retired_at, changed_by = :changed_by, changed_desk = :changed_desk,
       command_id = :command_id, version = version + 1
 WHERE id = :id AND version = :seen
RETURNING id
