/* SPDX-License-Identifier: MIT */
/* ept_test.h - what every unit test includes first. cmocka 1.1.5 wants these four headers before
 * it. */
#ifndef EPT_TEST_H
#define EPT_TEST_H
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "epstopik/status.h"

#define assert_ok(expr)                                                                            \
    do {                                                                                           \
        ept_status assert_ok_st_ = (expr);                                                         \
        if (assert_ok_st_ != EPT_OK) {                                                             \
            fail_msg("%s: %s: %s", #expr, ept_status_name(assert_ok_st_), ept_error());            \
        }                                                                                          \
    } while (0)

#define assert_status(expected, expr)                                                              \
    assert_string_equal(ept_status_name(expected), ept_status_name(expr))

#endif
