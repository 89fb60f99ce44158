#include "epstopik/str.h"
