"""What is shown: every state of the conversation as a value for the eye."""
