# A law exam in Kazakh, half of it right; then cut off by time.
. "$LIB"
new_learner kk
keys law 2 >keys
{
    awk '$1 <= 12 {print "answer " $1, $2}' keys
    awk '$1 > 12 {print "answer " $1, $2 % 4 + 1}' keys
    echo "tick 1499999"
    echo time
    echo "tick 1"
} | take --exam law --number 2 --law-lang kk >sitting.txt
sed -n '1,9p' sitting.txt
digest <sitting.txt
