SELECT name, undo_seconds FROM business
