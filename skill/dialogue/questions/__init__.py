"""The questions the coach has open: what is asked, and whether it is due."""
