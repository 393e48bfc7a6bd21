"""The words of the coach: cues in, sentences, SSML, APL-A and plain text out."""
