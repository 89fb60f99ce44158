/* SPDX-License-Identifier: MIT */
/* two_words.h - a sample. */
#ifndef EPSTOPIK_TWO_WORDS_H
#define EPSTOPIK_TWO_WORDS_H
#endif
