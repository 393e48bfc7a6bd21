### Indian English: all words are those of en-US, but for these, and for the messages in the other files of this folder.
### An entry is words in place of words. Its id is the American ones, with hyphens between them.

physical-therapist = physiotherapist
physical-therapy = physiotherapy
program = programme
a-few-inches = a few centimetres
an-inch = a few centimetres
favorite = favourite
yard-work = gardening
heavy-laundry = heavy washing
the-laundry-basket = the washing basket
