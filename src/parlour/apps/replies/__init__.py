"""What leaves: answers on their way out, and what became of them."""
