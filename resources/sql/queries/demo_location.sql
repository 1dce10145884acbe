INSERT INTO location (name, zone, currency, country, hours, changed_by)
VALUES (:name, :zone, :currency, :country, :hours, :changed_by)
RETURNING id
