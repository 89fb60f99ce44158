#ifndef EPSTOPIK_GOOD_H
#define EPSTOPIK_GOOD_H
typedef int good;
#endif
