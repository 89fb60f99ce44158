/* no licence */
/* blank.c - blanks. */
int a; 
	int b;
int c; /* TODO */
const char *wide = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
