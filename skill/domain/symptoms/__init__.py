"""Where it hurts and how strongly: reports, how two of them compare, and the verdict that follows."""
