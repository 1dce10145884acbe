-- A command that is sent again waits here for its first sending, to the transaction's end, and then finds what that has done.
SELECT pg_advisory_xact_lock(1178747725, hashtext(:command))
