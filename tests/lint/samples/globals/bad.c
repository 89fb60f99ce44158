/* SPDX-License-Identifier: MIT */
/* bad.c - variables that change: a plain one, a static one, one inside a function. */
int counter = 1;
static int uses;
int count(void);

int count(void)
{
    static int calls;
    return counter + ++calls + ++uses;
}
