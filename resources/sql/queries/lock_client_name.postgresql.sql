-- Who makes a client of this name waits for the other who does; held by the connection until unlock_client_name.
SELECT pg_advisory_lock(1178747724, hashtext(:name))
