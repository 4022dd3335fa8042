/* guest.h - interfaces between the parts of trapgate guest.  */
/* SPDX-License-Identifier: MIT */

#ifndef GUEST_H
#define GUEST_H

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "command.h"
#include "protocol.h"

/* Exit statuses, beside those of command.h; the first is timeout(1)'s.  */
enum { TIMEOUT = 124, GUEST_FAILED = 125 };

/* Whether gdb controls the guest, and where gdb's user is.  */
enum debug
{
  DEBUG_NOT,
  DEBUG_TERMINAL,
  DEBUG_BATCH
};

struct options
{
  const char *kernel, *arch;
  unsigned timeout, idle;       /* Seconds.  */
  int keep, stop, list;
  int debug;                    /* One of enum debug.  */
  const char *symbols;          /* For gdb; or NULL.  */
  const char **with;            /* COUNT files.  */
  size_t count;
  char **command;               /* Empty: none.  */
};

/* options.c */
void options_take (struct options *, int argc, char **argv);

/* places.c: directories.  */
struct places
{
  char *parts;                  /* Directory of the init programs.  */
  char *kernels[2];             /* Search path for kernels; or NULL.  */
  char *state;                  /* Of kept guests.  */
  char *bootstrap;              /* The command that installs kernels there.  */
};
extern struct places places;
void places_find (void);
char *path_absolute (const char *path);

/* A machine that qemu emulates, from a kernels.tbl.  */
struct model
{
  const char *arch, *runs;      /* Architectures, separated by commas.  */
  const char *qemu, *package;
  const char *const *options;   /* Of qemu.  */
  const char *image;            /* How a kernel is recognized.  */
  const char *parameters;       /* Of a kernel.  */
  const char *serial;           /* The second serial line, or NULL.  */
  const char *virtio;           /* The bus.  */
  const char *gdb;              /* Not NULL: --gdb works.  */
};

/* kernels.c */
struct kernel
{
  const char *name;             /* The name in the table, or the image.  */
  char *image;                  /* Absolute.  */
  char *modules;                /* A directory, or NULL.  */
  char *init;                   /* The path.  */
  const struct model *model;
  int is_sure;                  /* It runs all that model->runs lists.  */
  uint64_t stamp;               /* Changes with the image or init.  */
};
void kernel_choose (struct kernel *, const struct options *,
                    const char *arch);
int kernel_runs (const struct kernel *, const char *arch);
void kernels_list (void) __attribute__ ((noreturn));
int arch_has_guests (const char *arch);
char *archs_of_guests (void);

/* image.c */
int image_suits (const char *path, const struct model *);

/* initrd.c */
void initrd_write (int directory, const struct kernel *);

/* machine.c: one guest, in a directory of its own.  */
struct machine
{
  char *path;                   /* The directory; NULL once it is gone.  */
  int directory, console, log;  /* Descriptors.  */
  int alive;                    /* The file that a guest has locked.  */
  int kept;
  int ports;                    /* 0: only the serial line.  */
  int debug;                    /* One of enum debug.  */
  pid_t pid;                    /* Of one that we started.  */
};
int machine_open (struct machine *, int create);
void machine_start (struct machine *, const struct kernel *, unsigned idle);
int machine_runs (const struct machine *);
int machine_is_ready (struct machine *);
int machine_wait (const struct machine *, int ms);
void machine_kill (const struct machine *);
void machine_forget (struct machine *);
void machine_lost (const struct machine *) __attribute__ ((noreturn));
void machine_end (void);

/* gdb.c */
#define GDB_SOCKET "gdb.sock"
void gdb_prepare (const struct options *, const struct kernel *,
                  const char *path);
void gdb_start (const struct machine *);
const char *gdb_why (void);
void gdb_stop (void);
int gdb_end (void);

/* symbols.c */
void symbols_check (const char *path, const struct kernel *);
char *symbols_find (const struct kernel *, int *text);

/* qemu.c */
pid_t process_new (void);
pid_t qemu_start (const struct machine *, const struct kernel *, int lock,
                  int ports, unsigned idle);

/* console.c: the console of a guest.  */
char *console_text (int fd);
char *console_last (int fd);
int console_is_halted (int fd);
char *console_why (int console, int log);

/* state.c: kept guests.  */
char *state_symbols (const struct kernel *);
int state_find (struct machine *, const struct kernel *);
void state_keep (struct machine *, const struct kernel *, unsigned idle);
void state_drop (struct machine *);
void state_stop (const struct options *);

/* link.c: the connection to init.  */
struct link
{
  int fd, lock;
  struct machine *machine;
  size_t in_start, in_length, out_start, out_length;
  uint32_t credit;
  unsigned char in[4 * FRAME_MAX], out[2 * FRAME_MAX + 64];
};
int take_port (struct link *);
int connect_to (struct link *, int port);
unsigned char *link_frame (struct link *, struct frame_head *);
void link_next (struct link *, const struct frame_head *);
int link_read (struct link *);
int link_write (struct link *);
int link_has_room (const struct link *, size_t);
void link_put (struct link *, int type, const void *, size_t);
int link_move (struct link *, int ms);
unsigned char *link_wait (struct link *, struct frame_head *);

/* hello.c */
int link_open (struct link *, struct machine *);

/* send.c */
int send_all (struct link *, const struct options *, const char *path);

/* run.c */
int run (struct link *, const struct options *);

/* finish.c */
void finish_failed (const struct finished *, const char *what, size_t length)
  __attribute__ ((noreturn));
int finish (const struct frame_head *, const unsigned char *data,
            const struct options *, int out_lost, int err_lost);

/* wait.c: signals, and waiting that they interrupt.  */
#define BOOT_TIME 300000        /* Milliseconds, for slow hosts.  */
#define SILENT_TIME 60000       /* Without a line on the console.  */
#define ANSWER_TIME 120000
struct pollfd;
void signals_catch (void);
int signals_next (void);
void signals_obey (void);
void signals_restore (void);
int wait_for (struct pollfd *, unsigned long count, int ms);
void pause_ms (int ms);
uint64_t now_ms (void);

#endif
