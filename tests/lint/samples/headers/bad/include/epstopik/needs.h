#ifndef EPSTOPIK_NEEDS_H
#define EPSTOPIK_NEEDS_H
int64_t ept_a(void);
#endif
