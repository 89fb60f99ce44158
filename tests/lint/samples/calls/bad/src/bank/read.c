void a(char *d, const char *s)
{
    strcpy(d, s);
    strcat (d, s);
    sprintf(d, "%d", atoi(s)); /* two */
    if (!fopen(s, "rb") || stat(s, &st) < 0) {
        free(malloc(1));
    }
    return time(NULL) + rand();
}
const char *b(void) { return getenv("HOME"); } /* comment */ int c = remove("x");
void d(void) { printf("%ld %5lu %-3lld", 1L, 2UL, 3LL); }
static int e __attribute__((unused)) = setlocale(LC_ALL, "");
int *f = "/*" ? gets(d) : "*/";
Mix_Chunk *g = Mix_LoadWAV("x.wav");
