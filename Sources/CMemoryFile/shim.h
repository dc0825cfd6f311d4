/* glibc declares it for GNU sources only, and Swift imports none. */
int memfd_create(const char *name, unsigned int flags);

/* MFD_CLOEXEC */
enum { MEMORY_FILE_CLOSES_ON_EXEC = 1 };
