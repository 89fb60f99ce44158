# All faults of all files in one run, in order; a folder that is not there.
. "$LIB"
small_questions
ept bank check q
say faults
printf 'unit: 1\nsector: general\nitems:\n  - id: [unclosed\n' >q/reading/a-broken.yaml
sed -e 's/slot: related-word/slot: nothing/' -e 's/r-probe/r-other/' -e 's/      - 우표/      - 통장/' \
    -e '0,/why:/s/why:/because:/' q/reading/words.yaml >q/reading/z-faults.yaml
ept bank check q
say no folder
ept bank check nowhere
ept bank check nowhere --lang ru
