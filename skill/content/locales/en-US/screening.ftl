### The safety questions: one message for each item of rules/screening.yaml, `screen-` and its id in small letters.
### .reprompt is said when nobody answered; .sign names it, where no question may be asked; .which asks which of the
### things in it is meant; .confirm asks whether a single answer that decides was heard right.
### The lists come first; -signs is a list without its question. At most about 40 words, the things first.

# source: docs/clinical.md §3.2, the reprompt: what can be answered
screen-answers = Please say yes, no, or not sure.


## The lists before the first exercise ever. source: docs/clinical.md §3.2a

# source: docs/clinical.md §3.2a, how a list ends and is asked again
none-or-which = None, or which?
list-reprompt = Say none if none of it is true. Or say which. None, or which?

screen-g1-signs =
    New numbness between your legs or around your bottom. New trouble with your bladder, bowels, or sexual
    function. New pain, numbness or weakness in both legs or both arms.
screen-g1 = { screen-g1-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-g2-signs =
    Chest pain, trouble breathing, or fainting. A serious accident or bad fall, not checked yet.
    A fever with severe spine pain, or with a stiff neck and bad headache.
screen-g2 = { screen-g2-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-g2n-signs =
    A sudden severe headache or neck pain. Double vision, slurred speech, trouble swallowing, a numb or drooping
    face, or sudden falls. Clumsy hands, unsteady walking, or electric shocks on bending your neck.
screen-g2n = { screen-g2n-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-g3-signs =
    { $region ->
        [low-back] { screen-these-days }
       *[neck] { screen-these-days } Dizziness when you move your neck.
    }
screen-g3 = { screen-g3-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-these-days =
    These days: an arm or leg getting weaker, or losing feeling. Fever, chills, night sweats, a recent infection,
    weak immunity, or injected drugs. Pain that no position eases.
screen-g4a-signs =
    Pregnancy. Spine surgery or a spine injection in the last three months. Heart disease, uncontrolled blood
    pressure, or being told not to exercise.
screen-g4a = { screen-g4a-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-g4b-signs =
    Cancer at any time, or losing weight without trying. Thin bones, long use of steroid tablets, or a small fall when over
    seventy. Spinal stenosis, a slipped vertebra, rheumatoid arthritis, or loose ligaments.
screen-g4b = { screen-g4b-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-g5-signs = Being under eighteen. No clinician having said it's a disc.
screen-g5 = Are you an adult, and has a clinician said it's a disc?
    .reprompt = Say yes if both are true, or no. Are you an adult, and has a clinician said it's a disc?

## The lists before the first exercise of a day. source: docs/clinical.md §3.3

screen-dl-signs =
    Anything new since last time: numbness around your bottom or genitals, a bladder, bowel or sexual change;
    weakness, clumsiness, lost feeling, or trouble on both sides; fever, chest pain, fainting.
screen-dl = { screen-dl-signs } { none-or-which }
    .reprompt = { list-reprompt }
screen-dn-signs =
    Anything new since last time: clumsy hands, unsteady walking, weakness, lost feeling, or trouble on both
    sides; bladder or bowel change; chest pain, fever, sudden headache, dizziness, trouble seeing, speaking or
    swallowing.
screen-dn = { screen-dn-signs } { none-or-which }
    .reprompt = { list-reprompt }


## The same one at a time, before the first exercise ever. source: docs/clinical.md §3.2, word for word

screen-s1 = Do you have chest pain, trouble breathing, or have you fainted?
    .sign = Chest pain, trouble breathing, or fainting.
    .reprompt = { screen-answers } Do you have chest pain, trouble breathing, or have you fainted?
screen-s2 =
    Did this start after a serious accident, a bad fall, or a hard blow to your neck or back that has not been
    checked?
    .sign = A serious accident, a bad fall or a hard blow to your back or neck, not checked yet.
    .reprompt = { screen-answers } Which is it?
screen-s3 = Any new numbness or odd feeling between your legs, around your bottom or genitals, or when you wipe?
    .sign = New numbness or an odd feeling between your legs, or around your bottom.
    .reprompt = { screen-answers } Which is it?
screen-s4 =
    Any new trouble starting, stopping or feeling your urine, loss of bowel control, or change in sexual feeling
    or function?
    .sign = New trouble with your bladder or bowel, or with sexual feeling or function.
    .reprompt = { screen-answers } Which is it?
screen-s5 = Any new pain, numbness or weakness in both legs or both arms?
    .sign = New pain, numbness or weakness in both legs or both arms.
    .reprompt = { screen-answers } Any new pain, numbness or weakness in both legs or both arms?
screen-s6 =
    Any sudden severe or unusual headache or neck pain, new double vision, slurred speech, trouble swallowing,
    numb or drooping face, or sudden falls?
    .sign = A sudden severe headache or neck pain, double vision, slurred speech, trouble swallowing, or a numb face.
    .reprompt = { screen-answers } Which is it?
screen-s6b = Do you get dizzy or faint when you move your neck?
    .sign = Dizziness or faintness when you move your neck.
    .reprompt = { screen-answers } Do you get dizzy or faint when you move your neck?
screen-s7 =
    Have your hands become clumsy, your walking unsteady, or do you get electric shocks when you bend your neck?
    .sign = Clumsy hands, unsteady walking, or electric shocks when you bend your neck.
    .reprompt = { screen-answers } Which is it?
screen-s8 = Do you have a fever with severe spine pain, or with a stiff neck and bad headache?
    .sign = A fever with severe spine pain, or with a stiff neck and bad headache.
    .reprompt = { screen-answers } Which is it?
screen-s9 = Is an arm, hand, leg or foot getting weaker, such as tripping on your toes or dropping things?
    .sign = An arm, hand, leg or foot that is getting weaker.
    .reprompt = { screen-answers } Which is it?
screen-s9b = Have you lost feeling in an arm, hand, leg or foot since this began?
    .sign = Lost feeling in an arm, hand, leg or foot.
    .reprompt = { screen-answers } Which is it?
screen-s10 =
    Do you have a fever, chills or night sweats with this pain, or a weak immune system, a recent infection, or
    injected drug use?
    .sign = A fever, chills or night sweats, a weak immune system, a recent infection, or injected drug use.
    .reprompt = { screen-answers } Which is it?
screen-s11 = Have you had cancer, or lost weight without trying?
    .sign = Cancer at any time, or losing weight without trying.
    .reprompt = { screen-answers } Have you had cancer, or lost weight without trying?
screen-s12 = Is the pain constant, and no position eases it at all, by day or when it wakes you?
    .sign = Constant pain that no position eases at all.
    .reprompt = { screen-answers } Which is it?
screen-s13 =
    Do you have thin bones, use steroid tablets long term, or are you over seventy with a recent small fall or
    strain?
    .sign = Thin bones, long use of steroid tablets, or a small fall or strain when you're over seventy.
    .reprompt = { screen-answers } Which is it?
screen-s14 = Are you pregnant, or have you had spine surgery or a spine injection in the last three months?
    .sign = Being pregnant, or spine surgery or a spine injection in the last three months.
    .reprompt = { screen-answers } Which is it?
screen-s15 =
    Has a clinician told you that you have spinal stenosis, a slipped vertebra, rheumatoid arthritis, or loose
    ligaments?
    .sign = Spinal stenosis, a slipped vertebra, rheumatoid arthritis, or loose ligaments.
    .reprompt = { screen-answers } Which is it?
screen-s15a = Do you have heart disease or uncontrolled blood pressure, or were you told not to exercise?
    .sign = Heart disease, uncontrolled blood pressure, or being told not to exercise.
    .reprompt = { screen-answers } Which is it?
screen-s16 = Are you eighteen or older?
    .sign = Being under eighteen.
    .reprompt = { screen-answers } Are you eighteen or older?
    .confirm = I heard that you're under eighteen. Is that right?
    .confirm-reprompt = Say yes if you're under eighteen, or no if you're an adult. Is that right?
screen-s17 = Has a clinician said that a disc is the likely cause of your symptoms?
    .sign = That no doctor has said a disc is the likely cause.
    .reprompt = { screen-answers } Which is it?
    .confirm = I heard that no clinician has said it's a disc. Is that right?
    .confirm-reprompt = Say yes if nobody has said it's a disc, or no if somebody has. Is that right?

## One at a time, before the first exercise of a day. source: docs/clinical.md §3.3, word for word; .which from its table

screen-d1 =
    Since last time, any new numbness around your bottom or genitals, or any change in bladder, bowel or sexual
    function?
    .sign = New numbness around your bottom or genitals, or a change in bladder, bowel or sexual function.
    .reprompt = { screen-answers } Which is it?
screen-d2 = Any new weakness, clumsiness or unsteadiness, or new symptoms in both legs or both arms?
    .sign = New weakness, clumsiness or unsteadiness, or new symptoms in both legs or both arms.
    .reprompt = { screen-answers } Which is it?
    .which = Is it on the left, the right, or both sides, or is it clumsy hands or unsteady walking?
    .which-reprompt = Say left, right, both, clumsy, or unsteady. Which is it?
screen-d3 = Any fever, chest pain, sudden severe headache, dizziness, or trouble seeing, speaking or swallowing?
    .sign = A fever, chest pain, a sudden severe headache, dizziness, or trouble seeing, speaking or swallowing.
    .reprompt = { screen-answers } Which is it?
    .which =
        If it's more than one, say both.
        Which is it: a fever, chest pain, a headache, dizziness, or trouble seeing, speaking or swallowing?
    .which-reprompt = Say the one it is, or say both if it's more than one. Which is it?


## The same as lists, where no answer may be collected. source: docs/clinical.md §2.3, policy-safe mode

signs-intro =
    { $urgent ->
        [true] I'll read some warning signs. If any of them is true for you, say stop, and get emergency care.
       *[false] Now some things that a doctor should check first. If any is true and not checked yet, say stop.
    }
ask-signs =
    { $urgent ->
        [true] If none is true, say continue. Shall we stop, or continue?
       *[false] If none is true, or a doctor said exercise is fine, say continue. Shall we stop, or continue?
    }
    .reprompt = Say stop if any of them is true, and continue if none is. Which is it?
