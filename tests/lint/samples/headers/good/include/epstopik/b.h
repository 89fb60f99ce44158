#ifndef EPSTOPIK_B_H
#define EPSTOPIK_B_H
#include "epstopik/a.h"
int64_t ept_b(void);
#endif
