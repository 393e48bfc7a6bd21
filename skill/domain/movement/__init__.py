"""What an exercise is: its dose, its levels, what it needs; and what people do on their own."""
