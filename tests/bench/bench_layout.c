/* SPDX-License-Identifier: MIT */
/* bench_layout.c - a page of mixed Korean, Kazakh and Russian laid out by the program's own text
 * floor with SDL_ttf measuring, beside Pango: cold (nothing remembered) and once more. */
#include "bench/bench.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <pango/pangoft2.h>
#include <string.h>

#include "epstopik/path.h"
#include "epstopik/ui.h"

static const char *const page =
    "작업이 끝나면 전원을 꺼야 합니다. 안전모와 보안경을 꼭 쓰고 작업장에 들어가십시오.\n"
    "Жұмыс біткен соң, тоқ көзін өшіру керек. Каска мен қорғаныш көзілдірікті киіңіз, «안전화» — "
    "аяқкиім.\n"
    "После работы нужно выключить питание. Расчётный листок (임금명세서) выдают каждый месяц, "
    "2,177,610원.\n"
    "외국인등록을 한 사람이 이사를 하면 이사한 날부터 15일 안에 새 주소를 신고해야 합니다.\n"
    "Шетелдік ретінде тіркелген адам көшсе, 15 күн ішінде жаңа мекенжайын хабарлауы керек "
    "(주민센터).\n"
    "Иностранец с регистрацией после переезда должен в течение 15 дней сообщить новый адрес "
    "(주민센터).\n";

typedef struct bench {
    ept_ui *ui;
    PangoContext *context;
    PangoFontDescription *font;
    PangoLayout *kept;
    bool cached;
} bench;

static void must(ept_status st)
{
    if (st != EPT_OK) {
        fprintf(stderr, "bench: %s: %s\n", ept_status_name(st), ept_error());
        exit(1);
    }
}

static void work_own(void *ctx)
{
    bench *b = ctx;
    if (!b->cached) {
        ept_typeset_clear(ept_ui_typeset(b->ui));
    }
    ept_draw_list *d = ept_ui_begin(b->ui);
    (void)ept_draw_text(d, (ept_rect){0, 0, 700, 0}, page, (ept_text_opts){.type = EPT_TYPE_BODY});
}

static void work_pango(void *ctx)
{
    bench *b = ctx;
    PangoLayout *layout = b->cached ? b->kept : pango_layout_new(b->context);
    int w = 0, h = 0;
    pango_layout_set_font_description(layout, b->font);
    pango_layout_set_width(layout, 700 * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, page, -1);
    pango_layout_get_pixel_size(layout, &w, &h);
    if (!b->cached) {
        g_object_unref(layout);
    }
}

int main(void)
{
    bench b = {0};
    const ept_ui_opts opts = {.w = 800, .h = 600, .title = "bench", .percent = 100};
    must(ept_ui_new(&b.ui, &opts));
    PangoFontMap *map = pango_ft2_font_map_new();
    b.context = pango_font_map_create_context(map);
    b.font = pango_font_description_from_string("Noto Sans, Noto Sans CJK KR 12");
    b.kept = pango_layout_new(b.context);
    double pango = bench_time(work_pango, &b, bench_cpu_ms);
    double cold = bench_time(work_own, &b, bench_cpu_ms);
    b.cached = true;
    double cached = bench_time(work_own, &b, bench_cpu_ms);
    bench_line("layout of a mixed page, cold, times Pango", cold / pango, "x", 0.7);
    bench_line("layout of a mixed page, cached, times Pango", cached / pango, "x", 0.05);
    g_object_unref(b.kept);
    g_object_unref(b.context);
    g_object_unref(map);
    pango_font_description_free(b.font);
    ept_ui_free(b.ui);
    return 0;
}
