"""Audio guides by voice: playing them, and what the player reports."""
