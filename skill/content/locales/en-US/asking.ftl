### What is said around the answers: the offer of more, and the way back. The answers are in answers.ftl.

ask-more = Do you want to hear more?
    .reprompt = Say yes for more, or no to go back. Do you want to hear more?
back-to-it = Okay.
topics-to-ask = You can also ask about { $topics }.
topic-for-region =
    { $region ->
        [neck] This one is about the neck.
        [low-back] This one is about the low back.
       *[both] This one is about the neck and the low back.
    }
unknown-topic =
    I don't know that one. Your doctor or physical therapist would. To hear what I do know, say: what can I ask about.
