#ifndef EPSTOPIK_EXTENSION_H
#define EPSTOPIK_EXTENSION_H
typedef struct { int n; struct {}; } empty;
#endif
