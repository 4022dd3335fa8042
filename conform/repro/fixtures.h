/* fixtures.h - fixtures without a runner, for a case in its own file.  */
/* SPDX-License-Identifier: MIT */

#define conform_getpid() NR_getpid
#define need_backlog(count)                                                   \
  need_setting ("core/somaxconn", count, INT32_MAX - 1)
#define need_numbers(user, group) (void)0
#define page_size() (unsigned long)sysconf (_SC_PAGESIZE)
#define rt_sigprocmask(how, set, old, size)                                   \
  answer (sigprocmask (how, set, old))

struct ifreq
{
  char ifr_name[16];
  union { short ifr_flags; int ifr_ifindex; char room[24]; };
};

struct control
{
  struct sockaddr_storage name;
  char data[256];
  union { struct cmsghdr first; char room[512]; };
  struct iovec piece;
  struct msghdr message;
};

struct sock_extended_err
{
  uint32_t ee_errno;
  uint8_t ee_origin, ee_type, ee_code, ee_pad;
  uint32_t ee_info, ee_data;
};

static void
own_network (void)
{
  struct { char name[16]; short flags; char rest[22]; } lo
    = { "lo", IFF_UP | IFF_LOOPBACK, "" };
  has_all_rights = unshare (CLONE_NEWNET) < 0;
  if (has_all_rights && unshare (CLONE_NEWUSER | CLONE_NEWNET) < 0)
    SKIP ("no network of its own: unshare is refused");
  if (ioctl (new_socket (AF_INET, SOCK_DGRAM), SIOCSIFFLAGS, &lo) < 0)
    SKIP ("no network of its own: lo cannot be brought up");
}

static void
set_loopback (int flags)
{
  struct { char name[16]; short flags; char rest[22]; } lo
    = { "lo", (short)flags, "" };
  MUST (ioctl (new_socket (AF_INET, SOCK_DGRAM), SIOCSIFFLAGS, &lo));
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
record (int status, void *shared)
{
  *(int *)shared |= status == 1;
}

/* A child that ends with its parent.  */
static int
conform_fork (void)
{
  if (!differs)
    differs = mmap (0, sizeof *differs, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  fflush (stdout);
  int child = (fork) ();
  if (child < 0 || differs == MAP_FAILED || on_exit (record, differs) != 0)
    SKIP ("no process");
  if (child == 0)
    prctl (PR_SET_PDEATHSIG, SIGKILL);
  return child;
}

static volatile int *
shared_count (void)
{
  void *got = mmap (0, sizeof *seen, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (got == MAP_FAILED)
    SKIP ("no memory");
  return got;
}

static void
count_it (int sig)
{
  (void)sig;
  ++*seen;
}

/* An abstract name of this program alone.  */
static socklen_t
abstract_name (struct sockaddr_un *name, char letter)
{
  static pid_t self;
  if (!self)
    self = getpid ();
  *name = (struct sockaddr_un){ .sun_family = AF_UNIX };
  return offsetof (struct sockaddr_un, sun_path) + 1
         + snprintf (name->sun_path + 1, 32, "trapgate-%d%c", self, letter);
}

static char directory[] = "/tmp/trapgate-repro.XXXXXX";
static pid_t directory_owner;

static void
remove_directory (void)
{
  char command[sizeof directory + 8];
  snprintf (command, sizeof command, "rm -r %s", directory);
  if (getpid () == directory_owner && system (command) != 0)
    puts ("cannot remove the directory");
}

/* FILE in a directory of this program alone.  */
static socklen_t
path_name (struct sockaddr_un *name, const char *file)
{
  if (!directory_owner)
    {
      directory_owner = getpid ();
      if (!mkdtemp (directory) || chmod (directory, 0777) < 0)
        SKIP ("cannot make a directory in /tmp");
      atexit (remove_directory);
    }
  *name = (struct sockaddr_un){ .sun_family = AF_UNIX };
  return offsetof (struct sockaddr_un, sun_path) + 1
         + snprintf (name->sun_path, sizeof name->sun_path, "%s/%s", directory,
                     file);
}

static struct sockaddr_in
loopback (in_port_t port)
{
  return (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = port,
                               .sin_addr = { htonl (INADDR_LOOPBACK) } };
}

static struct sockaddr_in6
loopback6 (in_port_t port)
{
  return (struct sockaddr_in6){ .sin6_family = AF_INET6, .sin6_port = port,
                                .sin6_addr = IN6ADDR_LOOPBACK_INIT };
}

static int
inet_bound (int type, struct sockaddr_in *where)
{
  struct sockaddr_in own, *name = where ? where : &own;
  int fd = new_socket (AF_INET, type);
  *name = loopback (0);
  MUST (bind (fd, name, sizeof *name));
  MUST (getsockname (fd, name, &(socklen_t){ sizeof *name }));
  return fd;
}

/* A struct cmsghdr may end with an array that the kernel's lacks.  */

struct rights
{
  struct { size_t cmsg_len; int cmsg_level, cmsg_type; } header;
  int fd[SCM_MAX_FD + 3];
};

struct credentials
{
  struct { size_t cmsg_len; int cmsg_level, cmsg_type; } header;
  struct ucred who;
};

static void
parcel (struct parcel *p, size_t n, void *control, size_t size)
{
  FILLED (*p);
  p->piece = (struct iovec){ p->data, n };
  p->message = (struct msghdr){
    .msg_iov = &p->piece, .msg_iovlen = 1, .msg_flags = -1,
    .msg_control = control, .msg_controllen = size };
}

static void
control_header (void *control, int level, int type, size_t length)
{
  struct cmsghdr header = {
    .cmsg_len = CMSG_LEN (length), .cmsg_level = level, .cmsg_type = type };
  memcpy (control, &header, sizeof header);
}

static long
receive_control (int fd, struct control *r, int flags)
{
  FILLED (*r);
  r->piece = (struct iovec){ r->data, sizeof r->data };
  r->message = (struct msghdr){
    .msg_name = &r->name, .msg_namelen = sizeof r->name,
    .msg_iov = &r->piece, .msg_iovlen = 1, .msg_flags = -1,
    .msg_control = r->room, .msg_controllen = sizeof r->room };
  return recvmsg (fd, &r->message, flags);
}

static long
send_control (int fd, const struct sockaddr_storage *to, int level, int type,
              const void *value, size_t size)
{
  struct control s = { .piece = { s.data, 1 } };
  s.message = (struct msghdr){
    .msg_name = (void *)to, .msg_namelen = to ? sizeof *to : 0,
    .msg_iov = &s.piece, .msg_iovlen = 1, .msg_flags = -1,
    .msg_control = s.room, .msg_controllen = CMSG_SPACE (size) };
  s.first = (struct cmsghdr){
    .cmsg_len = CMSG_LEN (size), .cmsg_level = level, .cmsg_type = type };
  memcpy (CMSG_DATA (&s.first), value, size);
  return sendmsg (fd, &s.message, 0);
}

static void
need_setting (const char *name, int least, int most)
{
  char text[64] = "/proc/sys/net/";
  int value, fd = open (strcat (text, name), O_RDONLY);
  if (read (fd, text, sizeof text) > 0 && sscanf (text, "%d", &value) == 1
      && (value < least || value > most))
    SKIP ("a setting in /proc/sys/net decides the result");
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

/* A user may have capabilities, linux/capability.h.  */
static void
need_user (void)
{
  const uint32_t this_process[] = { 0x20080522, 0 }, none[6] = { 0 };
  if (geteuid () == 0)
    become_nobody ();
  RAW (NR_capset, this_process, none, 0, 0, 0, 0);
}

/* The registers that a call clobbers but must preserve, from bit 1 on.  */
static long
registers_changed (long number, long flags)
{
  const int last = conform_register_count - 1;
  long in[32], after[32], changed = 0, may = registers_lost[0];
  if (conform_release () < registers_lost[2])
    may |= (long)registers_lost[1];
  if (flags && (may >> last & 1))
    SKIP ("this entry of an older kernel keeps no flags");
  for (int i = 0; i < last; i++)
    in[i] = (long)(0x5A17C0DE1BADF00DULL + 0x0101010101010101ULL * i);
  in[NUMBER_REGISTER] = number;
  in[last] = flags;
  registers_by_entry (in, after);
  for (int i = 1; i < last; i++)
    changed |= (long)(in[i] != after[i]) << i;
  if ((in[last] ^ after[last]) & FLAGS_KEPT)
    changed |= 1L << last;
  return changed & ~may;
}
