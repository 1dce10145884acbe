DELETE FROM desk WHERE name = :name
