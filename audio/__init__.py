"""The audio guides: from a script to tagged MP3 files, transcripts, a manifest and a podcast feed."""
