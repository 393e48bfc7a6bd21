### What is said in Canada in place of the same messages of en-US.

# source: docs/clinical.md §2.8 SEEK_TODAY; 811 is the health line of nearly every province and territory
seek-today =
    Please stop exercising and get medical advice today. Call your doctor's office, or your province's health line, eight one one.
    If it spreads or gets worse quickly, get emergency care.
