# What one reads: a first question, each command, refusals in the language asked for.
. "$LIB"
new_learner kk
printf '%s\n' show 'answer 1 2' 'answer 1 3' 'clear 1' 'clear 1' 'flag 2' 'flag 2' 'rule 1 4' 'rule 1 4' 'answer 1 1' \
    'rule 1 1' 'goto 5' prev next 'goto 41' 'goto 21' goto 'answer 1' 'answer 1 5' 'answer 0 1' 'show me' nonsense '' \
    play 'tick 1500' time tick 'tick -1' quit | take --exam eps-topik-ubt --number 3
say in Kazakh, as JSON
printf '%s\n' 'answer 99 1' time "$(head -c 300 /dev/zero | tr '\0' x)" show quit |
    take --exam eps-topik-ubt --number 3 --json --lang kk
say a clock of its own
printf '%s\n' 'tick 5' quit | "$EPT" take --exam law --number 3 --bank "$BANK" --data d --learner Ana --law-lang kk --transcript
