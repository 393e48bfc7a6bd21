## Who of a household is talking.

ask-who =
    { $name ->
        [none] Did I coach you the last time?
       *[other] Is this { $name }?
    }
    .reprompt =
        { $name ->
            [none] Say yes if I coached you the last time, or no. Was that you?
           *[other] Say yes, or no, or your first name. Is this { $name }?
        }
ask-first-name = What's your first name?
    .reprompt = Say: my name is, and your first name. What's your name?
ask-other-person =
    { $name ->
        [none] Is another person exercising now?
       *[other] Is { $name } another person?
    }
    .reprompt =
        { $name ->
            [none] Say yes for another person, or no to go on yourself. Is it another person?
           *[other] Say yes if { $name } is another person, or no if it's your own name. Is it another person?
        }
# source: docs/clinical.md §3.2a and §3.4a, a sign told by somebody unrecognized holds everybody
ask-whose-sign = Somebody here told me about a warning sign, so I'm not coaching. Was it you?
    .reprompt = Say yes if you told me about it, or no if it was somebody else. Was it you?
sign-of-another = Okay. To be safe, I'll ask you the safety questions first.
no-sign-of-yours = Thank you. Then it wasn't you, and we can go on.
ask-delete-everyone = Shall I delete everything I know about everyone here, for good?
    .reprompt = Say yes to delete everything about everyone, or no to keep it. Shall I delete it?
deleted-one = Everything about you is deleted. What I know of others here stays. Take care.
