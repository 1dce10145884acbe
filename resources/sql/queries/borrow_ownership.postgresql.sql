-- What making and migrating a book needs, to the transaction's end: see 58_ownership.sql.
SELECT borrow_ownership()
