/* SPDX-License-Identifier: MIT */
/* components.h - every control in every state on one sheet, 1280 by 800 at 100 %. */
#ifndef TEST_UI_COMPONENTS_H
#define TEST_UI_COMPONENTS_H
#include "epstopik/ui.h"

void components_draw(ept_draw_list *d);

#endif
