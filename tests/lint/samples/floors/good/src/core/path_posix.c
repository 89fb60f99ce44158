#include <dirent.h>
#include <unistd.h>
