/* alg.c - AF_ALG, the kernel's ciphers and sums.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* linux/if_alg.h.  */
#define SOL_ALG 279
#define ALG_SET_KEY 1
#define ALG_SET_OP 3
#define ALG_OP_ENCRYPT 1

struct sockaddr_alg
{
  sa_family_t family;
  char type[14];
  uint32_t features;
  uint32_t mask;
  char name[64];
};

static int
alg_socket (void)
{
  long got = socket (AF_ALG, SOCK_SEQPACKET, 0);
  if (got == -EAFNOSUPPORT)
    SKIP ("no AF_ALG here");
  return MUST (got);
}

/* Bind to algorithm NAME of TYPE.  */
static long
bind_alg (int fd, const char *type, const char *name)
{
  struct sockaddr_alg where = { .family = AF_ALG };
  strcpy (where.type, type);
  strcpy (where.name, name);
  return bind (fd, &where, sizeof where);
}

/* One that computes.  */
static int
worker (const char *type, const char *name, const void *key)
{
  int fd = alg_socket ();
  if (bind_alg (fd, type, name) == -ENOENT)
    SKIP ("the kernel is built without this algorithm");
  if (key)
    MUST (setsockopt (fd, SOL_ALG, ALG_SET_KEY, key, 16));
  return MUST (accept (fd, 0, 0));
}

CASE (bind, alg_unknown, "kernel crypto/af_alg.c", "2.6.38")
{
  int fd = alg_socket ();
  EXPECT_ERR (bind_alg (fd, "none", "none"), ENOENT);
  EXPECT_ERR (bind (fd, &(struct sockaddr_alg){ .family = AF_ALG }, 20),
              EINVAL);
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
}

/* The example of FIPS 180: "abc".  */
CASE (recv, alg_hash, "kernel Documentation/crypto/userspace-if.rst", "2.6.38")
{
  static const char sha1[]
      = "\xa9\x99\x3e\x36\x47\x06\x81\x6a\xba\x3e\x25\x71\x78\x50\xc2\x6c"
        "\x9c\xd0\xd8\x9d";
  char got[32];
  int fd = worker ("hash", "sha1", NULL);
  EXPECT_RET (send (fd, "ab", 2, MSG_MORE), 2);
  EXPECT_RET (send (fd, "c", 1, 0), 1);
  EXPECT_RET (recv (fd, got, sizeof got, 0), 20);
  EXPECT_BYTES (got, sha1, 20);
}

/* The example of FIPS 197; the operation is in the control data.  */
CASE (recv, alg_cipher, "kernel Documentation/crypto/userspace-if.rst",
      "2.6.38")
{
  static const char sum[] = "\x69\xc4\xe0\xd8\x6a\x7b\x04\x30"
                            "\xd8\xcd\xb7\x80\x70\xb4\xc5\x5a";
  char key[16], got[16];
  struct
  {
    struct cmsghdr header;
    int what;
  } control;
  struct parcel p;
  for (int i = 0; i < 16; i++)
    key[i] = (char)i;
  int fd = worker ("skcipher", "ecb(aes)", key);
  FILLED (control);
  control_header (&control, SOL_ALG, ALG_SET_OP, sizeof (int));
  control.what = ALG_OP_ENCRYPT;
  parcel (&p, 16, &control, CMSG_SPACE (sizeof (int)));
  for (int i = 0; i < 16; i++)
    p.data[i] = (char)(i * 0x11);
  EXPECT_RET (sendmsg (fd, &p.message, 0), 16);
  EXPECT_RET (recv (fd, got, sizeof got, 0), 16);
  EXPECT_BYTES (got, sum, 16);
}
