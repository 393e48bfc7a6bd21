### What is said in Britain in place of the same messages of en-US.

call-999 = nine nine nine
call-112 = one one two
call-911 = nine one one

# source: docs/clinical.md §2.8 SEEK_TODAY; NHS 111 for what is urgent: §3.4
seek-today =
    Please stop exercising and get medical advice today. Call your doctor's surgery, or N H S one one one.
    If it spreads or gets worse quickly, get emergency care.
