/* Faults for a program under test, loaded into it with LD_PRELOAD.
 *
 * A seccomp filter traps the program's calls of the kernel that have to do with files, whichever
 * library makes them: also those that the C library makes of fwrite, which no wrapper would see. The
 * handler writes each call that meets one of the given folders to a trace, numbers it, and lets the
 * one that was asked for fail, fall short, stop the program or kill it.
 *
 *   WMO_ETL_FAULT_AREAS   lines of NAME=FOLDER, the folders without symbolic links
 *   WMO_ETL_FAULT_TRACE   the file to which calls are added: AREA KIND NUMBER RESULT PATH, with tabs
 *   WMO_ETL_FAULT         AREA KIND NUMBER ACTION [CODE] [lasting]; the numbers count from 1 for each
 *                         area and kind. ACTION is error (with its CODE), short, kill-before,
 *                         kill-after or stop. Lasting is what goes on from there: a full disk, a
 *                         read-only one.
 *   WMO_ETL_FAULT_CLOCK   seconds by which the clock of the day differs
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

/* The one place whose calls the filter lets pass: the kernel tells it by the address behind them. */
long fault_kernel(long number, long a, long b, long c, long d, long e, long f);
extern char fault_kernel_return[];

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
__asm__(".text\n.hidden fault_kernel\n.globl fault_kernel\n.type fault_kernel,@function\n"
        "fault_kernel:\n mov %rdi, %rax\n mov %rsi, %rdi\n mov %rdx, %rsi\n mov %rcx, %rdx\n"
        " mov %r8, %r10\n mov %r9, %r8\n mov 8(%rsp), %r9\n syscall\n"
        ".hidden fault_kernel_return\n.globl fault_kernel_return\nfault_kernel_return:\n ret\n");
#define ARGUMENT(context, index) \
  ((long)(context)->uc_mcontext.gregs[(const int[]){REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8, \
                                                    REG_R9}[index]])
#define RESULT(context) ((context)->uc_mcontext.gregs[REG_RAX])
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
__asm__(".text\n.hidden fault_kernel\n.globl fault_kernel\n.type fault_kernel,%function\n"
        "fault_kernel:\n mov x8, x0\n mov x0, x1\n mov x1, x2\n mov x2, x3\n mov x3, x4\n"
        " mov x4, x5\n mov x5, x6\n svc #0\n"
        ".hidden fault_kernel_return\n.globl fault_kernel_return\nfault_kernel_return:\n ret\n");
#define ARGUMENT(context, index) ((long)(context)->uc_mcontext.regs[index])
#define RESULT(context) ((context)->uc_mcontext.regs[0])
#else
#error "the shim knows the calls of x86-64 and of 64-bit ARM"
#endif

/* `list` is the reading of a folder's entries, `create` an opening that may make a file. */
enum kind {
  OPEN, CREATE, READ, WRITE, RENAME, FSYNC, CLOSE, MKDIR, SYMLINK, UNLINK, STAT, LIST, LOCK, MAP, KINDS
};
static const char *const kind_names[KINDS] = {
  "open", "create", "read", "write", "rename", "fsync", "close", "mkdir", "symlink", "unlink", "stat",
  "list", "lock", "map",
};

/* Where a call names its file: `descriptor` is the index of a number of an open file, `folder` that of
 * one to which `path` is relative, `path` that of a text; -1 where there is none. */
struct call {
  int number, kind, descriptor, folder, path, count;
};
static const struct call calls[] = {
  {SYS_openat, OPEN, -1, 0, 1, -1},
  {SYS_read, READ, 0, -1, -1, 2},
  {SYS_pread64, READ, 0, -1, -1, 2},
  {SYS_readv, READ, 0, -1, -1, -1},
  {SYS_preadv, READ, 0, -1, -1, -1},
  {SYS_write, WRITE, 0, -1, -1, 2},
  {SYS_pwrite64, WRITE, 0, -1, -1, 2},
  {SYS_writev, WRITE, 0, -1, -1, -1},
  {SYS_pwritev, WRITE, 0, -1, -1, -1},
  {SYS_ftruncate, WRITE, 0, -1, -1, -1},
  {SYS_fallocate, WRITE, 0, -1, -1, -1},
  {SYS_sendfile, WRITE, 0, -1, -1, -1},
  {SYS_copy_file_range, WRITE, 2, -1, -1, -1},
  {SYS_renameat2, RENAME, -1, 0, 1, -1},
  {SYS_fsync, FSYNC, 0, -1, -1, -1},
  {SYS_fdatasync, FSYNC, 0, -1, -1, -1},
  {SYS_close, CLOSE, 0, -1, -1, -1},
  {SYS_mkdirat, MKDIR, -1, 0, 1, -1},
  {SYS_symlinkat, SYMLINK, -1, 1, 2, -1},
  {SYS_linkat, SYMLINK, -1, 2, 3, -1},
  {SYS_unlinkat, UNLINK, -1, 0, 1, -1},
  {SYS_newfstatat, STAT, -1, 0, 1, -1},
  {SYS_statx, STAT, -1, 0, 1, -1},
  {SYS_faccessat, STAT, -1, 0, 1, -1},
  {SYS_readlinkat, STAT, -1, 0, 1, -1},
  {SYS_fstat, STAT, 0, -1, -1, -1},
  {SYS_getdents64, LIST, 0, -1, -1, -1},
  {SYS_flock, LOCK, 0, -1, -1, -1},
  {SYS_mmap, MAP, 4, -1, -1, -1},
#ifdef SYS_renameat
  {SYS_renameat, RENAME, -1, 0, 1, -1},
#endif
#ifdef SYS_faccessat2
  {SYS_faccessat2, STAT, -1, 0, 1, -1},
#endif
#ifdef __x86_64__
  {SYS_open, OPEN, -1, -1, 0, -1},
  {SYS_creat, CREATE, -1, -1, 0, -1},
  {SYS_rename, RENAME, -1, -1, 0, -1},
  {SYS_mkdir, MKDIR, -1, -1, 0, -1},
  {SYS_symlink, SYMLINK, -1, -1, 1, -1},
  {SYS_link, SYMLINK, -1, -1, 1, -1},
  {SYS_unlink, UNLINK, -1, -1, 0, -1},
  {SYS_rmdir, UNLINK, -1, -1, 0, -1},
  {SYS_stat, STAT, -1, -1, 0, -1},
  {SYS_lstat, STAT, -1, -1, 0, -1},
  {SYS_access, STAT, -1, -1, 0, -1},
  {SYS_readlink, STAT, -1, -1, 0, -1},
#endif
};
enum { CALLS = sizeof calls / sizeof calls[0], AREAS = 8, PATH_SIZE = 4096 };

struct area {
  char name[32], folder[PATH_SIZE];
  size_t length;
};
static struct area areas[AREAS];
static int area_count;
static int counters[AREAS][KINDS];
static int trace = -1;
static long clock_offset;

enum action { NOTHING, ERROR, SHORT, KILL_BEFORE, KILL_AFTER, STOP };
static struct {
  int area, kind, number, action, code, is_lasting;
} fault = {.area = -1};
static int has_begun; /* whether a lasting fault goes on */

static long kernel(long number, long a, long b, long c) {
  return fault_kernel(number, a, b, c, 0, 0, 0);
}

static void die(void) {
  kernel(SYS_kill, kernel(SYS_getpid, 0, 0, 0), SIGKILL, 0);
  for (;;) kernel(SYS_sched_yield, 0, 0, 0);
}

/* The path of an open file; its length, or 0 where it has none. */
static size_t path_of_descriptor(int descriptor, char *path) {
  char link[64] = "/proc/self/fd/";
  char digits[16];
  int count = 0;
  if (descriptor < 0) return 0;
  do digits[count++] = (char)('0' + descriptor % 10); while ((descriptor /= 10) > 0);
  char *end = link + strlen(link);
  while (count > 0) *end++ = digits[--count];
  *end = 0;
  long length = fault_kernel(SYS_readlinkat, AT_FDCWD, (long)link, (long)path, PATH_SIZE - 1, 0, 0);
  if (length <= 0) return 0;
  path[length] = 0;
  return (size_t)length;
}

/* What a path means that is relative to a folder; its length. */
static size_t path_in_folder(int folder, const char *relative, char *path) {
  size_t length = 0;
  if (relative == NULL) return 0;
  if (relative[0] != '/') {
    if (folder == AT_FDCWD) {
      long size = kernel(SYS_getcwd, (long)path, PATH_SIZE - 1, 0);
      length = size > 0 ? (size_t)size - 1 : 0;
    } else {
      length = path_of_descriptor(folder, path);
    }
    if (length == 0) return 0;
    if (relative[0] != 0) path[length++] = '/';
  }
  size_t more = strnlen(relative, PATH_SIZE - 1 - length);
  memcpy(path + length, relative, more);
  path[length + more] = 0;
  return length + more;
}

static int area_of(const char *path, size_t length) {
  for (int index = 0; index < area_count; index++) {
    size_t known = areas[index].length;
    if (length >= known && memcmp(path, areas[index].folder, known) == 0
        && (path[known] == 0 || path[known] == '/'))
      return index;
  }
  return -1;
}

static char *put_text(char *end, const char *text) {
  while (*text) *end++ = *text++;
  return end;
}

static char *put_number(char *end, long number) {
  char digits[24];
  int count = 0;
  if (number < 0) *end++ = '-';
  unsigned long rest = number < 0 ? 0UL - (unsigned long)number : (unsigned long)number;
  do digits[count++] = (char)('0' + rest % 10); while ((rest /= 10) > 0);
  while (count > 0) *end++ = digits[--count];
  return end;
}

/* One line of the trace, written at once. `result` is a text where the call has none yet. */
static void tell(int area, int kind, int number, const char *action, long result, const char *path,
                 const char *second) {
  static const char arrow[] = " -> ";
  char line[2 * PATH_SIZE + 128];
  char *end = put_text(line, areas[area].name);
  *end++ = '\t';
  end = put_text(end, kind_names[kind]);
  *end++ = '\t';
  end = put_number(end, number);
  *end++ = '\t';
  end = action ? put_text(end, action) : put_number(end, result);
  *end++ = '\t';
  end = put_text(end, path);
  if (second) end = put_text(put_text(end, arrow), second);
  *end++ = '\n';
  if (trace >= 0) kernel(SYS_write, trace, (long)line, end - line);
}

/* Which kinds a lasting error meets: on a full disk nothing can be added, on a read-only one nothing
 * changed. */
static int is_met(int kind) {
  switch (fault.code) {
  case ENOSPC: case EDQUOT:
    return kind == CREATE || kind == WRITE || kind == MKDIR || kind == SYMLINK;
  case EROFS: case EIO:
    return kind == CREATE || kind == WRITE || kind == MKDIR || kind == SYMLINK || kind == RENAME
           || kind == UNLINK || kind == FSYNC;
  default:
    return kind == fault.kind;
  }
}

static int is_due(int area, int kind, int number) {
  if (area != fault.area) return 0;
  int is_first = kind == fault.kind && number == fault.number;
  if (!fault.is_lasting) return is_first;
  if (is_first) __atomic_store_n(&has_begun, 1, __ATOMIC_SEQ_CST);
  if (!__atomic_load_n(&has_begun, __ATOMIC_SEQ_CST) || !is_met(kind)) return 0;
  /* A call that is interrupted every time would never end. */
  return fault.code != EINTR || (number - fault.number) % 2 == 0;
}

static void on_call(int signal, siginfo_t *info, void *opaque) {
  (void)signal;
  ucontext_t *context = opaque;
  long a[6];
  for (int index = 0; index < 6; index++) a[index] = ARGUMENT(context, index);
  const struct call *call = calls;
  while (call < calls + CALLS && call->number != info->si_syscall) call++;
  if (call == calls + CALLS) {
    RESULT(context) = -ENOSYS;
    return;
  }
  char path[PATH_SIZE], second[PATH_SIZE];
  second[0] = 0;
  size_t length =
      call->descriptor >= 0
          ? path_of_descriptor((int)a[call->descriptor], path)
          : path_in_folder(call->folder >= 0 ? (int)a[call->folder] : AT_FDCWD,
                           (const char *)a[call->path], path);
  int area = length > 0 ? area_of(path, length) : -1;
  int kind = call->kind;
  if (kind == OPEN) {
    long flags = a[call->path + 1];
    if (flags & O_CREAT) kind = CREATE;
  }
  if (kind == RENAME) {
    int behind = call->folder >= 0;
    path_in_folder(behind ? (int)a[2] : AT_FDCWD, (const char *)a[behind ? 3 : 1], second);
  }
  int number = 0;
  int action = NOTHING;
  if (area >= 0) {
    number = __atomic_add_fetch(&counters[area][kind], 1, __ATOMIC_SEQ_CST);
    if (is_due(area, kind, number)) action = fault.action;
  }
  if (action == KILL_BEFORE || action == STOP) {
    tell(area, kind, number, action == STOP ? "stopped" : "killed", 0, path, second[0] ? second : 0);
    if (action == KILL_BEFORE) die();
    kernel(SYS_kill, kernel(SYS_getpid, 0, 0, 0), SIGSTOP, 0);
  }
  long result;
  if (action == ERROR && kind != CLOSE) {
    result = -fault.code;
  } else {
    if (action == SHORT && call->count >= 0 && a[call->count] > 1) a[call->count] /= 2;
    result = fault_kernel(call->number, a[0], a[1], a[2], a[3], a[4], a[5]);
    /* The kernel closes, whatever it reports. */
    if (action == ERROR && result == 0) result = -fault.code;
  }
  if (area >= 0) {
    const char *done = action == ERROR ? "failed" : action == SHORT ? "shortened"
                     : action == KILL_AFTER ? "killed" : NULL;
    tell(area, kind, number, done, result, path, second[0] ? second : 0);
  }
  if (action == KILL_AFTER) die();
  RESULT(context) = result;
}

static void read_areas(const char *text) {
  while (text && *text && area_count < AREAS) {
    const char *end = strchrnul(text, '\n');
    const char *equals = memchr(text, '=', (size_t)(end - text));
    if (equals) {
      struct area *area = &areas[area_count++];
      snprintf(area->name, sizeof area->name, "%.*s", (int)(equals - text), text);
      snprintf(area->folder, sizeof area->folder, "%.*s", (int)(end - equals - 1), equals + 1);
      area->length = strlen(area->folder);
    }
    text = *end ? end + 1 : end;
  }
}

static void refuse(const char *reason) {
  fprintf(stderr, "faults: %s\n", reason);
  _exit(120);
}

static void read_fault(const char *text) {
  static const char *const actions[] = {"", "error", "short", "kill-before", "kill-after", "stop"};
  char area[32], kind[32], action[32], last[32] = "";
  if (sscanf(text, "%31s %31s %d %31s %d %31s", area, kind, &fault.number, action, &fault.code, last)
      < 4)
    refuse("WMO_ETL_FAULT is not AREA KIND NUMBER ACTION [CODE] [lasting]");
  for (int index = 0; index < area_count; index++)
    if (strcmp(areas[index].name, area) == 0) fault.area = index;
  for (fault.kind = 0; fault.kind < KINDS; fault.kind++)
    if (strcmp(kind_names[fault.kind], kind) == 0) break;
  for (int index = 1; index < (int)(sizeof actions / sizeof actions[0]); index++)
    if (strcmp(actions[index], action) == 0) fault.action = index;
  if (fault.area < 0 || fault.kind == KINDS || fault.action == NOTHING)
    refuse("WMO_ETL_FAULT names an unknown area, kind or action");
  fault.is_lasting = strcmp(last, "lasting") == 0;
}

static void trap_calls(void) {
  struct sock_filter filter[CALLS + 16];
  int count = 0;
  uint64_t passed = (uint64_t)(uintptr_t)fault_kernel_return;
#define LOAD(field, shift) \
  (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field) + shift)
#define WHERE(value, yes, no) \
  (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), yes, no)
#define ANSWER(value) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, value)
  filter[count++] = LOAD(arch, 0);
  filter[count++] = WHERE(ARCHITECTURE, 1, 0);
  filter[count++] = ANSWER(SECCOMP_RET_ALLOW);
  filter[count++] = LOAD(instruction_pointer, 0); /* both are little-endian */
  filter[count++] = WHERE(passed, 0, 3);
  filter[count++] = LOAD(instruction_pointer, 4);
  filter[count++] = WHERE(passed >> 32, 0, 1);
  filter[count++] = ANSWER(SECCOMP_RET_ALLOW);
  filter[count++] = LOAD(nr, 0);
  for (int index = 0; index < CALLS; index++)
    filter[count++] = WHERE(calls[index].number, CALLS - index, 0);
  filter[count++] = ANSWER(SECCOMP_RET_ALLOW);
  filter[count++] = ANSWER(SECCOMP_RET_TRAP);
  struct sock_fprog program = {.len = (unsigned short)count, .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
      || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    refuse("the kernel takes no seccomp filter");
}

/* The clock of the day, which is read without a call of the kernel. */
int clock_gettime(clockid_t clock, struct timespec *moment) {
  long result = kernel(SYS_clock_gettime, clock, (long)moment, 0);
  if (result != 0) {
    errno = (int)-result;
    return -1;
  }
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) moment->tv_sec += clock_offset;
  return 0;
}

int gettimeofday(struct timeval *restrict moment, void *restrict zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  moment->tv_sec = now.tv_sec;
  moment->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *moment) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (moment) *moment = now.tv_sec;
  return now.tv_sec;
}

__attribute__((constructor)) static void begin(void) {
  const char *offset = getenv("WMO_ETL_FAULT_CLOCK");
  if (offset) clock_offset = atol(offset);
  const char *text = getenv("WMO_ETL_FAULT_AREAS");
  if (!text) return;
  read_areas(text);
  const char *file = getenv("WMO_ETL_FAULT_TRACE");
  if (file) {
    int low = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    /* Out of the way of the program's own numbers. */
    trace = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, 500);
    if (trace < 0) refuse("the trace cannot be written");
    close(low);
  }
  if ((text = getenv("WMO_ETL_FAULT"))) read_fault(text);
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART};
  action.sa_sigaction = on_call;
  if (sigaction(SIGSYS, &action, NULL) != 0) refuse("SIGSYS cannot be handled");
  trap_calls();
}
