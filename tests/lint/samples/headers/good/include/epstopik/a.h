#ifndef EPSTOPIK_A_H
#define EPSTOPIK_A_H
#include <stdint.h>
int64_t ept_a(void);
#endif
