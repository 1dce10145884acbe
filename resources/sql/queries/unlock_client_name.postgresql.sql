SELECT pg_advisory_unlock(1178747724, hashtext(:name))
