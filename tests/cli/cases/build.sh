# Building: the same content gives the same bank anywhere, nothing is made twice, a failure leaves the old file.
. "$LIB"
small_questions
manifest() {
    "$EPT" bank verify "$1" | grep '^manifest'
}
ept bank build q -o small.bank --no-speech 2>/dev/null | sed 's/bytes [0-9]*/bytes N/'
"$EPT" bank verify small.bank | grep -v '^manifest'
say again
mkdir -p elsewhere/deep
cp -r q elsewhere/deep/questions
find elsewhere -name '*.yaml' -exec touch {} +
ept bank build q -o small.bank --no-speech 2>/dev/null | sed 's/bytes [0-9]*/bytes N/'
manifest small.bank >one
"$EPT" bank build elsewhere/deep/questions -o elsewhere/small.bank --no-speech >/dev/null 2>&1
manifest elsewhere/small.bank | cmp - one && echo the same manifest
say another word, another manifest
sed -i 's/doctor/physician/' elsewhere/deep/questions/reading/words.yaml
"$EPT" bank build elsewhere/deep/questions -o elsewhere/small.bank --no-speech >/dev/null 2>&1
manifest elsewhere/small.bank | cmp -s - one || echo another manifest
say a fault leaves the old file
cp small.bank before.bank
sed -i 's/answer: 의사/answer: 우표/' q/reading/words.yaml
ept bank build q -o small.bank --no-speech
cmp small.bank before.bank && echo as it was
ls -a | grep -c small.bank
say a synthesiser that fails
mkdir bin
ln -s "$SOURCE/tests/speech/espeak_fake.sh" bin/espeak-ng
sed -i 's/answer: 우표/answer: 의사/' q/reading/words.yaml
speak() {
    (PATH=$PWD/bin:$PATH EPT_FAKE_ESPEAK=$1 && export PATH EPT_FAKE_ESPEAK && ept bank build q -o small.bank) 2>&1 |
        grep -v -e 'clip [a-k m-z]' -e '^[0-9]*/'
}
speak failing
speak silent
speak old
cmp small.bank before.bank && echo as it was
say nowhere
ept bank build nowhere -o small.bank
ept bank build elsewhere/deep/questions -o nowhere/small.bank --no-speech
ept bank build elsewhere/deep/questions -o elsewhere/.bank --no-speech
say stats of a folder
ept bank stats elsewhere/deep/questions | grep -v 'key places'
say an exam that such a bank cannot fill
ept form --exam law --number 1 --bank elsewhere/small.bank
