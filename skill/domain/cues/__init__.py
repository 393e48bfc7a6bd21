"""Everything the coach can say, one type each. The words are in Fluent, under the type's name in kebab-case.

A field is a value of the sentence (`$set_number`). One that holds an exercise's or a movement's id is given as its
name too (`$exercise`), and a tuple of ids as a list (`$exercises`): see `skill/speech/values.py`. A `Question` is the
only kind of cue that opens the microphone.
"""

from skill.domain.cues.activities import *
from skill.domain.cues.answers import *
from skill.domain.cues.counting import *
from skill.domain.cues.cue import *
from skill.domain.cues.danger import *
from skill.domain.cues.dosing import *
from skill.domain.cues.exercise_words import *
from skill.domain.cues.goals import *
from skill.domain.cues.guides import *
from skill.domain.cues.interruptions import *
from skill.domain.cues.lessons import *
from skill.domain.cues.opening import *
from skill.domain.cues.persons import *
from skill.domain.cues.phases import *
from skill.domain.cues.prescribed import *
from skill.domain.cues.privacy import *
from skill.domain.cues.progress import *
from skill.domain.cues.routine import *
from skill.domain.cues.screening import *
from skill.domain.cues.settings import *
from skill.domain.cues.small_talk import *
from skill.domain.cues.story import *
from skill.domain.cues.symptoms import *
from skill.domain.cues.topics import *
from skill.domain.cues.trouble import *
from skill.domain.cues.walking import *
