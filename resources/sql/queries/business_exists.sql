-- One row when the book has been made to its end.
SELECT id FROM business WHERE id = 1
