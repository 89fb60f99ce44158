/* fopen and getenv have their home here. */
int a(void) { return fopen("x", "rb") && getenv("HOME") && stat("x", &st); }
