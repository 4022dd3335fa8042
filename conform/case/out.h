/* out.h - text made piece by piece, to a buffer or a descriptor.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_OUT_H
#define CONFORM_OUT_H

#include <stddef.h>

struct out
{
  char *text;
  size_t size;			/* Size, including the null byte.  */
  size_t used;
  int fd;			/* -1: excess text is dropped.  */
  int lost;			/* It could not be written.  */
};

/* Standard output and error.  */
extern struct out out, err;
/* Called four times a second while a write has to wait; null for none.  */
extern void (*out_waits) (void);

/* An out for the array ROOM.  */
#define OUT_TO(room) { (room), sizeof (room), 0, -1, 0 }

extern void put_char (struct out *o, char c);
extern void put (struct out *o, const char *text);
/* Each of TEXTS, up to a null pointer.  */
extern void put_all (struct out *o, const char *const *texts);
/* Of two texts in one: the first, which is a word, and what follows it.  */
extern void put_word (struct out *o, const char *text);
extern const char *rest_of (const char *text);
/* Word N, from 0, of TEXT, where a space ends each; after the last "".  */
extern const char *nth_word (const char *text, unsigned int n);
/* Decimal if it fits 32 bits, else hexadecimal.  */
extern void put_number (struct out *o, long long value);
extern void put_hex (struct out *o, unsigned long long value);
/* In double quotes, as in JSON and YAML.  */
extern void put_quoted (struct out *o, const char *text);
extern void put_flush (struct out *o);

/* Write WHAT and NAME to standard error, and exit with 2.  */
extern void die (const char *what, const char *name)
  __attribute__ ((noreturn));
/* Write the rest of standard output, and exit: with STATUS, or with 2 if some
   of the output was lost.  */
extern void finish (int status) __attribute__ ((noreturn));

#endif
