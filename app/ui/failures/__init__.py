"""What went wrong, told in the user's language."""
