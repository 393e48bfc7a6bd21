### What is said in Australia in place of the same messages of en-US.

call-000 = triple zero
call-112 = one one two

# source: docs/clinical.md §2.8 SEEK_TODAY; healthdirect is Australia's public health line
seek-today =
    Please stop exercising and get medical advice today. Call your doctor's clinic, or healthdirect.
    If it spreads or gets worse quickly, get emergency care.
