-- BEGIN IMMEDIATE has taken the only lock that there is.
SELECT 1
