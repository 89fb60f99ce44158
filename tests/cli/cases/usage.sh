# Wrong calls: one sentence each, exit 2; nothing is made.
. "$LIB"
call() {
    say ept "$@"
    ept "$@" </dev/null
}
call
call nonsense
say ept --version
ept --version | sed "s/^ept [0-9][0-9.]*$/ept N/"
call --version 2
call help take
call help bank
call help nonsense
call say --help
call bank quiz q -h
call learner --help
call learner add x --help
call --lang
call --lang xx bank verify x
call bank
call bank nonsense
call bank check
call bank check a b
call bank check --nonsense
call bank build q
call bank build q -o
call bank build q -o x.bank --no-speech=1
call bank verify
call bank stats
call bank show "$BANK"
call bank quiz x.bank --seed 1
call bank quiz x.bank --blind
call bank quiz x.bank --blind --seed -1
call bank quiz x.bank --blind --seed 1 --count many
call bank review
call say
call say a b
call say 나 -o nowhere/a.wav
call form --exam law
call form --number 3
call form --exam law --number 0
call form --exam law --number 10000
call form --exam law --number 3x
call learner
call learner nonsense
call learner add
call learner add Ana --sector space
call learner pin Ana
call take --exam law
call take --learner Ana
call take --exam law --learner Ana --section law
call take --exam law --learner Ana --law-lang fr
call take --exam law --learner Ana --clock fast
call take --exam law --learner Ana --number none
call log nonsense
call log verify --csv
call log --json --csv
say files made
ls | grep -v raw.txt
for lang in ko kk ru en; do
    say "$lang"
    ept form --exam law --lang $lang
    ept bank verify nothing.bank --lang=$lang
done
