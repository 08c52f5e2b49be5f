"""Parts that any page is made of; none knows what it shows."""
