### The answers. One message for each topic of content/topics: its value is said first, `.more` after "Do you want to
### hear more?", `.name` heads the card and completes "You can also ask about". A topic with `countries` has `.gb` and
### `.gb-more` and so on beside them. All of an answer takes at most a minute aloud. Nothing here diagnoses, promises
### or alarms; what the coach does not know ends with who would. Sources: the topics' YAML.


## What happens in the body (docs/clinical.md §2.1, §2.9, §4)

topic-herniated-disc =
    Discs are the cushions between the bones of your spine. In a herniated disc, some of the soft inside pushes out
    through the outer layer. It can press on a nerve or irritate it.
    .name = what a herniated disc is
    .more =
        People also call it a slipped, ruptured or bulging disc, though nothing really slips.
        An irritated nerve in the low back may be felt in the buttock, leg or foot.
        One in the neck may be felt in the shoulder, arm or hand.
        Some people have a herniated disc and feel nothing at all.
        Most people begin with gentle exercise and time. I can't tell whether a disc is behind your symptoms. A doctor can.
topic-causes =
    Discs change over the years, and one day an ordinary movement can be enough. Often nobody can name a single cause.
    It's rarely one thing that somebody did.
    .name = why discs herniate
    .more =
        Discs dry out and lose some spring as we get older.
        Heavy or repeated lifting, bending and twisting, long sitting, body weight and smoking can all play a part.
        Family history plays a part too. A fall or a hard blow is a less common reason.
        If yours began with an accident or a bad fall, have that checked before you exercise.
topic-arm-and-leg-symptoms =
    Nerves leave your spine between the bones and run down your arms and legs. When one is irritated near a disc, you
    may feel it further along. That's why a back problem can be felt in a leg, and a neck problem in an arm.
    .name = why you feel it in an arm or leg
    .more =
        In the leg, people call that sciatica.
        It may feel like pain, tingling, or pins and needles.
        How far out you feel it tells more than how strong it is.
        So I ask for the furthest place, and change the exercises when it moves.
        New numbness or weakness, or feeling it on both sides, means stop. Tell me at once.
topic-centralizing =
    Centralizing means that your furthest symptom moves in toward the spine. It may go from the calf up to the buttock,
    for example. It's usually a good sign, even if your back or neck aches a little more for a while.
    .name = what centralizing means
    .more =
        Say you feel it in your foot, and after an exercise only in your thigh. That is centralizing.
        For the neck it may go from your hand to your shoulder, or leave the arm altogether.
        In studies, people whose symptoms centralize tend to do better.
        It doesn't happen for everyone, and it's a guide, not a test.
        When it happens, we carry on with that exercise.
topic-moving-outward =
    If your symptoms spread further down an arm or leg, that is a sign to stop. It counts even when it hurts less.
    Stop that exercise for today, and rest in your easiest position.
    .name = symptoms moving outward
    .more =
        The nerve may be more irritated by that movement.
        So we leave out that exercise for today, and others that move you the same way.
        If it moved two steps further, or first went below the knee or elbow, we finish for the day.
        If it's not back by the next day, talk to your doctor or physical therapist.
        New numbness or weakness, or symptoms on both sides, needs medical help the same day. Tell me at once.
topic-recovery-time =
    It often takes eight weeks or more, and it's different for everyone. Many people first notice small things, such as
    an easier night or a longer walk. Ups and downs along the way are common.
    .name = how long recovery takes
    .more =
        Gentle recovery exercises come first, often for one to three weeks.
        Strengthening follows, and then longer walks or swimming over the next months.
        What counts is the trend over weeks, not one day.
        See your doctor or physical therapist if nothing has changed after two weeks of exercises.
        Do that too if you're not clearly better after six to eight weeks.
topic-does-it-heal =
    Many herniated discs get smaller by themselves. In studies with scans, about six in ten low back discs shrank
    without surgery. Symptoms often ease before the scan changes.
    .name = whether a disc heals
    .more =
        That is a number about many people. I can't say how it will be for you.
        The body can take away part of the disc that pushed out, over months.
        Moving gently while that goes on helps you keep your strength.
        Your doctor can say whether a new scan would change anything for you.
topic-flare-ups =
    A flare is a stretch of days with more symptoms, and many people have them. Go back to your easiest position and
    short walks. When it has settled, start again one step easier.
    .name = bad days and flare-ups
    .more =
        If you were much worse right after exercising, leave the exercises out the next day.
        If you're still worse then, talk to your doctor or physical therapist.
        Keep moving a little, because long bed rest makes you stiff.
        You haven't undone your progress. We only take one step back and go on from there.
        With three flares in two weeks, have it looked at.
topic-coming-back =
    It can come back, and nobody can promise that it won't. Staying active may lower the chance. Regular walking and
    strong trunk muscles are a good place to start.
    .name = whether it comes back
    .more =
        In one study, people who had recovered from back pain began to walk regularly.
        Half of them stayed free of a bad episode for about seven months. In the group that didn't, it was under four.
        Lift close to your body, change position often, and keep a few strength exercises for good.
        If it does come back, start again with the gentle recovery exercises.
topic-fear-of-moving =
    It's natural to be careful when moving hurts. Gentle movement is usually good for a sore back or neck, and waiting
    too long makes you stiff. We go in small steps, and you can stop at any time.
    .name = being afraid to move
    .more =
        The list of things to avoid is for now, not for ever.
        Begin with the easiest form, in a small range, and see what your symptoms do.
        If they stay where they are or draw in, that movement suits you.
        If they move out, we stop, and nothing is lost.
        If fear keeps you from moving at all, a physical therapist can help you begin.
topic-diagnosis =
    I can't tell what is wrong, or what a symptom means. A doctor or physical therapist can find out. They ask
    questions, test your strength and feeling, and sometimes order a scan.
    .name = finding out what's wrong
    .more =
        Back and leg pain, or neck and arm pain, can have different reasons.
        Some of them need other exercises than these.
        So I ask whether somebody has said that a disc is the likely cause.
        Until then, walking and easy resting positions are a careful choice.


## Exercising (docs/clinical.md §1, §2, §4)

topic-exercise-not-bed-rest =
    Long rest in bed makes you stiff and weak, and recovery takes longer. Gentle movement keeps your muscles working
    and may ease symptoms. Start gently within days, as soon as your symptoms let you.
    .name = why exercise and not bed rest
    .more =
        A day or two of taking it easy is fine when it's bad.
        Then rest for up to thirty minutes at a time, and take a short walk in between.
        The first exercises look for a position that draws your symptoms toward the spine.
        Later ones make the muscles stronger that hold your spine.
        Every step is small, and you stop when symptoms move outward.
topic-choosing-exercises =
    Watch where your furthest symptom goes. If it moves toward your spine or eases, that exercise suits you. If it moves
    further out, stop, and leave that one for today.
    .name = choosing the right exercise
    .more =
        Where you feel it matters more than how strong it is.
        A little more ache in the middle of your back can be fine if the leg feels better.
        No change is fine too. Give it a couple of days.
        Many people have one direction that suits them, and for some it's another than these exercises use.
        If you can't tell, or everything moves it outward, a physical therapist can find your direction.
topic-low-back-exercises =
    For the low back we begin with resting on the belly, then the press-up, or a backward bend while standing.
    They try to draw leg symptoms toward the spine. Strengthening comes after that.
    .name = exercises for the low back
    .more =
        When the leg is calmer, we add the bridge, the bird dog, the side plank, and last the dead bug.
        The cat camel and a buttock stretch loosen you up.
        Walking belongs to it from the first day, in short bouts.
        If resting on your belly sends symptoms down the leg, we skip the others of that kind that day.
        Ask me how to do any of them.
topic-neck-exercises =
    For the neck we begin with drawing your chin straight back, and a small tilt away from the painful side.
    Both are done sitting. They may draw arm symptoms toward the neck.
    .name = exercises for the neck
    .more =
        When the arm is calmer, rows make the muscles around your shoulder blades stronger.
        A doorway stretch opens your chest, so your neck carries less.
        Keep every neck movement small, slow and level, and never push with your hand.
        If you get dizzy, or it runs further down your arm, stop and tell me.
        Tilting toward the painful side is only for people whose clinician taught it.
topic-strengthening-exercises =
    Strong muscles around your spine share its load. The side plank, bird dog, bridge and dead bug work your trunk and
    hips. Rows work your upper back, for the neck.
    .name = the strengthening exercises
    .more =
        We start them when the first symptoms have eased, three days a week, never two days in a row.
        They go from easier to harder, and the dead bug comes last because it asks the most.
        Your back should stay still while your arms and legs move.
        When two sessions in a row were comfortable, one exercise gets a little harder.
topic-stretching =
    Stretches come with the strengthening phase, when your symptoms are calm. We use one for the buttock, one for the
    chest, and the cat camel for the back. Stretch to a mild pull, and never force it.
    .name = stretching
    .more =
        Do them after the other exercises, when you're warm.
        A stretch should never bring tingling or send symptoms down an arm or leg.
        Leave out standing hamstring stretches and toe touches for now, because they round your low back.
        Breathe out slowly while you hold, and don't bounce.
topic-pain-during-exercise =
    A little more ache in the middle of your back or neck can be okay. More pain in an arm or leg, or pain that moves
    further out, means stop. The place counts for more than the strength.
    .name = pain during exercise
    .more =
        Out of ten, up to three is usually fine while you work, if it settles within a day.
        Tired muscles are fine too.
        With pain of six or more, leave the strengthening for that day. With eight or more, don't exercise at all.
        Never push through a sharp pain.
        New numbness or weakness, dizziness or chest pain means stop at once, and tell me.
topic-soreness =
    Tired or sore muscles for a day or two are common when you start something new. They should settle within a day or
    so. Your arm or leg symptoms should not be worse the next day.
    .name = being sore afterward
    .more =
        If only your muscles ache, carry on, or do one step less.
        If your old symptoms are worse the next morning, we go one step back.
        If you were much worse straight after, and still are the next day, leave the exercises out.
        Then get advice from your doctor or physical therapist.
topic-pace-and-breathing =
    Go slowly, and move only as far as is easy. Breathe out on the effort, and in as you return. Never hold your breath.
    .name = pace and breathing
    .more =
        I count each movement aloud, and you can say slower, or faster, at any time.
        Say longer rest if you need more time between sets.
        If you can't keep up while breathing easily, the exercise is too hard. Say easier.
        When you walk, you should still be able to talk.
topic-exercise-order =
    The gentle, direction-finding exercises come first, because they show how your spine is today. The harder ones follow
    from easy to hard. Stretches come last, when you're warm.
    .name = why the exercises come in this order
    .more =
        If the first exercise moves your symptoms outward, we can stop before any load comes on.
        If it goes well, the muscles are ready for more.
        The dead bug comes late, because it asks the most of you.
        You can skip any exercise, and you can ask for one by its name.
topic-how-often =
    At first, a few minutes three or four times a day. In the strengthening phase, three days a week with a day between,
    and one or two short rounds daily. Walk a little every day.
    .name = how often to exercise
    .more =
        Short and often is better than long and rare while your symptoms are fresh.
        Strengthening days need a day between, so that your muscles can recover.
        More is not better here. I only add a little when two sessions in a row were comfortable.
        Tell me which days suit you, or how many minutes you have, and I plan around that.
topic-phases =
    There are three phases. Recovery calms your symptoms with gentle movements. Strengthening builds the muscles that hold
    your spine, and the last one adds longer walks or swims, and weights.
    .name = the phases
    .more =
        Stretching begins together with strengthening.
        You move on when your symptoms say so, not by the calendar.
        If symptoms move outward again, we go one phase back for a few days.
        The last phase is called weight loss, because less weight spares your spine. It's good for anyone.
        Ask me when the next phase comes.
topic-equipment =
    You need very little: a mat or a firm bed, a sturdy chair, and comfortable clothes. A light exercise band helps with
    the rows. Everything else can wait.
    .name = what equipment you need
    .more =
        A doorway is enough for the chest stretch, and a counter or wall for balance.
        A folded towel is kind to your knees.
        For walking, wear shoes that support you.
        Strength training later uses bands, light weights or machines, and swimming needs a pool.
        Tell me what you don't have, for example, I have no band. I'll plan without it.
topic-no-floor =
    You don't have to get down to the floor. Many exercises have a standing or sitting form, and a firm bed can replace
    the floor. Say, I can't get down to the floor, and I'll plan that way.
    .name = exercising without the floor
    .more =
        In place of the press-up you bend back while standing, with a counter behind you.
        The bridge becomes standing up from a chair. The bird dog is done at a counter, the side plank at a wall.
        Keep a sturdy chair or a wall next to you.
        You can change it back at any time.
topic-missed-days =
    Missing a day is fine, and it happens to everyone. Just go on with the next session. There's nothing to make up for.
    .name = missing a day
    .more =
        After a few days off, start gently and see how it feels.
        After a week or more I'll ask my safety questions again first.
        If you were ill, or had a flare, begin one step easier.
        If time is short, tell me how many minutes you have. Five are worth it too.
topic-time-of-day =
    Any time that suits you is fine. Many backs are stiff early on, so wait about an hour after getting up before you bend
    a lot. Short rounds through the day work well.
    .name = the best time of day
    .more =
        Discs are fuller in the morning, and bending puts more load on them then.
        A short walk is a good way to begin the day.
        If you have neck and low back exercises, keep at least an hour between them at first.
        That way we can tell which one helped.
topic-weight =
    Less body weight means less load on your spine. Long walks, swimming and strength training help, and so does what you
    eat. Exercise alone changes weight only a little.
    .name = weight and your spine
    .more =
        For weight, people build up to about two hundred fifty minutes of walking a week.
        That can be split into short walks, and any amount helps.
        You'd get there over months, not weeks.
        I don't give diet plans. A doctor or a dietitian can.
        If you lose weight without trying, tell your doctor.
topic-strength-training =
    Strength training comes in the last phase. Begin with about twenty minutes, two days a week. In the end it can be about
    an hour, three to five times a week.
    .name = strength training
    .more =
        Leave a day between at first, so that your muscles recover.
        Use light weights, bands or machines, and keep your back straight.
        Add one thing at a time: a few more times, then a set, then a little weight.
        It builds muscle, and that helps with weight and with daily life.
        If you want to start weights, a physical therapist can set up what suits you.
topic-evidence =
    There are studies that speak for exercise. In one, forty-one people who qualified for disc surgery did exercises like
    these. Their pain and daily life were better after three months, and after two years.
    .name = whether exercise helps
    .more =
        That study had no group to compare with, so it doesn't prove it.
        For neck and arm pain, ten trials together found less pain with exercise.
        Other studies found some kinds of exercise no better than others.
        No exercise suits everyone, so we go by what your symptoms do.
        My answers still wait for a physical therapist's review. Your own therapist's word comes first.


## Activities (docs/clinical.md §5: guidance for now, not for ever)

topic-what-to-avoid =
    For now, avoid anything that sends symptoms further down an arm or leg. Leave out heavy lifting, deep or repeated
    bending, twisting, sit-ups, running and long sitting. Don't force any movement that hurts.
    .name = what to avoid
    .more =
        Long bed rest belongs to the list too.
        For the neck, avoid long looking down or up, and overhead lifting.
        Most of this is for the first weeks, until your symptoms are calm or your clinician says it's fine.
        Instead, walk, bend your knees, hold things close, and change position often.
        Ask me about one thing, for example, can I drive.
topic-bed-rest =
    A day or two of taking it easy is fine. Longer than that, bed rest makes you stiff and weak. Rest up to thirty minutes
    at a time, then take a short walk.
    .name = bed rest
    .more =
        Lie the way that eases your symptoms most, on a firm surface.
        Get up by rolling onto your side first.
        Even two minutes of walking around the room counts.
        If you can't get up at all because of pain, call your doctor.
topic-running =
    Wait with running, jogging and jumping until your doctor or physical therapist says it's fine. The jarring can stir up
    an irritated nerve. Walk or swim in the meantime.
    .name = running and jumping
    .more =
        A brisk walk works your heart without the impact.
        When you're cleared, begin with short bits of jogging in your walk, on soft ground.
        If symptoms move down an arm or leg, go back to walking.
        It's for now. Many people run again later.
topic-contact-sports =
    Leave contact sports, ball games and jumping for now. They bring jolts, falls and quick turns. Ask your doctor or
    physical therapist when you may start again.
    .name = sports and ball games
    .more =
        Tennis and other racket sports twist the back quickly, so they wait as well.
        So do skiing, horse riding and martial arts.
        Walk or swim to keep fit until then.
        Tell your therapist which sport you miss. They can train you for it.
topic-golf-and-twisting =
    Wait with golf and other hard twisting until your doctor or physical therapist says yes. Twisting with a bend or a load
    strains the outside of the disc. Turn with your feet instead.
    .name = golf and twisting
    .more =
        In daily life, face what you're doing, and step around rather than turn your back.
        When you're cleared, begin with putting and short swings.
        Stop if it's felt further down your leg.
        It's for now, and not for ever.
topic-heavy-lifting =
    Don't lift heavy things yet, and don't lift from the floor with a round back. Wait for the strengthening phase, or for
    your clinician's word. Light things held close to you are fine.
    .name = lifting
    .more =
        Bend your knees, keep your back long, and keep the load against your body.
        Turn with your feet, not with your back.
        Split the shopping into small bags, one for each hand.
        Ask somebody for help with anything heavy. That is part of getting better.
topic-bending-forward =
    Go easy on bending forward until your leg symptoms are calm. Rounding your low back again and again can push on the
    disc. Bend at your hips and knees, and keep your back long.
    .name = bending forward
    .more =
        Leave out toe touches and standing hamstring stretches for now.
        Sit down to put on socks and shoes.
        To pick something up, kneel on one knee, or squat a little and hold on.
        The first hour after getting up is the time to be most careful.
topic-sit-ups =
    Sit-ups, crunches and double leg raises are best replaced for good. They bend a loaded spine again and again. The dead
    bug and bird dog train your belly instead.
    .name = sit-ups and crunches
    .more =
        A strong belly comes from keeping your back still while your arms and legs move.
        The side plank trains the sides of your trunk.
        These start in the strengthening phase. Ask me how to do the dead bug.
topic-deadlifts-and-squats =
    Leave out deadlifts, loaded squats and the leg press for now. They press on the disc while your back bends. In the
    strengthening phase, try them only with somebody qualified to watch you.
    .name = deadlifts and squats
    .more =
        Standing up from a chair is a safe start for your legs.
        Keep any squat shallow, and without weight.
        Opinions differ on squats, so ask your physical therapist about yours.
        When you begin, begin light, with your back straight.
topic-overhead-lifting =
    Wait with lifting overhead, heavy carrying and shrugs until your clinician says it's fine. They load your spine from
    above. Rows with a light band are a good replacement.
    .name = lifting overhead
    .more =
        Put what you use often on a shelf at chest height.
        Carry a light backpack on both shoulders, or two small bags.
        Use a step to reach up rather than stretching.
        When you start again, start with very little weight.
topic-sitting =
    Avoid long sitting at first, above all when slumped. Stand up and walk a few steps every thirty minutes. A rolled towel
    in the small of your back helps.
    .name = sitting
    .more =
        Sit with both feet on the floor, your hips a little higher than your knees.
        A firm chair with a straight back is easier than a soft sofa.
        Set a timer, or stand up whenever the phone rings.
        If sitting moves symptoms down your leg, stand or lie down instead.
topic-driving =
    Keep drives short at first, and stop to walk every thirty minutes. Sitting and shaking load your low back. Put a rolled
    towel behind it, and move the seat close.
    .name = driving
    .more =
        Only drive if you can brake hard and turn your head freely.
        Don't drive if pain, weakness or a medicine slows you down. Your doctor can tell you when it's fine.
        Get out by turning both legs together.
        If you ever get numb around your bottom or lose bladder control, don't drive yourself. Call an ambulance.
topic-work =
    Many people go on working, or go back soon, with some changes. Change position every thirty minutes. Leave out heavy
    lifting until your doctor or physical therapist agrees.
    .name = working
    .more =
        At a desk, put the screen at eye level, and use a rolled towel behind your low back.
        Standing for part of the day helps.
        With a physical job, ask for lighter tasks for a few weeks.
        Your doctor can write a note for your employer. I can't say when you're fit for work.
topic-housework =
    Light housework is fine if symptoms stay where they are. Leave out shoveling, heavy laundry, and long vacuuming for
    now. Do a little at a time, and turn with your feet.
    .name = housework and yard work
    .more =
        Put the laundry basket on a table, so that you don't bend.
        Step forward and back with the vacuum, rather than reaching.
        Kneel on a cushion for low things in the garden.
        Let someone else shovel snow or move furniture this season.
topic-sleeping =
    Sleep the way that eases your symptoms. On your side, put a pillow between your knees. On your back, put one under
    your knees.
    .name = sleeping
    .more =
        For the neck, use one pillow that keeps your head level.
        Sleeping on your belly turns the neck a lot, so avoid that with neck trouble.
        Any bed that feels comfortable is fine. A medium firm one suits many people.
        Roll onto your side to get up.
        If pain is much worse at night, or no position eases it, tell your doctor.
topic-phone-and-screens =
    Avoid looking down for long, at a phone, a tablet or a book. It strains the neck. Bring the screen up to eye level,
    and change position often.
    .name = phones and screens
    .more =
        Rest your elbows on a cushion while you hold the phone.
        Don't hold it between your ear and shoulder. Use the speaker or a headset.
        Put a laptop on a few books, with a keyboard of its own.
        Look up and draw your chin back once in a while.
topic-looking-up =
    Avoid looking up for long, or tipping your head back, until your arm symptoms are calm. It narrows the space for the
    nerves. Keep your chin level.
    .name = looking up
    .more =
        Painting a ceiling or changing a bulb can wait, or someone else can do it.
        Stand on a safe step, so that your work is at eye level.
        At the hairdresser, ask to have your hair washed leaning forward.
        Tilting toward your painful arm narrows the space, too.
topic-diving-and-headstands =
    Wait with diving, headstands, rolls and rough play until your doctor says yes. They put a sudden high force on the
    neck. There is no gentle way to do them.
    .name = diving and headstands
    .more =
        The same goes for trampolines, roller coasters and hanging upside down.
        Going into the water by the steps is fine.
        Ask your doctor or physical therapist before you go back to any of these.
topic-nerve-stretches =
    Don't stretch into tingling, and leave out hamstring and nerve stretches for now. Pulling on an irritated nerve can
    stir it up. Stay in a gentle range.
    .name = hamstring and nerve stretches
    .more =
        A tight feeling behind the thigh may be the nerve, and not the muscle.
        When symptoms are calm, a physical therapist can show you how to begin.
        Until then, the stretches in my routines are enough.
topic-walking =
    Yes, walking is fine from the first day, in short bouts. Five to ten minutes, two to four times a day, is a good start.
    Stop and rest if symptoms move further down.
    .name = walking
    .more =
        Choose flat ground with places to sit, and good shoes.
        In the end, about two hundred fifty minutes a week are good for your weight, and short walks count.
        Walk tall, and let your arms swing.
        On stairs, use the rail, and go slowly.
        If walking always brings on leg symptoms that go when you sit, tell your doctor.
topic-swimming =
    Swimming can start in the strengthening phase. Backstroke is best at first. Leave out butterfly, and breaststroke with
    your head up, because they arch your back and neck.
    .name = swimming
    .more =
        Front crawl is easier on the neck with a mask and snorkel.
        Walking in the water is a gentle beginning. In the end, about thirty minutes on most days are fine.
        Go in by the steps, and don't dive.
        Get out if symptoms move further down an arm or leg.
topic-cycling =
    Opinions differ on cycling. An upright bike, for a short time, suits many people once the first symptoms have eased.
    Leave racing bikes and bumpy trails for later.
    .name = cycling
    .more =
        Bending far over the handlebars rounds your back, and makes you look up with your neck.
        Raise the handlebars, and begin with five to ten minutes.
        If it's felt further down your leg or arm, stop.
        Your physical therapist can tell you whether it suits you.
topic-yoga =
    Wait with yoga and Pilates classes until your symptoms are calm. Many poses bend, twist or arch a lot. Then tell the
    teacher about your disc, and skip what stirs it up.
    .name = yoga and Pilates
    .more =
        Leave out toe touches, deep twists, headstands, and roll-downs.
        The cat camel and the bird dog are close to yoga, and they are in your program.
        Move out of any pose that sends symptoms down an arm or leg.
        A physical therapist can look through your favorite poses with you.
topic-gym =
    Wait with weights and machines until the last phase, or ask a physical therapist first. The treadmill at a walk is fine
    now. Leave out rowing machines, leg presses and anything overhead.
    .name = the gym
    .more =
        Fast classes with jumps and burpees wait until your clinician agrees.
        An elliptical trainer is kinder than running, once your symptoms are calm.
        Push-ups against a wall are in the strength training, when you get there.
        When you begin, use light weights, and keep your back straight.
topic-sex =
    Many people can go on having sex, with some care. Choose positions in which your back or neck is supported and still.
    Stop if symptoms move down an arm or leg.
    .name = sex
    .more =
        Lying on your side, or on your back with a pillow under your knees, is often easiest.
        Let your partner do more of the moving, and go slowly.
        A doctor or physical therapist has heard this question often, so do ask.
        A new loss of feeling in your genitals, or of sexual function, needs emergency care at once.
topic-travel =
    Short trips are fine if sitting is. On a plane, a train or a bus, stand up and walk every thirty minutes. Put a rolled
    sweater behind your low back.
    .name = traveling
    .more =
        Ask for an aisle seat, so that you can get up.
        Use a suitcase with wheels, and let someone else lift it overhead.
        A neck pillow keeps your head from dropping to the side.
        Before a long journey, ask your doctor.
topic-carrying-children =
    Try not to lift a child from the floor for now. Sit down, and let the child climb onto you. If you must lift, bend your
    knees and hold the child close.
    .name = lifting children
    .more =
        Kneel down beside a cot or a bath, rather than bending over it.
        A carrier close to your body is easier than one hip.
        Let others do the car seat for a while, because it makes you bend and twist.
        The same goes for heavy dogs and their leads.
topic-smoking =
    Smoking is hard on discs, because less blood reaches them. Stopping is good at any time, and nobody finds it easy.
    A doctor, a pharmacist or a quit line can help.
    .name = smoking
    .more =
        People who smoke tend to have more back trouble and to recover more slowly.
        Most countries have a free quit service by phone.
        In the meantime, every walk you take helps your blood flow.


## Who else can help (docs/clinical.md §6 and §3)

topic-physical-therapist =
    A physical therapist tests how you move, finds the direction that suits you, and fits the program to you. Many people
    find that it eases their symptoms. They also watch your form and decide what comes next.
    .name = physical therapy
    .more =
        They can check strength and feeling, which I can't do.
        They may use their hands, give you other exercises, and plan your return to work or sport.
        It's a good idea if you can't tell which exercise helps, or want to start weights.
        Bring your questions, and tell them what these exercises did.
        Ask me how to get an appointment.
topic-getting-a-referral =
    In the United States you can see a physical therapist without a referral in every state, though some limit it.
    Your insurance may still ask for one. Call your plan and the clinic first.
    .name = getting a physical therapist
    .more =
        Some states limit the number of visits or days, or certain treatments, without a referral.
        Medicare and hospital clinics may need a doctor's order or a signed plan.
        To get a referral, ask your family doctor, or an orthopedic, pain or spine clinic. Simply asking is fine.
        Some employers have a program too.
        Go sooner if symptoms keep moving outward, or nothing changes in two weeks.
    .gb =
        In the United Kingdom, physiotherapy on the N H S is free. Ask at your doctor's surgery for a referral, or whether
        you can refer yourself in your area. Many surgeries have a physiotherapist you can see first.
    .gb-more =
        You can also go through occupational health at work, or pay for it privately.
        Check that a private physiotherapist is on a professional register.
        Waiting times differ, so ask while you go on with gentle exercise.
        Go sooner if symptoms keep moving outward, or nothing changes in two weeks.
    .ca =
        In Canada you can generally see a physiotherapist without a referral. Your health plan may still ask for one before
        it pays. Call the clinic and your plan first.
    .ca-more =
        What is paid for differs between provinces and plans.
        Your family doctor or a walk-in clinic can refer you, and some hospitals have free clinics.
        Your employer's benefits may cover some visits.
        Go sooner if symptoms keep moving outward, or nothing changes in two weeks.
    .au =
        In Australia you can generally see a physiotherapist without a referral. Your doctor can tell you whether a care plan
        would pay for some visits. Ask your health fund, too.
    .au-more =
        After an injury at work or on the road, an insurer may pay.
        Public hospitals have physiotherapists as well, usually with a doctor's letter.
        Ask for somebody who sees many backs and necks.
        Go sooner if symptoms keep moving outward, or nothing changes in two weeks.
    .nz =
        In New Zealand you can generally see a physiotherapist without a referral. If it began with an injury, ask them about
        an accident claim. That may pay for part of it.
    .nz-more =
        Your doctor can refer you to a hospital clinic, too.
        Ask about the cost when you book.
        Ask for somebody who sees many backs and necks.
        Go sooner if symptoms keep moving outward, or nothing changes in two weeks.
    .in =
        In India, ask your doctor or a hospital's orthopedic department for a physiotherapist. Many clinics also see you
        directly. Call first, and ask whether they want a doctor's letter.
    .in-more =
        Ask your insurance whether it pays, and what papers it needs.
        Bring your scans and reports, if you have any.
        Ask for somebody with a degree in physiotherapy who sees many backs and necks.
        Go sooner if symptoms keep moving outward, or nothing changes in two weeks.
topic-first-visit =
    Bring something with your photo, your insurance card, and the referral if you have one. Bring a list of your medicines, and reports of
    any scans. Wear loose clothes that leave the sore area free.
    .name = what to bring to physical therapy
    .more =
        Note what happened, when it began, and any operations or injuries.
        Note where you feel it at its furthest, how strong it is, and what helps or worsens it.
        Think of what you want to be able to do again. That is your goal.
        Bring a brace or a cane, if you use one.
topic-questions-to-ask =
    Ask what they think is going on, and which direction suits you. Ask which exercises to do, how often, and for how long.
    Ask what would mean that you should call.
    .name = what to ask a physical therapist
    .more =
        Ask which exercises to stop, and which should grow.
        Ask when you may lift, drive, run and work again.
        Ask when you'd need a scan or a doctor.
        Ask how many visits they expect, and what they cost.
        You can also ask whether the exercises I do with you fit in.
topic-when-to-see-someone =
    See a doctor or physical therapist if nothing changes in two weeks. With new weakness or numbness, see a doctor the
    same day. In an emergency, call { $emergency_number }.
    .name = when to see a doctor
    .more =
        Go too if symptoms keep moving outward, or you're not clearly better after six to eight weeks.
        Go within a day or two if pain stays at eight or more out of ten.
        Do that too if it's constant and no position eases it, or if it's much worse at night.
        Go as well if you've had cancer, lose weight without trying, or have thin bones and had a small fall.
        With fever and back pain, get advice the same day.
        It's fine to ask a professional at any time. Ask me for the emergency signs, too.
topic-emergency-signs =
    Call { $emergency_number } or get emergency care for numbness between your legs or trouble with your bladder or bowels.
    Do the same for weakness, numbness or pain in both legs or both arms. Chest pain or trouble breathing counts too.
    .name = the emergency signs
    .more =
        So do a serious accident or a bad fall that nobody has checked.
        With neck trouble, watch for clumsy hands, unsteady walking, or electric shocks when you bend your neck.
        Watch also for a sudden severe headache, double vision, slurred speech, trouble swallowing, or a drooping face.
        A fever with severe back pain, or with a stiff neck and a bad headache, is one as well.
        Don't drive yourself. I can't call for you, so say it to somebody, or call for help.
topic-medicines =
    I can't advise on medicines. A pharmacist or your doctor can tell you what suits you. Tell them what else you take,
    and about any illness.
    .name = medicines
    .more =
        That goes for tablets, creams, patches, vitamins and anything from a shop.
        Don't start, stop or change a medicine because of something I say.
        If you take something that makes you sleepy, be careful on the floor, and don't drive.
        Exercise with what your doctor has told you to take.
topic-heat-and-ice =
    Some people find that warmth eases tight muscles, and some prefer cold. It's a matter of comfort. A pharmacist or
    physical therapist can tell you what suits you.
    .name = heat and ice
    .more =
        Put a cloth between your skin and anything hot or cold.
        Don't use it where you can't feel well, and don't fall asleep on it.
        It doesn't replace moving. A short walk afterward is a good idea.
topic-scans =
    Whether you need a scan or an X-ray is for your doctor to say. Many people don't need one at first. Scans also show
    changes in people who feel nothing.
    .name = scans and X-rays
    .more =
        A scan is most useful when it would change what is done.
        Signs of danger are one reason, and no improvement after some weeks is another.
        I can't read or explain a report. The doctor who ordered it can.
        Bring your reports to the physical therapist.
topic-surgery =
    I can't say whether you need surgery. A spine surgeon or your doctor can. Many people with a herniated disc get better
    without it.
    .name = surgery
    .more =
        Some signs need a surgeon quickly. Ask me for the emergency signs.
        Otherwise, people usually try exercise and other care for some weeks first.
        You can ask a surgeon what is likely with and without an operation, and take your time.
        After spine surgery, only follow your own team's exercises until they say otherwise.
topic-injections =
    I can't advise on injections. Your doctor or a pain specialist can tell you what they may do for you, and their risks.
    .name = injections
    .more =
        Ask what it's for, how long it may last, and what happens if it doesn't help.
        Ask when you may exercise again afterward.
        If you've had one in the last three months, get your clinician's word before you do these exercises.
topic-hands-on-treatment =
    I can't say whether massage, chiropractic or acupuncture is right for you. A doctor or physical therapist can. Avoid
    rough or sudden twisting of your neck unless your doctor agrees.
    .name = massage and other treatment
    .more =
        Tell anyone who treats you about your disc, your symptoms and your medicines.
        Ask what they want to do, and say stop if symptoms move outward.
        The same goes for traction, braces, inversion tables and the like.
        They don't replace staying active.
topic-who-should-ask-first =
    Ask a doctor first if you're pregnant, or had spine surgery or an injection in the last three months. Ask too with heart
    disease, a narrow spinal canal, or a slipped bone in your spine.
    .name = who should ask a doctor first
    .more =
        The same goes for rheumatoid arthritis, thin bones, cancer, now or in the past, and steroid tablets.
        Ask as well if nobody has said yet that a disc is the likely cause.
        These exercises are for adults only.
        If a doctor has told you not to exercise, please follow that.


## The coach (docs/clinical.md §8 and §9)

topic-sources =
    I go by an article on exercises for a herniated disc, and by the hospitals and studies behind it. They include Kaiser
    Permanente, Johns Hopkins, Tufts Medical Center and Beaumont Health.
    .name = where this comes from
    .more =
        There are also the American Association of Neurological Surgeons, and the American Academy of Family Physicians.
        Two are studies. Svensson and others, in the Journal of Rehabilitation Medicine, looked at the low back.
        Wu and others, in B M C Musculoskeletal Disorders, looked at the neck.
        Most doses were put together from patient handouts and other public pages, and are set low.
        A physical therapist still has to sign them off.
topic-what-i-can-do =
    I tell you how each exercise goes, count aloud, and ask how you feel after it. I change the routine when your symptoms
    change. I can't see you, diagnose, or call for help.
    .name = what I can and can't do
    .more =
        I can answer questions on herniated discs, and plan around your time and what you have.
        I can remember where you stopped, and pick up there.
        I can't judge how serious a symptom is, advise on medicines, or check your form.
        For those you need a doctor or a physical therapist.
topic-medical-advice =
    No, this is general exercise information and not medical advice. It doesn't replace your doctor or physical therapist.
    What they tell you comes first.
    .name = whether this is medical advice
    .more =
        They know you and can examine you. I can't.
        If their plan and mine differ, follow theirs.
        Stop if your symptoms spread down an arm or leg.
        In an emergency, call { $emergency_number }. I can't call for you.
topic-privacy =
    I keep your plan and what you did, and answers about symptoms only if you let me. I don't keep any recording.
    Ask me, what do you know about me, to hear more.
    .name = privacy
    .more =
        Of the safety questions I keep only what follows from them, not your answers.
        If you tell me what to call you, I keep that until you say, forget my name.
        Cards in the Alexa app hold nothing about your health.
        Amazon has its own rules for what it keeps of your voice. You find them in the Alexa app, under privacy.
        Delete my data erases everything I know, at once.
topic-audio-guides =
    There is a recording for every exercise, and one for each routine. Say, play the guide for the bridge, or play my
    routine. You can also download them from my web page.
    .name = the audio guides
    .more =
        They count and rest just as I do, so you can use them without me.
        They can't listen, so stop them yourself if symptoms move outward.
        You can put them on your phone, or follow them as a podcast.
topic-what-to-ask =
    You can ask what a herniated disc is, how long it takes, or what to avoid. Ask, can I drive, or what does the bridge
    work. You can also ask how to get a physical therapist.
    .name = what you can ask
    .more =
        Ask what centralizing means, how to choose an exercise, or which pain is okay.
        Ask about sleep, sitting, work, lifting, running, sports or sex.
        Ask when to see a doctor, what the emergency signs are, and where my answers come from.
        Ask what you need for an exercise, or which muscles it works.
