-- Makes the login too; only a manager may.
SELECT create_person(:name, :person_group, :login, :verifier)
