# Counts and reach of a generated bank.
. "$LIB"
ept bank stats "$BANK"
