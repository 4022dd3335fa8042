/* work.h - the blocks of real work over two sockets; a part of blocks.h.  */
/* SPDX-License-Identifier: MIT */

/* One byte there and back: A sends, B replies.  */
static int
pingpong (unsigned int n)
{
  do
    {
      unsigned char byte = n, got = ~byte, back = ~byte;
      if (send (ends.a, &byte, 1, 0) != 1 || recv (ends.b, &got, 1, 0) != 1
          || send (ends.b, &got, 1, 0) != 1 || recv (ends.a, &back, 1, 0) != 1
          || back != byte)
        return 1;
    }
  while (--n);
  return 0;
}

#define REQUEST 32

/* A request with a destination address, and the reply to its source
   address.  */
static int
udp (unsigned int n)
{
  unsigned char request[REQUEST], got[REQUEST];
  struct sockaddr_in from;
  do
    {
      socklen_t length = sizeof from;
      request[0] = n;
      got[0] = ~n;
      if (sendto (ends.a, request, REQUEST, 0, (struct sockaddr *)&ends.name,
                  sizeof ends.name)
              != REQUEST
          || recvfrom (ends.b, got, REQUEST, 0, (struct sockaddr *)&from,
                       &length)
                 != REQUEST
          || sendto (ends.b, got, REQUEST, 0, (struct sockaddr *)&from, length)
                 != REQUEST
          || recvfrom (ends.a, got, REQUEST, 0, 0, 0) != REQUEST
          || got[0] != request[0])
        return 1;
    }
  while (--n);
  return 0;
}

static int
tcp (unsigned int n)
{
  unsigned char request[REQUEST], got[REQUEST];
  do
    {
      request[0] = n;
      got[0] = ~n;
      if (send (ends.a, request, REQUEST, 0) != REQUEST
          || recv (ends.b, got, REQUEST, 0) != REQUEST
          || send (ends.b, got, REQUEST, 0) != REQUEST
          || recv (ends.a, got, REQUEST, 0) != REQUEST || got[0] != request[0])
        return 1;
    }
  while (--n);
  return 0;
}

/* N messages through TCP, BURST written before they are read.  All fit into
   the buffers at once, so no call blocks.  */
static inline __attribute__ ((__always_inline__)) int
stream (unsigned int n, int size, unsigned int burst)
{
  static unsigned char out[1 << 16], in[1 << 16];
  do
    {
      unsigned int i;
      for (i = 0; i < burst; i++)
        {
          out[0] = out[size - 1] = n - i;
          if (send (ends.a, out, size, 0) != size)
            return 1;
        }
      for (i = 0; i < burst; i++)
        {
          in[0] = in[size - 1] = ~(n - i);
          if (recv (ends.b, in, size, MSG_WAITALL) != size
              || in[0] != (unsigned char)(n - i) || in[size - 1] != in[0])
            return 1;
        }
    }
  while (n -= burst);
  return 0;
}

static int
stream_64 (unsigned int n)
{
  return stream (n, 64, 16);
}

static int
stream_65536 (unsigned int n)
{
  return stream (n, 65536, 1);
}
