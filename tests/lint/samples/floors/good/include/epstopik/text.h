/* SPDX-License-Identifier: MIT */
/* text.h - a sample. Floor: text. */
#ifndef EPSTOPIK_TEXT_H
#define EPSTOPIK_TEXT_H
#include <stdint.h>

#include "epstopik/str.h"
#endif
