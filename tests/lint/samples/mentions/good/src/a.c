const char *base = "/tmp", *rest = "/dev/full", *url = "https://example.org/home/tmp/";
const char *d = "~/.local/share/eps-topik", *e = "build/tmp/x", *f = "$HOME/work/";
