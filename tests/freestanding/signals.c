/* signals.c - handlers, masks and restorers, without a libc.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

/* The order of events: a handler adds SIG when it begins and -SIG when it
   ends.  */
static volatile int story[16];
static volatile int length;
static volatile int raise_inside;

static void
note (int what)
{
  if (length < 16)
    story[length++] = what;
}

static void
plain (int sig)
{
  int inner = raise_inside;
  note (sig);
  raise_inside = 0;
  if (inner)
    kill (getpid (), inner);
  note (-sig);
}

static siginfo_t seen;
static void *volatile context;

static void
with_info (int sig, siginfo_t *info, void *where)
{
  seen = *info;
  context = where;
  plain (sig);
}

/* Installs PLAIN for SIG, or with SA_SIGINFO the other handler.  */
static void
install (int sig, int flags, int blocked)
{
  struct sigaction action;
  memset (&action, 0xa5, sizeof action);
  if (flags & SA_SIGINFO)
    action.sa_sigaction = with_info;
  else
    action.sa_handler = plain;
  action.sa_flags = flags;
  sigemptyset (&action.sa_mask);
  if (blocked)
    sigaddset (&action.sa_mask, blocked);
  EXPECT_EQ (sigaction (sig, &action, 0), 0);
}

static int
events_are (int a, int b, int c, int d)
{
  return length == 2 + 2 * (c != 0) && story[0] == a && story[1] == b
         && story[2] == c && story[3] == d;
}

TEST (plain_handler)
{
  install (SIGUSR1, 0, 0);
  for (length = 0; length < 6;)
    EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
  EXPECT (story[4] == SIGUSR1 && story[5] == -SIGUSR1);
}

TEST (handler_with_info)
{
  install (SIGUSR1, SA_SIGINFO, 0);
  for (length = 0; length < 6;)
    EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
  EXPECT (story[4] == SIGUSR1 && story[5] == -SIGUSR1);
  EXPECT_EQ (seen.si_signo, SIGUSR1);
  EXPECT_EQ (seen.si_code, SI_USER);
  EXPECT_EQ (seen.si_pid, getpid ());
  EXPECT (context != 0);
}

/* The highest signal number, with both kinds of handlers.  */
TEST (signal_64)
{
  install (SIGRTMAX, 0, 0);
  EXPECT_EQ (kill (getpid (), SIGRTMAX), 0);
  install (SIGRTMAX, SA_SIGINFO, 0);
  EXPECT_EQ (kill (getpid (), SIGRTMAX), 0);
  EXPECT (events_are (SIGRTMAX, -SIGRTMAX, SIGRTMAX, -SIGRTMAX));
}

TEST (nested)
{
  for (int how = 0; how < 4; how++)
    {
      install (SIGUSR1, how & 1 ? SA_SIGINFO : 0, 0);
      install (SIGUSR2, how & 2 ? SA_SIGINFO : 0, 0);
      length = 0;
      raise_inside = SIGUSR2;
      EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
      EXPECT (events_are (SIGUSR1, SIGUSR2, -SIGUSR2, -SIGUSR1));
    }
}

TEST (mask_of_handler)
{
  for (int flags = 0;; flags = SA_SIGINFO)
    {
      /* Another signal is in the mask; SIG itself need not be.  */
      install (SIGUSR1, flags, SIGUSR2);
      install (SIGUSR2, flags, 0);
      length = 0;
      raise_inside = SIGUSR2;
      EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
      EXPECT (events_are (SIGUSR1, -SIGUSR1, SIGUSR2, -SIGUSR2));
      length = 0;
      raise_inside = SIGUSR2;
      EXPECT_EQ (kill (getpid (), SIGUSR2), 0);
      EXPECT (events_are (SIGUSR2, -SIGUSR2, SIGUSR2, -SIGUSR2));
      install (SIGUSR2, flags | SA_NODEFER, 0);
      length = 0;
      raise_inside = SIGUSR2;
      EXPECT_EQ (kill (getpid (), SIGUSR2), 0);
      EXPECT (events_are (SIGUSR2, SIGUSR2, -SIGUSR2, -SIGUSR2));
      if (flags)
        break;
    }
}

/* A handler's return restores all bits of the mask.  */
TEST (mask_after_handler)
{
  sigset_t want, got;
  sigemptyset (&want);
  sigaddset (&want, SIGUSR2);
  sigaddset (&want, 33);
  sigaddset (&want, SIGRTMAX);
  EXPECT_EQ (rt_sigprocmask (SIG_SETMASK, &want, 0, sizeof want), 0);
  for (int flags = 0;; flags = SA_SIGINFO)
    {
      install (SIGUSR1, flags, 40);
      memset (&got, 0, sizeof got);
      EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
      EXPECT_EQ (rt_sigprocmask (SIG_BLOCK, 0, &got, sizeof got), 0);
      EXPECT (memcmp (&got, &want, sizeof got) == 0);
      if (flags)
        break;
    }
  EXPECT_EQ (length, 4);
}

TEST (reset_after_one)
{
  struct sigaction now = { .sa_handler = plain };
  install (SIGUSR1, SA_RESETHAND, 0);
  EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
  EXPECT (story[0] == SIGUSR1 && length == 2);
  EXPECT_EQ (sigaction (SIGUSR1, 0, &now), 0);
  EXPECT (now.sa_handler == SIG_DFL);
  pid_t child = fork ();
  if (child == 0)
    kill (getpid (), SIGUSR1);
  int status = 0;
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT_EQ (status, SIGUSR1);
}

/* A fault has its address; to continue, the handler jumps elsewhere.  Some
   machines provide the address of the page alone.  */
#define PAGE_OF_FAULT 4096
#define ADDRESS_OF_FAULT (PAGE_OF_FAULT + 24)

static void
fault (int sig, siginfo_t *info, void *where)
{
  uintptr_t at = (uintptr_t)info->si_addr;
  (void)where;
  _exit (sig == SIGSEGV && (at == ADDRESS_OF_FAULT || at == PAGE_OF_FAULT)
                 && info->si_code == SEGV_MAPERR
             ? 0
             : 1);
}

TEST (address_of_fault)
{
  struct sigaction action = { .sa_flags = SA_SIGINFO };
  action.sa_sigaction = fault;
  EXPECT_EQ (sigaction (SIGSEGV, &action, 0), 0);
  volatile char *volatile at = (char *)ADDRESS_OF_FAULT;
  *at = 1;
  EXPECT (!"reached");
}

SUITE (signals, CASE (plain_handler), CASE (handler_with_info),
       CASE (signal_64), CASE (nested), CASE (mask_of_handler),
       CASE (mask_after_handler), CASE (reset_after_one),
       CASE (address_of_fault))
