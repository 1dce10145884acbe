-- One load of a business file at a time; let go at the end of the transaction.
SELECT pg_advisory_xact_lock(hashtextextended('frontdesk business file', 0))
