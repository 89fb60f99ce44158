void a(void) { strcpy(x, y); srand(time(NULL)); }
