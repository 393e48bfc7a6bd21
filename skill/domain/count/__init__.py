"""The count of one exercise, second by second."""
