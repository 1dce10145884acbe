SELECT reset_person(:id, :verifier)
