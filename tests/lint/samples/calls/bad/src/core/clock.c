int a(void) { return clock_gettime(CLOCK_REALTIME, &t) + fopen("x", "rb"); }
