"""Settings, page "What stays home": the vault's values, and what is kept and shown of them."""
