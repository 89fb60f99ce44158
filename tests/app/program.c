/* SPDX-License-Identifier: MIT */
/* program.c - starting, driving and reading the program. The bank is made once for all tests of one
 * executable: it is never written to. */
#include "app/program.h"

#include <string.h>

#include "epstopik/path.h"
#include "support/ept_test.h"
#include "support/gen_bank.h"

enum { ITEMS = 300, SEED = 7 };

int program_setup(void **state)
{
    static program p;

    memset(&p, 0, sizeof p);
    assert_int_equal(temp_folder_setup(&p.folder), 0);
    assert_ok(gen_bank(temp_folder_at(&p.folder, "test.bank"), ITEMS, SEED));
    p.options = (app_options){.data_dir = temp_folder_at(&p.folder, "data"),
                              .bank_path = temp_folder_at(&p.folder, "test.bank"),
                              .script = "test",
                              .shots_dir = temp_folder_at(&p.folder, "shots"),
                              .lang = "en",
                              .clock_factor = 1};
    assert_ok(ept_arena_new(&p.run.arena));
    p.run.a = &p.a;
    p.run.shots_dir = p.options.shots_dir;
    *state = &p;
    return 0;
}

int program_teardown(void **state)
{
    program *p = *state;

    program_stop(p);
    ept_arena_free(p->run.arena);
    return temp_folder_teardown(&p->folder);
}

int program_setup_started(void **state)
{
    program_setup(state);
    program_start(*state);
    return 0;
}

void program_start(program *p)
{
    assert_false(p->running);
    assert_ok(app_start(&p->a, &p->options));
    assert_ok(app_draw(&p->a));
    p->running = true;
}

void program_stop(program *p)
{
    if (p->running)
        app_stop(&p->a);
    p->running = false;
}

void program_do(program *p, const char *lines)
{
    char line[256];

    while (*lines) {
        size_t n = strcspn(lines, "\n");

        assert_true(n < sizeof line);
        memcpy(line, lines, n);
        line[n] = '\0';
        if (!script_do(&p->run, line))
            fail_msg("on %s: %s: %s", program_screen(p), line, p->run.why);
        lines += n + (lines[n] == '\n');
    }
}

const char *program_fails(program *p, const char *line)
{
    p->run.why[0] = '\0';
    if (script_do(&p->run, line))
        fail_msg("this went well: %s", line);
    return p->run.why;
}

void program_person(program *p, const char *name)
{
    program_do(p, "expect-screen profiles\nkey N\nexpect-screen new-profile");
    program_do(p, ept_arena_printf(p->run.arena, "type %s", name));
    program_do(p, "key Enter\nexpect-screen home");
}

bool program_shows(const program *p, const char *text)
{
    return ept_draw_shows(ept_ui_shown(p->a.ui), text);
}

const char *program_screen(const program *p)
{
    return app_top(&p->a)->name;
}

void program_dump(const program *p, ept_buf *out)
{
    ept_buf_reset(out);
    ept_draw_dump(ept_ui_shown(p->a.ui), out);
    assert_ok(ept_buf_ok(out));
}
