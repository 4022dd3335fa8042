/* hello.c - starts a session, whatever an earlier client left.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <string.h>
#include <sys/random.h>

#define FIRST_PATIENCE 500 /* Milliseconds; twice as long each time.  */

/* Whether the reply has arrived: frames before it are an earlier client's.  */
static int
is_answered (struct link *l, const unsigned char *nonce)
{
  struct frame_head head = { FRAME_MARK, HELLO, NONCE };
  unsigned char want[sizeof head + NONCE];
  memcpy (want, &head, sizeof head);
  memcpy (want + sizeof head, nonce, NONCE);
  unsigned char *at
      = memmem (l->in + l->in_start, l->in_length, want, sizeof want);
  size_t gone = at ? (size_t)(at - l->in) + sizeof want - l->in_start
                : l->in_length < sizeof want ? 0
                                             : l->in_length - sizeof want + 1;
  l->in_start += gone;
  l->in_length -= gone;
  return at != NULL;
}

/* If the previous client was killed within a frame, this is taken for the
   rest of that frame, unless it is longer than that can be.  */
static int
fill (struct link *l, const unsigned char *nonce)
{
  for (size_t sent = 0; sent < FRAME_MAX; sent += NONCE)
    {
      while (!link_has_room (l, NONCE))
        if (link_move (l, 100) != 0)
          return -1;
      link_put (l, HELLO, nonce, NONCE);
    }
  return 0;
}

/* 0, or -1 if the guest is gone or does not reply.  */
static int
hello (struct link *l)
{
  unsigned char nonce[NONCE];
  uint64_t patience = FIRST_PATIENCE, now = now_ms ();
  uint64_t until = now + ANSWER_TIME, again = now + patience;
  if (getrandom (nonce, sizeof nonce, 0) != (ssize_t)sizeof nonce)
    die (GUEST_FAILED, "the system has no random bytes");
  link_put (l, HELLO, nonce, NONCE);
  while (!is_answered (l, nonce))
    {
      int is_late = now_ms () > until && l->machine->debug != DEBUG_TERMINAL;
      if (is_late || link_move (l, 100) != 0)
        return -1;
      if (now_ms () < again)
        continue;
      if (fill (l, nonce) != 0)
        return -1;
      again = now_ms () + (patience *= 2);
    }
  return 0;
}

int
link_open (struct link *l, struct machine *m)
{
  memset (l, 0, sizeof *l);
  l->machine = m;
  l->credit = WINDOW;
  int port = take_port (l);
  if (port < 0 || connect_to (l, port) != 0 || hello (l) != 0)
    return -1;
  if (!m->kept)
    machine_forget (m);
  return 0;
}
