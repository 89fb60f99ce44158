/* SPDX-License-Identifier: MIT */
/* text.h - a sample. Floor: ui. */
#include <SDL.h>
#include <unicode/ubrk.h>

#include "epstopik/bank.h"
#include "text_priv.h"
