/* SPDX-License-Identifier: MIT */
/* test_mixer.c - a system without SDL_mixer. That the real one is found and plays: test_device.c.
 */
#include <string.h>

#include "support/ept_test.h"

#include "mixer.h"

static void mixer__load__says_what_is_missing(void **state)
{
    sound_mixer mix = {0};

    (void)state;
    assert_status(EPT_E_UNAVAILABLE, sound_mixer_load(&mix, "no-such-mixer.so"));
    assert_non_null(strstr(ept_error(), "no-such-mixer.so"));
}

/* Of SDL itself, which is no mixer. */
static void mixer__load__refuses_another_library(void **state)
{
    sound_mixer mix = {0};

    (void)state;
    assert_status(EPT_E_UNAVAILABLE, sound_mixer_load(&mix, EPT_SDL_LIBRARY));
    assert_non_null(strstr(ept_error(), "Mix_Init"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mixer__load__says_what_is_missing),
        cmocka_unit_test(mixer__load__refuses_another_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
