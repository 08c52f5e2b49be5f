"""Settings, page "Vault": the ways in, locking, backups, moving and encrypting anew."""
