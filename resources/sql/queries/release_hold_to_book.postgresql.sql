-- Frees what a popup held, for the booking that follows in the same transaction. Everything that the booking may take is
-- locked first together with what the hold took: locked one after the other by two statements, the resources would not
-- be in the order that every writer keeps. The SQLite twin locks nothing.
WITH locked AS MATERIALIZED (
  SELECT lock_resources(ARRAY(
           SELECT (t.value->>'resource')::bigint
             FROM desk_hold h CROSS JOIN jsonb_array_elements(h.takes) t WHERE h.id = :hold
           UNION SELECT CAST(:staff AS BIGINT)
           UNION SELECT o.value::bigint FROM jsonb_array_elements_text(CAST(:others AS JSONB)) o
           UNION SELECT able.resource_id
             FROM service_resource able JOIN resource r ON r.id = able.resource_id
            WHERE able.service_id = :service AND r.kind <> 'staff'))
)
DELETE FROM desk_hold WHERE id = :hold AND EXISTS (SELECT 1 FROM locked)
