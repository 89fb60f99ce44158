# A blind quiz never shows a key, a meaning, an id or a picture's name, nor how a heard line is spelt; the key
# sheet tells the item behind each number.
. "$LIB"
say three items
ept bank quiz "$BANK" --blind --seed 7 --count 3 --out-key key.tsv
say key
cat key.tsv
say the same seed gives the same quiz
"$EPT" bank quiz "$BANK" --blind --seed 7 --count 3 >again.txt
"$EPT" bank quiz "$BANK" --blind --seed 7 --count 3 | cmp - again.txt && echo same
"$EPT" bank quiz "$BANK" --blind --seed 8 --count 3 | cmp -s - again.txt || echo another seed, another quiz
say without context
ept bank quiz "$BANK" --blind --noctx --seed 7 --slot topic --count 1
say pictures under neutral names
ept bank quiz "$BANK" --blind --seed 7 --slot hear-picture-object --count 1 --pictures pictures
ls pictures
head -c 4 pictures/001-A.svg
echo
say a word that is only heard
ept bank quiz "$BANK" --blind --seed 7 --slot hear-word --count 1 --pictures sounds
ls sounds
say all
"$EPT" bank quiz "$BANK" --blind --all --seed 1 --out-key all.tsv >all.txt
"$EPT" bank verify "$BANK" | grep '^items'
grep -c 'seed 1$' all.txt
wc -l <all.tsv
say numbers in order, the key sheet agrees
awk '/^item / {print $2, $3}' all.txt >shown.txt
awk -F'\t' '{print $1, $3}' all.tsv | cmp - shown.txt && echo agrees
say what must not be there
grep -c '^item .*gen' all.txt
grep -c -e 'gen/p' -e 'why ' -e 'option r-gen' all.txt
say key places are spread
awk '{n[$5]++} END {for (k = 1; k <= 4; k++) if (n[k] < NR / 8) print "place " k " is rare: " n[k]}' all.tsv
say unknown slot
ept bank quiz "$BANK" --blind --seed 1 --slot nothing
