/* strcpy(a, b) in a comment
 * system("x") */
const char *say = "free(x), rand() and \"time(NULL)\" in a literal"; // gets(x)
int b(struct ops *ops) { return ops->open(1) + ops->stat.time(2) + ept_free(3) + my_rand(4) + '(' ; }
uint64_t c(void) { int time = 3; printf("%" PRId64 " %d %zu %5.1f%%", x, time, n, f); return time; }
