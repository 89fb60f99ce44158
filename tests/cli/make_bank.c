/* SPDX-License-Identifier: MIT */
/* make_bank.c - a generated bank for the tests of the terminal program. */
#include <stdio.h>

#include "support/gen_bank.h"

#include "epstopik/str.h"

int main(int argc, char **argv)
{
    int64_t items = 0, seed = 0;
    if (argc != 5 || !ept_parse_int(&items, argv[3], 1, 1000000) ||
        !ept_parse_int(&seed, argv[4], 0, INT64_MAX)) {
        (void)fprintf(stderr, "make_bank FILE QUESTIONS ITEMS SEED\n");
        return 2;
    }
    if (gen_bank_from(argv[1], argv[2], (size_t)items, (uint64_t)seed) != EPT_OK) {
        (void)fprintf(stderr, "make_bank: %s\n", ept_error());
        return 1;
    }
    return 0;
}
