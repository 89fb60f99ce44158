# A whole bank, and every way a file can fail to be one.
. "$LIB"
# Changes one byte of a copy.
flip() { # FROM TO OFFSET
    cp "$1" "$2"
    old=$(od -An -tu1 -j "$3" -N 1 "$2" | tr -d ' ')
    printf "\\$(printf %03o $(((old + 1) % 256)))" | dd of="$2" bs=1 seek="$3" conv=notrunc 2>/dev/null
}
say whole
ept bank verify "$BANK" | sed "s/^manifest .*/manifest HASH/"
say missing
ept bank verify nothing.bank
say empty
: >empty.bank
ept bank verify empty.bank
say text
echo "not a bank at all" >text.bank
ept bank verify text.bank
say cut short
head -c 20000 "$BANK" >short.bank
ept bank verify short.bank
say newer
cp "$BANK" newer.bank
printf '\000\000\003\350' | dd of=newer.bank bs=1 seek=60 conv=notrunc 2>/dev/null
ept bank verify newer.bank
say another application
cp "$BANK" other.bank
printf '\001\002\003\004' | dd of=other.bank bs=1 seek=68 conv=notrunc 2>/dev/null
ept bank verify other.bank
say a text of an item
at=$(grep -abo -m 1 '답 r-gen-000020 2' "$BANK" | head -n 1 | cut -d: -f1)
flip "$BANK" item.bank $((at + 15))
ept bank verify item.bank | sed 's/^\([^:]*\): .*r-gen-000020.*/\1: names r-gen-000020/'
say a picture
at=$(grep -abo '<rect x=' "$BANK" | head -n 1 | cut -d: -f1)
flip "$BANK" picture.bank $((at + 9))
ept bank verify picture.bank | sed 's/^\([^:]*\): .*gen\/p[0-9]*.*/\1: names a picture/'
say the head
at=$(grep -abo 'Generated' "$BANK" | head -n 1 | cut -d: -f1)
flip "$BANK" head.bank "$at"
ept bank verify head.bank 2>&1 | sed 's/([^)]*)/(WHY)/'
say a clip
at=$(grep -abo 'OggS' "$BANK" | tail -n 1 | cut -d: -f1)
flip "$BANK" clip.bank $((at + 30))
ept bank verify clip.bank | sed 's/: clip .*/: names a clip/'
say an exam with the damaged item: told, and the others go on
new_learner
printf 'goto 7\ngoto 8\nquit\n' | take --exam eps-topik-ubt --number 7 --bank item.bank | grep -E '^(why|question)' |
    sed 's/(.*r-gen-000020.*)/(names r-gen-000020)/'
