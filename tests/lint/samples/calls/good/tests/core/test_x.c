void d(void) { setenv("TZ", "UTC", 1); FILE *f = fopen("x", "rb"); }
