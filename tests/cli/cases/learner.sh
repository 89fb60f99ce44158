# Profiles by name; a PIN that was forgotten.
. "$LIB"
ept learner list --data d
ept learner add Ана --lang ru --sector fishery --data d
ept learner add 아이굴 --lang kk --data d
ept learner add Ана --data d
ept learner add "" --data d
ept learner add " Ана" --data d
ept learner add 'a name that is much longer than forty letters can be' --data d
ept learner list --data d | sort
ept learner pin Ана --clear --data d
ept learner pin 2 --clear --data d
ept learner pin Nobody --clear --data d
