SELECT DISTINCT country FROM location ORDER BY country
