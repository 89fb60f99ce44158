# The person's folder: missing, not a folder, not a file of ours, of a newer program, held by another.
. "$LIB"
say missing
ept log --data d
ept log verify --data d
ept take --exam law --learner Ana --bank "$BANK" --data d
ls | grep -v raw.txt
say a file where the folder should be
: >file
ept learner add Ana --data file 2>&1 | sed 's/ ([^)]*)/ (WHY)/'
say not ours
mkdir text
echo hello >text/user.db
ept learner list --data text
say newer
mkdir newer
ept learner add Ana --data newer
printf '\000\000\003\350' | dd of=newer/user.db bs=1 seek=60 conv=notrunc 2>/dev/null
ept learner list --data newer
say held
new_learner
mkfifo commands
: >first
"$EPT" take --exam law --number 1 --learner Ana --bank "$BANK" --data d --clock manual <commands >first &
exec 3>commands
while ! grep -q '^question$' first; do sleep 0.05; done
ept take --exam law --number 1 --learner Ana --bank "$BANK" --data d </dev/null
ept learner list --data d
echo quit >&3
exec 3>&-
wait
tail -n 1 first
say unknown
ept take --exam nothing --learner Ana --bank "$BANK" --data d </dev/null
ept take --exam law --learner Nobody --bank "$BANK" --data d </dev/null
ept take --exam practice --learner Ana --bank "$BANK" --data d </dev/null
ept take --exam law --section reading --learner Ana --bank "$BANK" --data d </dev/null
ept take --exam eps-topik-ubt --law-lang kk --learner Ana --bank "$BANK" --data d </dev/null
say questions that changed meanwhile
"$MAKE_BANK" changed.bank "$SOURCE/questions" 600 8
ept take --exam law --number 1 --learner Ana --bank changed.bank --data d --clock manual </dev/null
echo quit | "$EPT" take --exam law --number 1 --learner Ana --bank changed.bank --data d --clock manual | head -n 2
