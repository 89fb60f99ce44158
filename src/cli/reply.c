/* SPDX-License-Identifier: MIT */
/* reply.c - one shape of answers for people and for programs. */
#include "reply.h"

#include <inttypes.h>
#include <stdio.h>

#include "item_text.h"

/* "option 1" is called option_1 there. */
static void json_name(reply *r, const char *name)
{
    ept_buf_puts(&r->fields, r->fields.n > 0 ? ",\"" : "\"");
    for (; *name; name++) {
        ept_buf_add(&r->fields, *name == ' ' ? "_" : name, 1);
    }
    ept_buf_puts(&r->fields, "\":");
}

void reply_text(reply *r, const char *name, const char *value)
{
    if (!value) {
        return;
    }
    if (r->json) {
        json_name(r, name);
        ept_buf_json(&r->fields, value);
    } else {
        item_add_field(&r->fields, name, value);
    }
}

void reply_number(reply *r, const char *name, int64_t value)
{
    if (r->json) {
        json_name(r, name);
        ept_buf_printf(&r->fields, "%" PRId64, value);
    } else {
        ept_buf_printf(&r->fields, "%s: %" PRId64 "\n", name, value);
    }
}

void reply_yes(reply *r, const char *name)
{
    if (r->json) {
        json_name(r, name);
        ept_buf_puts(&r->fields, "true");
    } else {
        ept_buf_printf(&r->fields, "%s: yes\n", name);
    }
}

/* The block goes out whole, or the caller learns that it did not. */
static void close_block(reply *r)
{
    const char *open = r->json ? "{" : "", *end = r->json ? "}\n" : "";
    bool written = !r->fields.failed && fputs(open, stdout) >= 0 &&
                   fputs(r->fields.p ? r->fields.p : "", stdout) >= 0 && fputs(end, stdout) >= 0 &&
                   fflush(stdout) == 0;
    r->failed = r->failed || !written;
    ept_buf_reset(&r->fields);
}

void reply_saved(reply *r, int64_t seq)
{
    if (r->json) {
        reply_number(r, "saved", seq);
    } else {
        ept_buf_printf(&r->fields, "saved %" PRId64 "\n", seq);
    }
    close_block(r);
}

void reply_ok(reply *r)
{
    if (r->json) {
        reply_yes(r, "ok");
    } else {
        ept_buf_puts(&r->fields, "ok\n");
    }
    close_block(r);
}

void reply_no(reply *r, const char *sentence)
{
    ept_buf_reset(&r->fields);
    reply_text(r, "no", sentence);
    close_block(r);
}

void reply_event(reply *r, const char *event)
{
    if (r->json) {
        reply_text(r, "event", event);
    } else {
        ept_buf_printf(&r->fields, "%s\n", event);
    }
    close_block(r);
}

void reply_clear(reply *r)
{
    ept_buf_clear(&r->fields);
}
