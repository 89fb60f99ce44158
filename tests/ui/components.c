/* SPDX-License-Identifier: MIT */
/* components.c - the sheet of components: the picture of the look, drawn with the real controls. */
#include "ui/components.h"

/* Columns of the sheet stand further apart at larger text. */
static int at(const ept_draw_list *d, int px)
{
    return px * ept_draw_metrics(d)->percent / 100;
}

static void caption(ept_draw_list *d, int x, int y, const char *text)
{
    ept_draw_text(d, (ept_rect){x, y, 360, 0}, text,
                  (ept_text_opts){.type = EPT_TYPE_SMALL_BOLD, .colour = EPT_COLOUR_INK_2});
}

static void options(ept_draw_list *d)
{
    static const struct {
        const char *name;
        ept_option_state state;
        unsigned look;
        const char *word;
    } rows[] = {
        {"normal", EPT_OPTION_NORMAL, 0, NULL},
        {"hover", EPT_OPTION_NORMAL, EPT_LOOK_HOVER, NULL},
        {"focus", EPT_OPTION_NORMAL, EPT_LOOK_FOCUS, NULL},
        {"selected", EPT_OPTION_SELECTED, 0, "chosen"},
        {"correct", EPT_OPTION_CORRECT, 0, "Correct"},
        {"wrong", EPT_OPTION_WRONG, 0, "Your answer"},
        {"ruled out", EPT_OPTION_RULED_OUT, 0, NULL},
    };
    const ept_metrics *m = ept_draw_metrics(d);
    int pitch = m->option_h + 8;

    caption(d, at(d, 24), 16, "Option card");
    for (int i = 0; i < 7; i++) {
        ept_option_card o = {.id = ept_draw_id(d, "sheet.option", i),
                             .number = 1,
                             .text = "장갑",
                             .state = rows[i].state,
                             .look = rows[i].look,
                             .word = rows[i].word};
        ept_rect r = {at(d, 108), 44 + i * pitch, at(d, 276), 0};

        ept_draw_text(
            d, (ept_rect){at(d, 24), r.y, r.x - 40, m->option_h}, rows[i].name,
            (ept_text_opts){.type = EPT_TYPE_SMALL, .colour = EPT_COLOUR_INK_2, .middle = true});
        ept_ui_option(d, r, &o);
    }
}

static void cells(ept_draw_list *d)
{
    static const ept_cell all[] = {
        {.number = 7},
        {.number = 7, .state = EPT_CELL_ANSWERED},
        {.number = 7, .flagged = true},
        {.number = 7, .state = EPT_CELL_ANSWERED, .flagged = true},
        {.number = 7, .here = true},
        {.number = 7, .state = EPT_CELL_ANSWERED, .listening = true},
        {.number = 7, .look = EPT_LOOK_FOCUS},
        {.number = 7, .state = EPT_CELL_LOCKED},
        {.number = 7, .state = EPT_CELL_WRONG},
        {.number = 7, .state = EPT_CELL_CORRECT},
        {.number = 7, .state = EPT_CELL_NONE},
        {.number = 7, .dim = true},
    };
    const ept_metrics *m = ept_draw_metrics(d);
    int top = 44 + 7 * (m->option_h + 8) + 12;

    caption(d, at(d, 24), top - 4, "Question grid cell");
    for (int i = 0; i < 12; i++) {
        ept_cell c = all[i];

        c.id = ept_draw_id(d, "sheet.cell", i);
        ept_ui_cell(
            d,
            (ept_rect){at(d, 32 + i % 6 * 60), top + at(d, 36 + i / 6 * 64), at(d, 48), at(d, 48)},
            &c);
    }
    ept_ui_big_cell(
        d, (ept_rect){at(d, 24), top + at(d, 170), at(d, 158), ept_ui_big_cell_h(d)},
        &(ept_big_cell){.id = "sheet.big.0", .number = 3, .chosen = 2, .flagged = true});
    ept_ui_big_cell(d, (ept_rect){at(d, 200), top + at(d, 170), at(d, 158), ept_ui_big_cell_h(d)},
                    &(ept_big_cell){.id = "sheet.big.1", .number = 8, .blank = "No answer"});
    ept_ui_legend(d, (ept_rect){at(d, 24), top + at(d, 290), at(d, 334), 0},
                  &(ept_legend){"Answered", "Not answered", "Flagged", 9, 11, 1, false});
}

static void timers(ept_draw_list *d)
{
    const ept_metrics *m = ept_draw_metrics(d);
    int h = m->type[EPT_TYPE_TIMER].line_px + 16, w = at(d, 216);

    caption(d, at(d, 408), 16, "Timer chip, on the exam bar");
    ept_draw_box(d, (ept_rect){at(d, 408), 44, at(d, 480), 2 * h + 16},
                 (ept_box){.fill = EPT_COLOUR_BAR, .radius = 8});
    ept_ui_timer(d, (ept_rect){at(d, 420), 52, w, h}, 1135000, EPT_TIMER_NORMAL, NULL);
    ept_ui_timer(d, (ept_rect){at(d, 652), 52, w + 8, h}, 276000, EPT_TIMER_FIVE, "under 5 min");
    ept_ui_timer(d, (ept_rect){at(d, 420), 52 + h, w, h}, 48000, EPT_TIMER_LAST, "last minute");
    ept_ui_timer(d, (ept_rect){at(d, 652), 52 + h, w + 8, h}, 684000, EPT_TIMER_PAUSED, "paused");
}

static void audio(ept_draw_list *d)
{
    static const ept_audio all[] = {
        {EPT_AUDIO_STARTS, "Starts in 3 s", NULL, 0, 10000, 0, 2, true, NULL, NULL, 0},
        {EPT_AUDIO_PLAYING, "Playing", "1st time", 6400, 10000, 1, 2, true, NULL, NULL, 0},
        {EPT_AUDIO_PAUSE, "Pause, 3 s", "2nd next", 10000, 10000, 1, 2, true, NULL, NULL, 0},
        {EPT_AUDIO_FINISHED, "Finished", "answer now", 10000, 10000, 2, 2, true, NULL, NULL, 0},
        {EPT_AUDIO_NO_SOUND, "No sound", "Check the headset.", 0, 0, 0, 0, true, "sheet.retry",
         "Retry", 0},
        {EPT_AUDIO_PLAYING, "Playing", "1st time", 6400, 10000, 1, 2, false, NULL, NULL, 0},
    };
    int y = 44 + 2 * (ept_draw_metrics(d)->type[EPT_TYPE_TIMER].line_px + 16) + 60;

    caption(d, at(d, 408), y - 26, "Audio indicator");
    for (int i = 0; i < 6; i++)
        y += ept_ui_audio(d, (ept_rect){at(d, 408), y, at(d, 480), 0}, &all[i]).h + 6;
    ept_ui_score_bar(d, (ept_rect){at(d, 408), y + 2, at(d, 480), 0},
                     &(ept_score_bar){75, 60, 200, 120, "Reading 75", "Listening 60",
                                      "Minimum score 120", "You: 135"});
}

static void choices(ept_draw_list *d)
{
    static const ept_tab tabs[] = {
        {"Reading", "book", NULL}, {"Listening", "ear", NULL}, {"Law", "law", "25"}};
    static const ept_segment segments[] = {{"Light", NULL}, {"High contrast", NULL}};
    static const ept_chip chips[] = {{.label = "Mastered", .icon = "check", .tone = EPT_TONE_GOOD},
                                     {.label = "3 due", .icon = "flag", .tone = EPT_TONE_WARN},
                                     {.label = "Weak", .icon = "x", .tone = EPT_TONE_BAD},
                                     {.label = "20"},
                                     {.id = "sheet.chip", .label = "All", .active = true}};
    int y = at(d, 680);

    y += ept_ui_tabs(d, (ept_rect){at(d, 408), y, at(d, 480), 0}, "sheet.tab", tabs, 3, 0) + 12;
    y += ept_ui_chips(d, (ept_rect){at(d, 408), y, at(d, 480), 0}, chips, 5) + 12;
    y += ept_ui_segments(
             d, (ept_rect){at(d, 408), y, at(d, 0), 0},
             &(ept_segments){.id = "sheet.theme", .items = segments, .count = 2, .small = true})
             .h +
         12;
    ept_ui_slider(d, (ept_rect){at(d, 408), y, at(d, 240), 0},
                  &(ept_slider){.id = "sheet.slider", .label = "Volume", .value = 70});
    ept_ui_switch(d, (ept_rect){at(d, 680), y, at(d, 0), 0}, "sheet.switch", true, "On");
    ept_ui_key_hint(d, at(d, 780), y, 32, "Ctrl +", NULL);
}

static void buttons(ept_draw_list *d)
{
    static const ept_button all[] = {
        {.label = "Next", .key = "→", .kind = EPT_BUTTON_PRIMARY},
        {.label = "Hover", .kind = EPT_BUTTON_PRIMARY, .look = EPT_LOOK_HOVER, .no_enter = true},
        {.label = "Focus", .kind = EPT_BUTTON_PRIMARY, .look = EPT_LOOK_FOCUS, .no_enter = true},
        {.label = "Back"},
        {.label = "Hover", .look = EPT_LOOK_HOVER},
        {.label = "Press", .look = EPT_LOOK_PRESS},
        {.label = "Quiet", .kind = EPT_BUTTON_QUIET},
        {.label = "End exam…", .kind = EPT_BUTTON_DANGER},
        {.label = "Disabled", .disabled = true},
    };
    int pitch = ept_draw_metrics(d)->button_h + 12;

    caption(d, at(d, 908), 16, "Buttons");
    for (int i = 0; i < 9; i++) {
        ept_button b = all[i];

        b.id = ept_draw_id(d, "sheet.button", i);
        ept_ui_button(d,
                      ept_rect_column((ept_rect){at(d, 908), 44 + i / 3 * pitch, at(d, 388), 0}, 3,
                                      i % 3, 12),
                      &b);
    }
}

static void sheet(ept_draw_list *d)
{
    static const char *const cells_of[] = {"날짜", "10월 9일 (금)",  "대상", "생산 1팀, 생산 2팀",
                                           "문의", "사무실 내선 204"};
    static const ept_sheet_part part = {
        .kind = EPT_SHEET_PAIRS, .cells = cells_of, .cell_count = 6, .columns = 1};
    static const ept_sheet paper = {
        .title = "휴무 안내", .right = "2026년 10월", .parts = &part, .part_count = 1};
    int y = 44 + 3 * (ept_draw_metrics(d)->button_h + 12) + 30;

    caption(d, at(d, 908), y - 24, "Document stimulus");
    y += ept_ui_sheet(d, (ept_rect){at(d, 908), y, at(d, 388), 0}, &paper) + 24;
    y += ept_ui_notice(d, (ept_rect){at(d, 908), y, at(d, 388), 0}, EPT_TONE_WARN, NULL,
                       "3 questions have no answer: 8, 14, 19",
                       "A wrong answer costs nothing. Choose something.") +
         16;
    y += ept_ui_field(d, (ept_rect){at(d, 908), y, at(d, 388), 0},
                      &(ept_field){.id = "sheet.field",
                                   .label = "Name",
                                   .hint = "Type a name",
                                   .icon = "search",
                                   .key = "/"})
             .h +
         12;
    y += ept_ui_choice(d, (ept_rect){at(d, 908), y, at(d, 388), 0},
                       &(ept_choice){.id = "sheet.choice",
                                     .label = "Manufacturing",
                                     .note = "Minimum score 120",
                                     .on = true}) +
         12;
    ept_ui_progress(d, (ept_rect){at(d, 908), y, at(d, 388), 16}, 700, 800, EPT_COLOUR_ACCENT);
    ept_ui_blocks(d, (ept_rect){at(d, 908), y + 24, at(d, 388), 24}, 4, 6, 0, EPT_COLOUR_LISTEN);
}

void components_draw(ept_draw_list *d)
{
    ept_draw_fill(d, (ept_rect){0, 0, ept_draw_metrics(d)->w, ept_draw_metrics(d)->h},
                  EPT_COLOUR_SURFACE);
    options(d);
    cells(d);
    timers(d);
    audio(d);
    choices(d);
    buttons(d);
    sheet(d);
    ept_ui_toast(d, at(d, 408), ept_draw_metrics(d)->h, EPT_TONE_GOOD, "check", "Answer saved",
                 "Close");
}
