/* SPDX-License-Identifier: MIT */
/* Documents of each kind: the parts they are drawn from. */
#include "support/ept_test.h"

#include <string.h>

#include "bank/base_folder.h"
#include "load_priv.h"

#include "epstopik/path.h"

typedef struct place {
    ept_arena *arena;
    const char *dir;
    ept_bank_sources sources;
    bank_src src;
} place;

static int setup(void **state)
{
    static place p;

    p = (place){0};
    assert_ok(ept_arena_new(&p.arena));
    p.dir = base_folder(p.arena);
    p.sources = (ept_bank_sources){.dir = p.dir};
    assert_ok(bank_src_open(&p.src, &p.sources));
    bank_load_pictures(&p.src);
    *state = &p;
    return 0;
}

static int teardown(void **state)
{
    place *p = *state;
    bank_src_close(&p->src);
    assert_ok(ept_path_remove_tree(p->dir));
    ept_arena_free(p->arena);
    return 0;
}

static const ept_document *make(place *p, const char *yaml)
{
    bank_node *node = NULL;
    bank_yaml_fault fault;

    assert_ok(bank_yaml_parse(&node, p->src.arena, ept_str_of(yaml), &fault));
    return bank_document_of(&p->src, "here.yaml", node);
}

/* "FIELDS[label|value|...] ..." with ~ for a covered cell, * for a tick, @ for a picture, ^ for a
 * head. */
static void show(ept_buf *out, const ept_document *d)
{
    static const char *const kinds[] = {"FIELDS", "TABLE", "LINES", "NOTES", "FROM", "CHART"};

    ept_buf_printf(out, "%s/%s", d->title != NULL ? d->title : "-",
                   d->right != NULL ? d->right : "-");
    for (size_t i = 0; i < d->part_count; i++) {
        const ept_part *part = &d->parts[i];
        ept_buf_printf(out, " %s%zu[", kinds[part->kind], part->columns);
        for (size_t k = 0; k < part->rows * part->columns; k++) {
            const ept_doc_cell *c = &part->cells[k];
            ept_buf_printf(out, "%s%s%s%s%s", k > 0 ? "|" : "", c->head ? "^" : "",
                           c->span == 0 ? "~" : c->text, c->tick ? "*" : "",
                           c->picture != NULL ? "@" : "");
        }
        ept_buf_printf(out, "]%zu,%zu", part->head_rows, part->foot_rows);
    }
}

typedef struct sample {
    const char *yaml, *shown;
} sample;

static const sample samples[] = {
    {"{kind: notice, title: 안내, date: 11월 2일, lines: [가, 나, 다], notes: [라], from: 팀}",
     "안내/11월 2일 LINES1[가|나|다]0,0 NOTES1[라]0,0 FROM1[팀]0,0"},
    {"{kind: sign-text, title: 주의, lines: [조심], sign: {sign: {class: warn, of: ppe/gloves}}}",
     "주의/- LINES1[조심]0,0 TABLE1[@]0,0"},
    {"{kind: message, lines: [\"티엔: 몇 시예요?\", {수닐: 두 시예요.}]}",
     "-/- LINES1[티엔: 몇 시예요?|수닐: 두 시예요.]0,0"},
    {"{kind: contract, title: 근로계약서, fields: {가: a, 나: b, 다: c, 라: d}}",
     "근로계약서/- FIELDS2[^가|a|^나|b|^다|c|^라|d]0,0"},
    {"{kind: roster, title: 당번, table: {head: [요일, 식당], rows: [[월, 라흐마트], [화, 티엔]], "
     "foot: [[합, 둘]]}}",
     "당번/- TABLE2[^요일|^식당|월|라흐마트|화|티엔|합|둘]1,1"},
    {"{kind: label, title: 표백제, fields: {가: a, 나: b, 다: c}, signs: [{sign: {class: warn, of: "
     "ppe/gloves}}, {sign: {class: must, of: ppe/gloves}}]}",
     "표백제/- FIELDS2[^가|a|^나|b|^다|c]0,0 TABLE2[@|@]0,0"},
    {"{kind: medicine-bag, name: 아이굴, times: [아침, 자기 전], when: 식후 30분, dose: 1봉지, "
     "days: 3, notes: [졸림]}",
     "내복약/- FIELDS2[^이름|아이굴|^복용 시간|식후 30분|^1회 복용량|1봉지|^복용 일수|3일분]0,0 "
     "TABLE4[^아침|^점심|^저녁|^자기 전|*|||*]1,0"
     " NOTES1[졸림]0,0"},
    {"{kind: business-card, title: 한빛, name: 박서연, role: 과장, fields: {전화: a, 주소: b}}",
     "한빛/- LINES1[박서연|과장]0,0 FIELDS2[^전화|a|^주소|b]0,0"},
    {"{kind: id-card, title: 증, fields: {가: a, 나: b, 다: c}, photo: true}",
     "증/- TABLE1[@]0,0 FIELDS2[^가|a|^나|b|^다|c]0,0"},
    {"{kind: receipt, title: 영수증, items: [[빵, 1500, 2], [물, 800, 1]], paid: 5000}",
     "영수증/- TABLE4[^품명|^단가|^수량|^금액|빵|1,500|2|3,000|물|800|1|800|^합계|~|~|3,800]1,1 "
     "FIELDS2[^받은 돈|5,000|^거스름돈|1,200]0,0"},
    {"{kind: weather, table: {head: [요일, 날씨, 최저, 최고], rows: [[월, sun, \"3\", \"9\"], [화, "
     "rain, \"1\", \"5\"]]}}",
     "-/- TABLE4[^요일|^날씨|^최저|^최고|월|@|3|9|화|@|1|5]1,0"},
    {"{kind: menu, title: 차림표, table: {rows: [[밥, 1원], [국, 2원], [면, 3원]]}}",
     "차림표/- TABLE2[밥|1원|국|2원|면|3원]0,0"},
    {"{kind: chart, title: 수, chart: line, unit: 명, series: {가: {a: 1, b: 2, c: 3}, 나: {a: 3, "
     "b: 2.5, c: 1}}, from: 팀}",
     "수/- CHART0[]0,0 FROM1[팀]0,0"},
};

static void document__each_kind__becomes_parts(void **state)
{
    place *p = *state;

    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        ept_buf shown = {0};
        const ept_document *d = make(p, samples[i].yaml);
        if (d == NULL) {
            fail_msg("%s: %s", samples[i].yaml, p->src.faults[p->src.fault_count - 1].what);
            return;
        }
        show(&shown, d);
        assert_string_equal(shown.p, samples[i].shown);
        ept_buf_clear(&shown);
    }
    assert_int_equal(p->src.errors, 0);
}

static void document__chart__keeps_series_in_order(void **state)
{
    place *p = *state;
    const ept_document *d = make(p, samples[sizeof samples / sizeof samples[0] - 1].yaml);
    const ept_chart_data *chart = d->parts[0].chart;

    assert_int_equal(chart->kind, EPT_DOC_LINE);
    assert_int_equal(chart->point_count, 3);
    assert_int_equal(chart->series_count, 2);
    assert_string_equal(chart->series_names[1], "나");
    assert_string_equal(chart->labels[2], "c");
    assert_true(chart->values[4] == 2.5);
}

typedef struct refusal {
    const char *yaml, *told;
} refusal;

static const refusal refusals[] = {
    {"{kind: receipt, title: 영수증, items: [[빵, 1500, 2]], paid: 1000}",
     "\"paid\" is less than the total"},
    {"{kind: receipt, title: 영수증, items: [[빵, 1505, 2]]}",
     "an item is [name, price in tens of won, count]"},
    {"{kind: medicine-bag, name: a, times: [밤], when: b, dose: c, days: 3}", "\"times\" are of"},
    {"{kind: medicine-bag, name: a, times: [아침], when: b, dose: c, days: 많이}",
     "\"days\" must be a whole number"},
    {"{kind: roster, title: a, table: {head: [a, b], rows: [[c]]}}", "as many cells as its head"},
    {"{kind: roster, title: a, table: {head: [a, b, c, d, e, f], rows: [[a, b, c, d, e, f]]}}",
     "of at most 5 columns"},
    {"{kind: id-card, title: a, fields: {a: b, c: d, e: f}, photo: yes}",
     "\"photo\" is true or left out"},
    {"{kind: notice, title: a, fields: [a, b]}",
     "\"fields\" must be written as label: value lines"},
    {"{kind: notice, title: a, lines: 많이}", "must be written as a list"},
    {"{kind: pay-slip, month: \"2026-13\", name: a, pay: {a: 10, b: 20}, deduct: {c: 10, d: 10}}",
     "\"month\" must be like"},
    {"{kind: pay-slip, month: \"2026-10\", name: a, pay: {a: 10}, deduct: {c: 10, d: 10}}",
     "have 2 to 5 lines"},
    {"{kind: chart, title: a, chart: bar, unit: b, points: {a: 1, b: 2, c: x}}",
     "a point of a chart is a number"},
    {"{kind: chart, title: a, chart: bar, unit: b, series: {x: {a: 1, b: 2, c: 3}, y: {a: 1, b: 2, "
     "d: 3}}}",
     "the same labels in the same order"},
    {"{kind: chart, title: a, chart: bar, unit: b, series: {x: {a: 1, b: 2, c: 3}, y: {a: 1, b: "
     "2}}}",
     "the same labels in the same order"},
};

static void document__each_mistake__is_told(void **state)
{
    place *p = *state;

    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        size_t before = p->src.fault_count;
        bool found = false;
        assert_null(make(p, refusals[i].yaml));
        for (size_t f = before; f < p->src.fault_count; f++) {
            found = found || strstr(p->src.faults[f].what, refusals[i].told) != NULL;
        }
        if (!found) {
            fail_msg("%s: wanted %s, told %s", refusals[i].yaml, refusals[i].told,
                     p->src.fault_count > before ? p->src.faults[before].what : "nothing");
        }
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(document__each_kind__becomes_parts),
        TEST(document__chart__keeps_series_in_order),
        TEST(document__each_mistake__is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
