#include "epstopik/nothing.h"
#include "epstopik/store.h"
#include "epstopik/ui_theme.h"
#include "../store/store_priv.h"
#include "store_priv.h"
#include <sqlite3.h>
#include <SDL_ttf.h>
#include <unistd.h>
#include <locale.h>
  #  include "epstopik/bank_build.h"
