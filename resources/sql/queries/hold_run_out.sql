-- Whether the sweeper has anything to do: a hold that has run out, or a popup's that ran out some time ago.
SELECT EXISTS (SELECT 1 FROM appointment WHERE held_until <= unixepoch())
    OR EXISTS (SELECT 1 FROM desk_hold WHERE held_until <= unixepoch() - CAST(:since AS BIGINT)) AS any_run_out
