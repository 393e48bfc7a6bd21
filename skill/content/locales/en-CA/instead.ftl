### Canadian English: all words are those of en-US, but for these, and for the messages in the other files of this folder.
### An entry is words in place of words. Its id is the American ones, with hyphens between them.

physical-therapist = physiotherapist
physical-therapy = physiotherapy
favorite = favourite
shoveling = shovelling
