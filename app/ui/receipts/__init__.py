"""What left this computer: browsing the receipts, checking their chain, and giving them away."""
