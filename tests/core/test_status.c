/* SPDX-License-Identifier: MIT */
/* test_status.c - names of codes and the sentence of the last failure. */
#include "support/ept_test.h"

#include <string.h>

static void status__fail__keeps_code_and_sentence(void **state)
{
    (void)state;
    assert_int_equal(EPT_E_IO, ept_fail(EPT_E_IO, "read %s: %d", "a", 7));
    assert_string_equal("read a: 7", ept_error());
}

static void status__fail__may_quote_the_last_sentence(void **state)
{
    (void)state;
    (void)ept_fail(EPT_E_IO, "inner");
    (void)ept_fail(EPT_E_IO, "outer: %s", ept_error());
    assert_string_equal("outer: inner", ept_error());
}

static void status__fail__cuts_a_long_sentence(void **state)
{
    (void)state;
    char text[5000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';

    (void)ept_fail(EPT_E_IO, "%s", text);

    size_t n = strlen(ept_error());
    assert_true(n > 500 && n < sizeof text - 1);
}

static void status__name__is_one_for_each_code(void **state)
{
    (void)state;
    for (int i = 0; i >= -15; i--) {
        const char *name = ept_status_name((ept_status)i);
        assert_true(strncmp(name, "EPT_", 4) == 0 && name[4] != '?');
        for (int j = 0; j > i; j--) {
            assert_string_not_equal(name, ept_status_name((ept_status)j));
        }
    }
    assert_string_equal("EPT_E_SHORT", ept_status_name(EPT_E_SHORT));
}

static void status__name__of_no_code(void **state)
{
    (void)state;
    /* Values outside the list but inside the range that the enum's bits can hold. */
    assert_string_equal("EPT_?", ept_status_name((ept_status)-16));
    assert_string_equal("EPT_?", ept_status_name((ept_status)1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(status__fail__keeps_code_and_sentence),
        cmocka_unit_test(status__fail__may_quote_the_last_sentence),
        cmocka_unit_test(status__fail__cuts_a_long_sentence),
        cmocka_unit_test(status__name__is_one_for_each_code),
        cmocka_unit_test(status__name__of_no_code),
    };
    return cmocka_run_group_tests_name("core.status", tests, NULL, NULL);
}
