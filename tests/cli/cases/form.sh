# A numbered form: the same each time, another for another number; what a bank cannot fill is named.
. "$LIB"
ept form --exam law --number 12 --bank "$BANK"
say same again
"$EPT" form --exam law --number 12 --bank "$BANK" >a
"$EPT" form --exam law --number 12 --bank "$BANK" | cmp - a && echo same
"$EPT" form --exam law --number 13 --bank "$BANK" | cmp -s - a || echo another
say json
"$EPT" form --exam eps-topik-cbt --number 9999 --bank "$BANK" --json | sed -n '1p;40p'
say unknown exam
ept form --exam nothing --number 1 --bank "$BANK"
say small bank
"$MAKE_BANK" small.bank "$SOURCE/questions" 30 1
ept form --exam eps-topik-ubt --number 1 --bank small.bank
say no bank
EPT_ASSETS=$SOURCE/assets ept form --exam law --number 1 --bank nothing.bank
say nobody reads
"$EPT" form --exam law --number 1 --bank "$BANK" >/dev/full
echo "exit $?"
new_learner
echo time | "$EPT" take --exam law --learner Ana --data d --bank "$BANK" --clock manual >/dev/full
echo "exit $?"
