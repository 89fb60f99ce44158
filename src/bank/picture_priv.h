/* SPDX-License-Identifier: MIT */
/* picture_priv.h - pictures of files and pictures drawn from parameters. Private to src/bank. */
#ifndef BANK_PICTURE_PRIV_H
#define BANK_PICTURE_PRIV_H
#include "source_priv.h"

/* Tells what in a drawing the program would not draw. */
void bank_svg_check(bank_src *src, const char *file, ept_str svg);

/* Reads pictures/index*.yaml and the drawings they name. */
void bank_load_pictures(bank_src *src);
bank_src_picture *bank_picture_find(const bank_src *src, const char *id);
/* Adds one; NULL when out of memory. */
bank_src_picture *bank_picture_add(bank_src *src, const char *id);

/* Whether a map is a picture by parameters (one key: clock, price, ...), or `picture: name`. */
bool bank_is_picture(const bank_node *node);
/* The id of the picture a node names or describes: checked, drawn at its first use. NULL: told why
 * not. */
const char *bank_picture_of(bank_src *src, const char *file, const bank_node *node);

#endif
