# Without sound: what would be heard is written as it plays, spoken options too.
. "$LIB"
new_learner
printf '%s\n' 'goto 29' 'tick 60000' play quit | take --exam eps-topik-2023 --number 1 --section listening --transcript
