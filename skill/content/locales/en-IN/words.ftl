### What is said in India in place of the same messages of en-US.

call-112 = one one two

# source: docs/clinical.md §2.8 SEEK_TODAY
seek-today =
    Please stop exercising and get medical advice today. Call your doctor's clinic or a hospital.
    If it spreads or gets worse quickly, get emergency care.
