# One item of each make: read, heard, spoken options, law; and none.
. "$LIB"
first() { # SLOT
    "$EPT" bank quiz "$BANK" --blind --seed 1 --slot "$1" --count 1 --out-key key.tsv >quiz.txt
    cut -f2 key.tsv
}
for slot in picture-word notice-info dialogue-reason spoken-object law pair-blank; do
    say "$slot"
    ept bank show "$BANK" "$(first $slot)"
done
say none
ept bank show "$BANK" r-none-001
