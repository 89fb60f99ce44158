#include "epstopik/item.h"
#include "epstopik/rng.h"
