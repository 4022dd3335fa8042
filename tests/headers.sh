#!/bin/sh
# headers.sh - the headers for programs without a libc: clean, and right.
# SPDX-License-Identifier: MIT
#
# From the environment: srcdir (the source tree), CC (gcc), ARCHS (i386
# x86_64).  Needs the compiler, clang too if there is one, and the kernel's
# headers of linux-libc-dev; prints TAP.
#
# Right means: a translation unit of our headers and one of the kernel's print
# the same numbers, by way of the assembly the compiler makes of them, so that
# nothing has to run or link.  What the kernel does not export is stated in
# this file once more.  A constant of ours with nothing to compare with is an
# error, and so is one of the kernel's families that we lack.

set -u
LC_ALL=C
export LC_ALL

: "${srcdir:=$(dirname "$0")/..}"
: "${CC:=gcc}"
: "${ARCHS:=i386 x86_64}"

modes='c99 c11 gnu11 c++11 c++17'
warnings='-Wall -Wextra -Wpedantic -Wundef -Werror'

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT PIPE TERM

compilers=$CC
if clang --version >/dev/null 2>&1 && ! $CC --version | grep -q clang; then
  compilers="$compilers clang"
fi

headers=$(cd "$srcdir/include/bare" && find . -name '*.h' | sed 's|^\./||' |
  sort)

# --- TAP

number=0

# check TEXT FILE - a test, which failed if FILE says something.
check ()
{
  number=$((number + 1))
  if [ ! -s "$2" ]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    sed -e 's/^/# /' -e 20q "$2"
  fi
}

# --- The compilers

# machine ARCH - the flag that makes a compiler's code for it.
machine ()
{
  case $1 in
    i386) echo -m32 ;;
    x86_64) echo -m64 ;;
  esac
}

# own COMPILER - the folder of its stddef.h and the like.
own ()
{
  case $($1 --version) in
    *clang*) echo "$($1 -print-resource-dir)/include" ;;
    *) $1 -print-file-name=include ;;
  esac
}

# ours COMPILER ARCH - the flags for our headers, not as those of the system,
# in which a compiler passes over what it would warn of.
ours ()
{
  echo "$(machine "$2") -nostdinc -I$srcdir/include/bare" \
    "-I$srcdir/sysdeps/$2 -I$srcdir/sysdeps/generic -isystem $(own "$1")"
}

# The kernel's headers; <asm/...> may stand in a folder per machine.
asm=
for dir in /usr/include "/usr/include/$($CC -print-multiarch 2>/dev/null)" \
  /usr/include/x86_64-linux-gnu /usr/include/i386-linux-gnu; do
  if [ -z "$asm" ] && [ -f "$dir/asm/socket.h" ]; then
    asm=$dir
  fi
done
if [ -z "$asm" ]; then
  echo '1..0 # SKIP no kernel headers: install linux-libc-dev'
  exit 0
fi

# theirs ARCH - the flags for the kernel's.
theirs ()
{
  echo "$(machine "$1") -w -ffreestanding -nostdinc -isystem $(own "$CC")" \
    "-isystem /usr/include -isystem $asm"
}

# --- Sources for the compilers

# A file that includes a header twice is clean only if one that includes it
# once is; so is the header alone.  Some would leave an empty file, which is
# an error of its own.
mkdir "$tmp/alone"
for header in $headers; do
  name=$(echo "$header" | tr / _)
  printf '#include <%s>\n#include <%s>\nextern int tg_dummy;\n' \
    "$header" "$header" >"$tmp/alone/${name%.h}.c"
done
for header in $headers; do
  echo "#include <$header>"
done >"$tmp/all.h"
(cat "$tmp/all.h" && echo 'extern int tg_dummy;') >"$tmp/forwards.c"
(sort -r "$tmp/all.h" && echo 'extern int tg_dummy;') >"$tmp/backwards.c"

# What is a macro or an inline function, in use, with its result: a call of
# wrong_N is left in the assembly if the optimiser finds check N false, or
# cannot tell.
cat "$tmp/all.h" - >"$tmp/use.c" <<'END'
#define CHECK(line, truth) \
  do { extern void PASTE (wrong_, line) (void); \
       if (!(truth)) PASTE (wrong_, line) (); } while (0)
#define PASTE(a, b) PASTE_ (a, b)
#define PASTE_(a, b) a ## b
#ifdef __cplusplus
# undef CHECK
# define CHECK(line, truth) do { if (!(truth)) wrong (); } while (0)
extern void wrong (void);
#endif
#define IS(truth) CHECK (__LINE__, truth)

struct in6_addr any = IN6ADDR_ANY_INIT;
struct in6_addr loopback = IN6ADDR_LOOPBACK_INIT;

void use_bytes (void);
void use_bytes (void)
{
  IS (htons (0x1234) == 0x3412 && ntohs (0x3412) == 0x1234);
  IS (htonl (0x12345678) == 0x78563412);
  IS (ntohl (htonl (INADDR_LOOPBACK)) == INADDR_LOOPBACK);
  IS (INT64_C (-1) < 0 && UINT64_C (1) << 63 == UINT64_MAX / 2 + 1);
  IS (sizeof (INT64_C (1)) == 8 && sizeof (INTMAX_C (1)) == 8);
  IS (IN_MULTICAST (INADDR_ALLHOSTS_GROUP) && !IN_MULTICAST (INADDR_NONE));
}

void use_wait (void);
void use_wait (void)
{
  IS (WIFEXITED (0x300) && WEXITSTATUS (0x300) == 3);
  IS (!WIFSIGNALED (0x300) && !WIFSTOPPED (0x300) && !WIFCONTINUED (0x300));
  IS (WIFSIGNALED (11) && WTERMSIG (11) == 11 && !WIFEXITED (11));
  IS (WIFSIGNALED (0x8b) && WTERMSIG (0x8b) == 11 && WCOREDUMP (0x8b));
  IS (WIFSTOPPED (0x137f) && WSTOPSIG (0x137f) == SIGSTOP);
  IS (!WIFSIGNALED (0x137f) && !WIFEXITED (0x137f));
  IS (WIFCONTINUED (0xffff) && !WIFSIGNALED (0xffff) && !WIFEXITED (0xffff));
}

void use_sigset (void);
void use_sigset (void)
{
  sigset_t set;
  IS (sigemptyset (&set) == 0 && sigismember (&set, 64) == 0);
  IS (sigaddset (&set, 64) == 0 && sigismember (&set, 64) == 1);
  IS (sigaddset (&set, 1) == 0 && (set.__bits[0] & 1) == 1);
  IS (sigdelset (&set, 64) == 0 && sigismember (&set, 64) == 0);
  IS (sigaddset (&set, 0) == -1 && sigdelset (&set, 65) == -1);
  IS (sigismember (&set, -1) == -1);
  IS (sigfillset (&set) == 0 && sigismember (&set, 33) == 1);
}

void use_address (void);
void use_address (void)
{
  struct in6_addr a = IN6ADDR_ANY_INIT;
  IS (IN6_IS_ADDR_UNSPECIFIED (&a) && !IN6_IS_ADDR_V4COMPAT (&a));
  a.s6_addr[15] = 1;
  IS (IN6_IS_ADDR_LOOPBACK (&a) && !IN6_IS_ADDR_UNSPECIFIED (&a));
  IS (!IN6_IS_ADDR_V4COMPAT (&a) && !IN6_IS_ADDR_V4MAPPED (&a));
  a.s6_addr[12] = 10;
  IS (IN6_IS_ADDR_V4COMPAT (&a));
  a.s6_addr[10] = a.s6_addr[11] = 0xff;
  IS (IN6_IS_ADDR_V4MAPPED (&a));
  a.s6_addr[0] = 0xfe, a.s6_addr[1] = 0x9a;
  IS (IN6_IS_ADDR_LINKLOCAL (&a) && !IN6_IS_ADDR_SITELOCAL (&a));
  a.s6_addr[0] = 0xff, a.s6_addr[1] = 0x2;
  IS (IN6_IS_ADDR_MULTICAST (&a) && IN6_IS_ADDR_MC_LINKLOCAL (&a));
}

/* Two headers of 1 and 8 bytes in a buffer, then lengths that lie.  */
static inline struct cmsghdr *
next (size_t control, size_t length)
{
  static union { struct cmsghdr head; char bytes[128]; } u;
  struct msghdr m;
  m.msg_control = &u;
  m.msg_controllen = control;
  u.head.cmsg_len = length;
  return CMSG_NXTHDR (&m, CMSG_FIRSTHDR (&m)) == (struct cmsghdr *) 0
         ? (struct cmsghdr *) 0
         : (struct cmsghdr *) (void *)
           ((char *) CMSG_NXTHDR (&m, CMSG_FIRSTHDR (&m)) - (char *) &u);
}

void use_cmsg (void);
void use_cmsg (void)
{
  const size_t h = sizeof (struct cmsghdr), w = sizeof (size_t);
  struct cmsghdr *none = (struct cmsghdr *) 0;
  struct msghdr m;
  char data[CMSG_SPACE (sizeof (int))];
  m.msg_control = data;
  m.msg_controllen = h - 1;
  IS (CMSG_FIRSTHDR (&m) == none && CMSG_NXTHDR (&m, none) == none);
  m.msg_controllen = sizeof data;
  IS ((char *) CMSG_NXTHDR (&m, none) == data);
  IS ((char *) CMSG_DATA (CMSG_FIRSTHDR (&m)) == data + h);
  IS (CMSG_LEN (1) == h + 1 && CMSG_SPACE (1) == h + w && h == w + 8);
  IS (next (h + w + h, h + 1) == (struct cmsghdr *) (h + w));
  IS (next (h + w + h, h + w) == (struct cmsghdr *) (h + w));
  IS (next (h + w + h - 1, h + 1) == none);
  IS (next (h + w + h, h + w + 1) == none);
  IS (next (128, h) == (struct cmsghdr *) h);
  IS (next (128, h - 1) == none && next (128, 0) == none);
  IS (next (128, 129) == none && next (128, (size_t) -1) == none);
  IS (next ((size_t) -1, (size_t) -1) == none);
  IS (next ((size_t) -1, (size_t) -h) == none);
}

void use_handlers (struct sigaction *act, siginfo_t *info);
void use_handlers (struct sigaction *act, siginfo_t *info)
{
  act->sa_handler = info->si_pid == 1 ? SIG_IGN : SIG_DFL;
  if (info->si_addr == MAP_FAILED || act->sa_handler == SIG_ERR)
    errno = EINVAL;
}
END

# --- What the kernel's headers do not export, stated once more.

facts ()
{
  cat <<'END'
EXIT_SUCCESS 0
EXIT_FAILURE 1
NULL ((void*)0)
STDIN_FILENO 0
STDOUT_FILENO 1
STDERR_FILENO 2
SEEK_SET 0
SEEK_CUR 1
SEEK_END 2
ENOTSUP 95
O_ASYNC 020000
MAP_ANON 0x20
MAP_FAILED ((void*)-1)
NSIG 65
SIGRTMAX 64
SOCK_STREAM 1
SOCK_DGRAM 2
SOCK_RAW 3
SOCK_RDM 4
SOCK_SEQPACKET 5
SOCK_DCCP 6
SOCK_PACKET 10
SOCK_NONBLOCK O_NONBLOCK
SOCK_CLOEXEC O_CLOEXEC
SHUT_RD 0
SHUT_WR 1
SHUT_RDWR 2
SOMAXCONN 4096
SCM_RIGHTS 1
SCM_CREDENTIALS 2
SCM_SECURITY 3
MSG_OOB 1<<0
MSG_PEEK 1<<1
MSG_DONTROUTE 1<<2
MSG_TRYHARD 1<<2
MSG_CTRUNC 1<<3
MSG_PROBE 1<<4
MSG_TRUNC 1<<5
MSG_DONTWAIT 1<<6
MSG_EOR 1<<7
MSG_WAITALL 1<<8
MSG_FIN 1<<9
MSG_EOF 1<<9
MSG_SYN 1<<10
MSG_CONFIRM 1<<11
MSG_RST 1<<12
MSG_ERRQUEUE 1<<13
MSG_NOSIGNAL 1<<14
MSG_MORE 1<<15
MSG_WAITFORONE 1<<16
MSG_BATCH 1<<18
MSG_ZEROCOPY 1<<26
MSG_FASTOPEN 1<<29
MSG_CMSG_CLOEXEC 1<<30
SOL_IP IPPROTO_IP
SOL_TCP IPPROTO_TCP
SOL_UDP IPPROTO_UDP
SOL_IPV6 IPPROTO_IPV6
SOL_ICMPV6 IPPROTO_ICMPV6
SOL_SCTP IPPROTO_SCTP
SOL_UDPLITE IPPROTO_UDPLITE
SOL_RAW IPPROTO_RAW
INET_ADDRSTRLEN 16
INET6_ADDRSTRLEN 46
IPV6_JOIN_GROUP 20
IPV6_LEAVE_GROUP 21
TCP_ESTABLISHED 1
TCP_SYN_SENT 2
TCP_SYN_RECV 3
TCP_FIN_WAIT1 4
TCP_FIN_WAIT2 5
TCP_TIME_WAIT 6
TCP_CLOSE 7
TCP_CLOSE_WAIT 8
TCP_LAST_ACK 9
TCP_LISTEN 10
TCP_CLOSING 11
TCP_NEW_SYN_RECV 12
END
  # Families and levels, in the kernel's order without a gap.
  counted AF_ 0 UNSPEC UNIX INET AX25 IPX APPLETALK NETROM BRIDGE ATMPVC \
    X25 INET6 ROSE DECnet NETBEUI SECURITY KEY NETLINK PACKET ASH ECONET \
    ATMSVC RDS SNA IRDA PPPOX WANPIPE LLC IB MPLS CAN TIPC BLUETOOTH IUCV \
    RXRPC ISDN PHONET IEEE802154 CAIF ALG NFC VSOCK KCM QIPCRTR SMC XDP \
    MCTP MAX
  printf '%s\n' 'AF_LOCAL 1' 'AF_ROUTE 16' 'PF_LOCAL 1' 'PF_ROUTE 16'
  counted SOL_ 256 IPX AX25 ATALK NETROM ROSE DECNET X25 PACKET ATM AAL IRDA \
    NETBEUI LLC DCCP NETLINK TIPC RXRPC PPPOL2TP BLUETOOTH PNPIPE RDS IUCV \
    CAIF ALG NFC KCM TLS XDP MPTCP MCTP SMC
}

# counted PREFIX FIRST NAME... - facts that count up; AF_ are PF_ too.
counted ()
{
  prefix=$1 value=$2
  shift 2
  for name; do
    echo "$prefix$name $value"
    if [ "$prefix" = AF_ ]; then
      echo "PF_$name $value"
    fi
    value=$((value + 1))
  done
}

# The kernel's enumerators, which no #ifdef sees.
enumerators='TCP_NO_QUEUE TCP_RECV_QUEUE TCP_SEND_QUEUE TCP_CA_Open
  TCP_CA_Disorder TCP_CA_CWR TCP_CA_Recovery TCP_CA_Loss TFO_STATUS_UNSPEC
  TFO_COOKIE_UNAVAILABLE TFO_DATA_NOT_ACKED TFO_SYN_RETRANSMITTED'

# Macros that are no constants: members, and initialisers.
members='^(errno|sa_(handler|sigaction)|si_[a-z_]+|s6_addr(16|32)?|'
members=$members'IN6ADDR_(ANY|LOOPBACK)_INIT)$'

# What the kernel exports, in the families that we give in full.
families='^(E[A-Z0-9]+|(SO|SCM|IP|IPV6|IPPROTO|INADDR|MCAST|TCP|TCPI|O|F|DN'
families=$families'|CLOCK|PROT|MAP|AT|SA|SI|ILL|FPE|SEGV|BUS|TRAP|CLD|POLL'
families=$families'|SIG|RWH)_[A-Z0-9_a-z]+|(SIG|POLL)[A-Z0-9]+)$'

# And of those what is not for our programs: 64-bit locks by fcntl64 and flock
# of old; flags of calls that we do not offer; the kernel's own; obsolete.
unwanted='^(F_(GETLK64|SETLKW?64|EXLCK|SHLCK|LINUX_SPECIFIC_BASE)'
unwanted=$unwanted'|AT_(FDCWD|EACCESS|REMOVEDIR|SYMLINK_.*|NO_AUTOMOUNT'
unwanted=$unwanted'|EMPTY_PATH|STATX_.*|RECURSIVE|VECTOR_SIZE_ARCH)'
unwanted=$unwanted'|SIGEV_.*|SIGSTKSZ|SI_MAX_SIZE|POLLFREE|POLL_BUSY_LOOP'
unwanted=$unwanted'|IPV6_(FL_.*|FLOWINFO_.*|PRIORITY_.*|TLV_.*|SRCRT_.*'
unwanted=$unwanted'|OPT_.*|MIN_MTU)'
unwanted=$unwanted'|TRAP_PERF_FLAG_ASYNC)$'

# Types: ours, the kernel's if it has another name, members (ours=the kernel's
# if their names differ); a line that begins with a space goes on.
structures ()
{
  fields=$(sed -n 's/^  uint[0-9_t]* \(tcpi_[a-z_]*\);.*/\1/p' \
    "$srcdir/sysdeps/generic/bits/tcp_info.h" | tr '\n' ' ')
  echo "struct tcp_info||$fields"
  cat <<'END'
struct iovec||iov_base iov_len
struct sockaddr_storage|struct __kernel_sockaddr_storage|ss_family
struct sockaddr_un||sun_family sun_path
struct sockaddr_in||sin_family sin_port sin_addr sin_zero
struct sockaddr_in6||sin6_family sin6_port sin6_flowinfo sin6_addr
  sin6_scope_id
struct in_addr||s_addr
struct in6_addr||s6_addr s6_addr16 s6_addr32
struct ip_mreq||imr_multiaddr imr_interface
struct ip_mreqn||imr_multiaddr imr_address imr_ifindex
struct ip_mreq_source||imr_multiaddr imr_interface imr_sourceaddr
struct ip_msfilter||imsf_multiaddr imsf_interface imsf_fmode imsf_numsrc
  imsf_slist
struct group_req||gr_interface gr_group
struct group_source_req||gsr_interface gsr_group gsr_source
struct group_filter||gf_interface gf_group gf_fmode gf_numsrc gf_slist
struct in_pktinfo||ipi_ifindex ipi_spec_dst ipi_addr
struct ipv6_mreq||ipv6mr_multiaddr ipv6mr_interface=ipv6mr_ifindex
struct in6_pktinfo||ipi6_addr ipi6_ifindex
struct tcp_repair_opt||opt_code opt_val
struct tcp_repair_window||snd_wl1 snd_wnd max_window rcv_wnd rcv_wup
struct tcp_md5sig||tcpm_addr tcpm_flags tcpm_prefixlen tcpm_keylen
  tcpm_ifindex tcpm_key
struct tcp_zerocopy_receive||address length recv_skip_hint inq err
  copybuf_address copybuf_len flags msg_control msg_controllen msg_flags
  reserved
struct pollfd||fd events revents
struct flock||l_type l_whence l_start l_len l_pid
struct f_owner_ex||type pid
struct timespec|struct __kernel_old_timespec|tv_sec tv_nsec
struct timeval|struct __kernel_old_timeval|tv_sec tv_usec
struct __kernel_timespec||tv_sec tv_nsec
struct rlimit64||rlim_cur rlim_max
struct itimerval||it_interval it_value
struct utsname|struct new_utsname|sysname nodename release version machine
  domainname
struct rusage||ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss
  ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv
  ru_nsignals ru_nvcsw ru_nivcsw
siginfo_t||si_signo si_errno si_code si_pid si_uid si_value si_int si_ptr
  si_status si_utime si_stime si_timerid=si_tid si_overrun si_addr si_trapno
  si_addr_lsb si_lower si_upper si_pkey si_perf_data si_perf_type
  si_perf_flags si_band si_fd si_call_addr si_syscall si_arch
union sigval||sival_int sival_ptr
ssize_t|__kernel_ssize_t|
size_t|__kernel_size_t|
off_t|__kernel_off_t|
time_t|__kernel_old_time_t|
suseconds_t|__kernel_suseconds_t|
clock_t|__kernel_clock_t|
clockid_t|__kernel_clockid_t|
pid_t|__kernel_pid_t|
uid_t|__kernel_uid32_t|
gid_t|__kernel_gid32_t|
sa_family_t|__kernel_sa_family_t|
END
}

# Layouts that the kernel does not export: the type and its size, on a 32-bit
# and on a 64-bit machine; then the members with their offsets and sizes, each
# so too.  On i386 <asm/signal.h> has the older struct sigaction only.
layouts ()
{
  cat <<'END'
struct msghdr 28 56
. msg_name 0 0 4 8
. msg_namelen 4 8 4 4
. msg_iov 8 16 4 8
. msg_iovlen 12 24 4 8
. msg_control 16 32 4 8
. msg_controllen 20 40 4 8
. msg_flags 24 48 4 4
struct mmsghdr 32 64
. msg_hdr 0 0 28 56
. msg_len 28 56 4 4
struct cmsghdr 12 16
. cmsg_len 0 0 4 8
. cmsg_level 4 8 4 4
. cmsg_type 8 12 4 4
struct ucred 12 12
. pid 0 0 4 4
. uid 4 4 4 4
. gid 8 8 4 4
struct linger 8 8
. l_onoff 0 0 4 4
. l_linger 4 4 4 4
struct sockaddr 16 16
. sa_family 0 0 2 2
. sa_data 2 2 14 14
struct kernel_sigaction 20 32
. handler 0 0 4 8
. flags 4 8 4 8
. restorer 8 16 4 8
. mask 12 24 8 8
sigset_t 8 8
socklen_t 4 4
nfds_t 4 4
sig_atomic_t 4 4
END
}

kernel_headers='linux/types.h linux/time_types.h asm/errno.h linux/socket.h
  asm/socket.h linux/in.h linux/in6.h linux/ipv6.h linux/tcp.h linux/un.h
  linux/uio.h linux/wait.h linux/poll.h linux/fcntl.h linux/time.h
  linux/resource.h asm/siginfo.h asm/signal.h linux/mman.h linux/auxvec.h
  linux/sched.h linux/prctl.h linux/sockios.h linux/utsname.h asm/ioctls.h
  linux/version.h
  stddef.h stdint.h'

# printer - the start of a function that prints; its end is a brace.  What it
# prints, "@ label low high" with both halves, is a string in the assembly.
printer ()
{
  cat <<'END'
#define TG_PRINT(label, value) \
  __asm__ (".ascii \"@ " label " %c0 %c1\"" \
           :: "i" ((unsigned int) (long long) (value)), \
              "i" ((unsigned int) ((unsigned long long) (long long) (value) \
                                   >> 32)))
void tg_values (void)
{
END
}

# prints - a print of each name on standard input.
prints ()
{
  sed 's/.*/TG_PRINT ("&", &);/'
}

# values FILE FLAGS... - what it prints, sorted.
values ()
{
  file=$1
  shift
  $CC "$@" -w -O1 -S -o - -x c "$file" 2>"$file.err" |
    sed -n 's/^.*\.ascii.*"@ \(.*\)".*/\1/p' | sort
  sed -n '/error/p' "$file.err" >&2
}

# constants HEADER FLAGS... - the macros without parameters that it defines.
constants ()
{
  file=$1
  shift
  $CC "$@" -dM -E -x c "$file" | sed -n \
    's/^#define \([A-Za-z_][A-Za-z0-9_]*\) .*/\1/p' | sort
}

# --- The tests

total=0
for arch in $ARCHS; do
  for compiler in $compilers; do
    for mode in $modes; do
      total=$((total + 2))
    done
    total=$((total + 1))
  done
  total=$((total + 5))
done
echo "1..$total"

# compile ARCH COMPILER MODE - complaints into files of that name.
compile ()
{
  case $3 in
    *++*) language=c++ ;;
    *) language=c ;;
  esac
  flags="$(ours "$2" "$1") -std=$3 $warnings -fsyntax-only -x $language"
  at=$tmp/$1.$(basename "$2").$3
  # shellcheck disable=SC2086
  $2 $flags "$tmp"/alone/*.c >"$at.alone" 2>&1 || echo failed >>"$at.alone"
  # shellcheck disable=SC2086
  $2 $flags "$tmp/forwards.c" "$tmp/backwards.c" "$tmp/use.c" \
    >"$at.all" 2>&1 || echo failed >>"$at.all"
}

for arch in $ARCHS; do
  bits=64
  if [ "$arch" = i386 ]; then
    bits=32
  fi

  for compiler in $compilers; do
    name=$(basename "$compiler")
    for mode in $modes; do
      compile "$arch" "$compiler" "$mode" &
    done
    wait
    for mode in $modes; do
      check "$arch: $name -std=$mode takes each header alone and twice" \
        "$tmp/$arch.$name.$mode.alone"
      check "$arch: $name -std=$mode takes all, forwards and backwards" \
        "$tmp/$arch.$name.$mode.all"
    done
    # shellcheck disable=SC2046
    $compiler $(ours "$compiler" "$arch") -w -O2 -S -o - -x c "$tmp/use.c" \
      2>&1 | sed -n -e '/error:/p' \
      -e "s|.*\(wrong_\)\([0-9]*\).*|line \2 of the uses is not so|p" |
      sort -u >"$tmp/bad"
    check "$arch: $name: macros and inline functions are right" "$tmp/bad"
  done

  # shellcheck disable=SC2046
  set -- $(ours "$CC" "$arch")
  ownfile=$tmp/$arch.own.c
  printf '#include <stddef.h>\n' >"$ownfile"
  constants "$ownfile" "$@" | grep -v '^NULL$' >"$tmp/own"
  constants "$tmp/forwards.c" "$@" | comm -23 - "$tmp/own" |
    grep -Ev "^_TG_|$members" >"$tmp/names"

  # Ours: constants; sizes, offsets and sizes of members; the layouts' too.
  {
    cat "$tmp/all.h"
    printer
    prints <"$tmp/names"
    echo '}'
  } >"$tmp/ours.c"
  values "$tmp/ours.c" "$@" >"$tmp/ours" 2>"$tmp/ours.bad"
  sed 's/ .*//' "$tmp/ours" | comm -23 "$tmp/names" - |
    sed 's/$/ is no constant/' | cat "$tmp/ours.bad" - >"$tmp/bad"
  check "$arch: all $(wc -l <"$tmp/names") constants have a value" "$tmp/bad"

  # Theirs: what the kernel exports, then what this file states.
  # shellcheck disable=SC2046
  set -- $(theirs "$arch")
  {
    echo 'typedef long time_t;'
    for header in $kernel_headers; do
      echo "#include <$header>"
    done
  } >"$tmp/kernel.c"
  {
    cat "$tmp/kernel.c"
    facts | sed 's/^\([^ ]*\) \(.*\)/#undef \1\n#define \1 (\2)/'
    printer
    sed 's/.*/#ifdef &\nTG_PRINT ("&", &);\n#endif/' "$tmp/names"
    for name in $enumerators; do
      echo "$name"
    done | prints
    echo '}'
  } >"$tmp/theirs.c"
  values "$tmp/theirs.c" "$@" >"$tmp/theirs" 2>"$tmp/theirs.bad"
  awk -v file="$tmp/theirs" '
    BEGIN { while ((getline line < file) > 0) {
      split (line, word); low[word[1]] = word[2]; high[word[1]] = word[3] } }
    !($1 in low) { print $1 ": nothing to compare with"; next }
    low[$1] != $2 || high[$1] != $3 {
      printf "%s: %s, where the kernel has %s (high halves %s, %s)\n", \
        $1, $2, low[$1], $3, high[$1] }' "$tmp/ours" |
    cat "$tmp/theirs.bad" - >"$tmp/bad"
  check "$arch: every constant is the kernel's" "$tmp/bad"

  constants "$tmp/kernel.c" "$@" | grep -E "$families" |
    grep -Ev "$unwanted" | comm -23 - "$tmp/names" >"$tmp/lacking"
  if $CC "$@" -dM -E -x c "$tmp/kernel.c" |
    grep -qx '#define LINUX_VERSION_MAJOR 6' &&
    $CC "$@" -dM -E -x c "$tmp/kernel.c" |
      grep -qx '#define LINUX_VERSION_PATCHLEVEL 1'; then
    sed 's/$/ is missing/' "$tmp/lacking" >"$tmp/bad"
    check "$arch: no constant of Linux 6.1 is missing" "$tmp/bad"
  else
    # Another kernel's headers may have other names; ours are those of 6.1.
    sed 's/^/# not among ours: /' "$tmp/lacking"
    check "$arch: constants of another kernel than 6.1, listed" /dev/null
  fi

  # Structures, ours and theirs with the same labels.
  for side in ours theirs; do
    {
      if [ $side = ours ]; then cat "$tmp/all.h"; else cat "$tmp/kernel.c"; fi
      printer
      structures | sed -e ':a' -e '$!N' -e 's/\n  */ /' -e ta -e P -e D |
        awk -F'|' -v side=$side '
        { type = side == "ours" || $2 == "" ? $1 : $2
          label = $1; gsub (/ /, "_", label)
          printf "TG_PRINT (\"%s\", sizeof (%s));\n", label, type
          printf "TG_PRINT (\"%s:signed\", %s);\n", label,
            $3 == "" ? "(" type ") -1 < (" type ") 0" : "0"
          count = split ($3, member, " ")
          for (i = 1; i <= count; i++) {
            split (member[i] "=" member[i], name, "=")
            field = side == "ours" ? name[1] : name[2]
            printf "TG_PRINT (\"%s.%s\", __builtin_offsetof (%s, %s));\n", \
              label, name[1], type, field
            printf "TG_PRINT (\"%s.%s:size\", sizeof ((%s *) 0)->%s);\n", \
              label, name[1], type, field } }'
      echo '}'
      # Bit-fields have no offset: the same code must come of them.
      for field in snd_wscale rcv_wscale delivery_rate_app_limited \
        fastopen_client_fail; do
        echo "int get_$field (struct tcp_info *i) { return i->tcpi_$field; }"
      done
    } >"$tmp/$side.c"
    if [ $side = ours ]; then
      # shellcheck disable=SC2046
      set -- $(ours "$CC" "$arch")
    else
      # shellcheck disable=SC2046
      set -- $(theirs "$arch")
    fi
    values "$tmp/$side.c" "$@" >"$tmp/$side.sizes" 2>"$tmp/$side.bad"
    $CC "$@" -w -O1 -S -o - -x c "$tmp/$side.c" 2>/dev/null |
      sed -n -e '/^get_/p' -e '/^get_/,/ret/s/^\t[a-z]/&/p' \
        >>"$tmp/$side.sizes"
  done
  {
    cat "$tmp/ours.bad" "$tmp/theirs.bad"
    diff "$tmp/ours.sizes" "$tmp/theirs.sizes" |
      sed -n -e 's/^</ours:    /p' -e 's/^>/kernel: /p'
    grep -q '^get_snd_wscale' "$tmp/ours.sizes" || echo no bit-fields seen
    grep -q '^siginfo_t.si_arch ' "$tmp/ours.sizes" || echo no siginfo_t seen
  } >"$tmp/bad"
  check "$arch: $(wc -l <"$tmp/ours.sizes") figures of structures agree" \
    "$tmp/bad"

  # The layouts stated here.
  {
    cat "$tmp/all.h"
    printer
    layouts | awk -v word=$((bits / 32 - 1)) '
      function print_one (label, value, expr) {
        printf "TG_PRINT (\"%s %d\", %s);\n", label, value, expr }
      $1 != "." {
        value = $(NF - 1 + word)
        sub (/ [0-9]+ [0-9]+$/, "")
        type = label = $0; gsub (/ /, "_", label)
        print_one(label, value, "sizeof (" type ")"); next }
      { print_one(label "." $2, $(3 + word),
          "__builtin_offsetof (" type ", " $2 ")")
        print_one(label "." $2 ":size", $(5 + word),
          "sizeof ((" type " *) 0)->" $2) }'
    echo '}'
  } >"$tmp/layouts.c"
  # shellcheck disable=SC2046
  set -- $(ours "$CC" "$arch")
  values "$tmp/layouts.c" "$@" >"$tmp/layouts" 2>"$tmp/layouts.bad"
  {
    cat "$tmp/layouts.bad"
    awk '$2 != $3 { print $1 ": " $3 ", must be " $2 }' "$tmp/layouts"
    grep -c '^TG_PRINT' "$tmp/layouts.c" |
      awk -v seen="$(wc -l <"$tmp/layouts")" '
        $1 != seen { print seen, "of", $1, "layouts were seen" }'
  } >"$tmp/bad"
  check "$arch: layouts that the kernel does not export" "$tmp/bad"
done
