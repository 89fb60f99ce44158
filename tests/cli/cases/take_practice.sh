# Practice: no clock, feedback after each answer, recordings again as often as one likes.
. "$LIB"
new_learner ru
keys practice 4 >keys
say reading
{
    awk '$1 <= 2 {print "answer " $1, $2; print "answer " $1, $2; print "next"}' keys
    printf '%s\n' prev 'answer 4 1' "answer 3 $(awk '$1 == 3 {print $2 % 4 + 1}' keys)" time submit
} | take --exam practice --number 4 --section reading | steady
say listening
{
    printf '%s\n' play 'tick 60000' play 'tick 60000' play 'tick 60000'
    awk '$1 > 20 {print "answer " $1, $2; print "next"}' keys
    echo submit
} | take --exam practice --number 4 --section listening --transcript | digest
