-- The guard's own locks on a location before the first change of a rezone that gives it another zone (32_catalogue.sql).
SELECT lock_location(:location)
