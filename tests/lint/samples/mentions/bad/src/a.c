const char *a = "/home/somebody/x";
/* see ../shared/notes */
int b; /* /tmp/x */
