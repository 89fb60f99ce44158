#include <SDL_ttf.h>

#include "epstopik/ui_theme.h"
