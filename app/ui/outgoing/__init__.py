"""What the assistant will see, shown before it leaves."""
