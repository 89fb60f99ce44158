/* SPDX-License-Identifier: MIT */
/* item_text.h - parts of an item as plain lines, for `bank show`, `bank quiz` and `take`. */
#ifndef ITEM_TEXT_H
#define ITEM_TEXT_H
#include "epstopik/item.h"
#include "epstopik/str.h"

/* What a picture shows, in words; NULL: it has no name. */
typedef const char *item_picture_words(void *ctx, const char *picture);
/* Title, then row by row; cells are parted by " | ", a tick is "v", a picture is its words in
 * brackets. */
void item_add_document(ept_buf *out, const ept_document *document, item_picture_words *words,
                       void *ctx);
/* "voice: text" a line. */
void item_add_script(ept_buf *out, const ept_item *item);
/* "name: value" and a line end; further lines of the value are indented by two blanks. */
void item_add_field(ept_buf *out, const char *name, const char *value);

#endif
