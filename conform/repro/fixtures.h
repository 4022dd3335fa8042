/* fixtures.h - fixtures without a runner, for a case in its own file.  */
/* SPDX-License-Identifier: MIT */

#define conform_getpid() NR_getpid

/* No compiler sees through it.  */
static long
conform_word (long value)
{
  static volatile long kept;
  kept = value;
  return kept;
}

static unsigned int
conform_release (void)
{
  struct utsname system;
  unsigned int major = 0, minor = 0;
  uname (&system);
  sscanf (system.release, "%u.%u", &major, &minor);
  return RELEASE (major, minor, 0);
}

static char *
pages (unsigned long size)
{
  char *got = mmap (0, size, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (got == MAP_FAILED)
    SKIP ("no memory");
  return got;
}

/* Whether a check failed in one of the processes.  */
static int *differs;

static void
tell (int status, void *nothing)
{
  (void)nothing;
  *differs |= status == 1;
}

/* A child that ends with its parent.  */
static int
conform_fork (void)
{
  if (!differs)
    {
      differs = mmap (0, sizeof *differs, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
      if (differs == MAP_FAILED || on_exit (tell, 0) != 0)
        SKIP ("no memory");
    }
  fflush (stdout);
  int child = (fork) ();
  if (child < 0)
    SKIP ("no process");
  if (child == 0)
    prctl (PR_SET_PDEATHSIG, SIGKILL);
  return child;
}

/* An abstract name of this program alone.  */
static socklen_t
abstract_name (struct sockaddr_un *name, char letter)
{
  static const char tag[] = "trapgate-conform";
  static pid_t self;
  char *at = name->sun_path + 1;
  if (!self)
    self = getpid ();
  memset (name, 0, sizeof *name);
  name->sun_family = AF_UNIX;
  memcpy (at, tag, sizeof tag);
  memcpy (at + sizeof tag, &self, sizeof self);
  at[sizeof tag + sizeof self] = letter;
  return offsetof (struct sockaddr_un, sun_path) + 2 + sizeof tag
         + sizeof self;
}

static char folder[] = "/tmp/trapgate-repro.XXXXXX";
static pid_t folder_owner;

static void
remove_folder (void)
{
  char command[sizeof folder + 8];
  if (getpid () != folder_owner)
    return;
  snprintf (command, sizeof command, "rm -r %s", folder);
  if (system (command) != 0)
    puts ("cannot remove the folder");
}

/* FILE in a folder of this program alone.  */
static socklen_t
path_name (struct sockaddr_un *name, const char *file)
{
  if (!folder_owner)
    {
      folder_owner = getpid ();
      if (!mkdtemp (folder) || chmod (folder, 0777) < 0)
        SKIP ("cannot make a folder in /tmp");
      atexit (remove_folder);
    }
  memset (name, 0, sizeof *name);
  name->sun_family = AF_UNIX;
  int n = snprintf (name->sun_path, sizeof name->sun_path, "%s/%s", folder,
                    file);
  return (socklen_t)(offsetof (struct sockaddr_un, sun_path) + n + 1);
}

static void
need_ipv6 (void)
{
  struct sockaddr_in6 where = loopback6 (0);
  int fd = socket (AF_INET6, SOCK_DGRAM, 0);
  if (fd < 0 || bind (fd, &where, sizeof where) != 0)
    SKIP ("no IPv6 on loopback");
  close (fd);
}

static void
need_root (void)
{
  if (geteuid () != 0)
    SKIP ("not root");
}

static void
need_user (void)
{
  if (geteuid () == 0)
    become_nobody ();
}

/* Which registers a call changes that it may not, from bit 1 on.  */
static long
registers_changed (long number, long flags)
{
  /* Carry, parity, adjust, zero, sign, direction, overflow.  */
  const long flags_of_programs = 0xcd5;
  const int last = conform_register_count - 1;
  long in[16], after[16], changed = 0;
  for (int i = 1; i < last; i++)
    in[i] = (long)(0x5A17C0DE1BADF00DULL + 0x0101010101010101ULL * i);
  in[0] = number;
  in[last] = flags;
  registers_by_entry (in, after);
  for (int i = 1; i < last; i++)
    changed |= (long)(in[i] != after[i]) << i;
  if ((in[last] ^ after[last]) & flags_of_programs)
    changed |= 1L << last;
  return changed & ~(long)registers_lost;
}
