"""What Alexa hears: intents and their samples as data, built into the model that Amazon takes."""
