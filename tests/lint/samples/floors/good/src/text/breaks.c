/* SPDX-License-Identifier: MIT */
/* #include <sqlite3.h> in a comment is none
 * #include "epstopik/bank.h" */
#include "epstopik/text.h"

#include <string.h>

#include <unicode/ubrk.h>

#include "epstopik/arena.h"
#include "text_embedded.h"
#include "text_priv.h"
