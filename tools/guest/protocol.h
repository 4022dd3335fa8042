/* protocol.h - the frames between trapgate guest and the guest's init.  */
/* SPDX-License-Identifier: MIT */

#ifndef GUEST_PROTOCOL_H
#define GUEST_PROTOCOL_H

#include <stdint.h>

/* All numbers are little-endian, and no structure has holes on any
   architecture; errors and signals are those of asm-generic.  The guest's end
   converts.  A frame is a head and LENGTH bytes.  */
#define FRAME_MAX 32768U
#define FRAME_MARK 0x6754       /* "Tg" */

struct frame_head
{
  uint16_t mark;
  uint16_t type;
  uint32_t length;
};

/* From the client.  A session starts with HELLO, whose nonce is echoed: all
   frames before it, in both directions, are left over from an earlier
   client.  HELLO may be repeated until it is echoed.  Then a FILE for each
   file, ASK, DATA of the files that WANT lists, in order, SPEC until it is
   complete, GO.  */
enum
{
  HELLO = 'H',                  /* NONCE bytes, both ways.  */
  FILE_NAMED = 'F',             /* struct file_head, key, 0, path, 0.  */
  ASK = 'A',
  DATA = 'D',
  SPEC = 'S',                   /* A part of struct spec_head and strings.  */
  GO = 'G',
  INPUT = 'I',                  /* Of standard input.  */
  INPUT_END = 'E',
  SIGNAL = 'K',                 /* uint32_t */
  CLOSE_OUTPUT = 'C',           /* uint32_t: 1 or 2, it has no reader.  */
  ALIVE = 'L',                  /* The client is there.  */

  /* From the guest.  */
  WANT = 'W',                   /* A byte for each FILE: 1, DATA is wanted.  */
  CREDIT = 'c',                 /* uint32_t: this many bytes were consumed.  */
  INPUT_GONE = 'g',             /* Standard input has no reader left.  */
  OUTPUT = 'o',                 /* Of standard output.  */
  ERRORS = 'e',                 /* Of standard error.  */
  FINISHED = 'q'                /* struct finished, text.  */
};

#define NONCE 16

/* The most bytes of DATA and INPUT in transit; CREDIT returns bytes.  */
#define WINDOW (256U << 10)

struct file_head
{
  uint64_t size;
  int64_t mtime;
  uint32_t mtime_ns;
  uint32_t mode;
};

/* Then the path of the program, the working directory, ARGC arguments and
   ENVC strings of the environment, each ended by a 0.  */
struct spec_head
{
  uint32_t timeout;             /* Seconds; 0: none.  */
  uint32_t umask;
  uint32_t argc, envc;
};

enum
{
  EXITED,                       /* VALUE: the status.  */
  KILLED,                       /* VALUE: the signal.  */
  NOT_RUN,                      /* VALUE: the errno of execve.  */
  TIMED_OUT,
  FAILED                        /* VALUE: an errno; text: what failed.  */
};

struct finished
{
  uint32_t kind;
  uint32_t value;
};

/* In init's environment, set by the kernel command line.  */
#define ENV_IDLE "tg_idle="
#define ENV_PORTS "tg_ports="
#define ENV_SERIAL "tg_serial=" /* A device, for want of ports.  */

/* On the console, when init serves: followed by "virtio" or "serial".  */
#define READY_LINE "trapgate-guest: ready "
#define FAILED_LINE "trapgate-guest: "

#endif
