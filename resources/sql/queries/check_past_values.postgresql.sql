-- What capacities and lists of who is able have been, from the audit: [old, new] of each change.
SELECT table_name, row_id, changes -> 'capacity', changes -> 'squeeze_capacity', changes -> 'able'
  FROM audit WHERE table_name IN ('resource', 'service')
