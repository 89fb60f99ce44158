# SPDX-License-Identifier: MIT
# lib.sh - what the cases share.

# Runs the program and tells how it ended.
ept() {
    "$EPT" "$@"
    echo "exit $?"
}

# A heading between two commands.
say() {
    echo "== $*"
}

# What differs from run to run: times, and hashes over them.
steady() {
    sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/UTC/g
            s/^mark: [0-9a-f]{8}$/mark: MARK/; s/"mark":"[0-9a-f]{8}"/"mark":"MARK"/
            s/^head [0-9a-f]{8}$/head HEAD/; s/,[0-9a-f]{64}$/,HASH/; s/"hash":"[0-9a-f]{64}"/"hash":"HASH"/'
}

# The place of the key of each question: "NUMBER PLACE" lines.
keys() { # EXAM NUMBER
    "$EPT" form --exam "$1" --number "$2" --bank "$BANK" | awk '{print $1, index($5, "0")}'
}

# A sitting on a clock moved by hand: commands from the input.
take() {
    "$EPT" take --bank "$BANK" --data d --learner Ana --clock manual "$@"
    echo "exit $?"
}

new_learner() {
    "$EPT" learner add Ana --data d --lang "${1:-en}" >/dev/null
}

# A whole sitting told short: answers saved, what was refused, plays of each question, sections, score.
digest() {
    awk '/^saved / {saved++; next}
         /^no: / {print; next}
         /^question: / {question = $2; next}
         /^play begins/ {plays[question]++; next}
         /^play over/ {ends[question]++; next}
         /^section(:| )/ || /^sitting over/ {print; next}
         /^(score|of|reading|listening|law|right|wrong|unanswered|interruptions|minimum score|minimum score source): / {print}
         /^exit / {print}
         END {for (q in plays) {n++; two += plays[q] == 2 && ends[q] == 2}
              print "saved " saved + 0; print "questions heard " n + 0 ", exactly twice " two + 0}'
}

# A small questions folder "q": the real slots, patterns and exams, and three items of our own.
small_questions() {
    mkdir -p q/reading q/listening q/law q/pictures
    cp -r "$SOURCE/questions/slots.yaml" "$SOURCE/questions/spelling.yaml" "$SOURCE/questions/lexicon.yaml" \
        "$SOURCE/questions/patterns" "$SOURCE/questions/exams" q
    cp -r "$SOURCE/tests/cli/questions/." q
    chmod -R u+w q
}
