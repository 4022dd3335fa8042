/* tls.h - the thread block and the TLS of a program's only thread.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TLS_H
#define TG_TLS_H

#include <elf-constants.h>
#include <stddef.h>
#include <thread.h>

/* tls_offset returns the distance between the thread pointer, without its
   bias, and the image of a segment.  Offsets of thread variables count up from
   the reserved bytes behind the thread block, at the first address that is
   congruent to that of the segment; or down from the thread block, which is at
   the end of the segment, rounded up to its alignment.  UNDER is that, less
   1.  */
static inline unsigned int
tls_offset (unsigned int vaddr, unsigned int size, unsigned int under)
{
#ifdef TLS_ABOVE
  return TLS_TCB + ((vaddr - TLS_TCB) & under);
#else
  return size + (-(vaddr + size) & under);
#endif
}

/* The TLS image, and the room that it takes beside the thread block.  */
struct tls
{
  const char *image;
  unsigned int offset, filled, size, under;
};

static inline struct tls
tls_of (const char *ehdr_start, uintptr_t base)
{
  const struct elf_ehdr *ehdr = (const struct elf_ehdr *)ehdr_start;
  const struct elf_phdr *phdr
      = (const struct elf_phdr *)(ehdr_start + ehdr->phoff);
  struct tls tls = { .offset = tls_offset (0, 0, 0) };
  for (unsigned int n = ehdr->phnum; n > 0; n--, phdr++)
    if (phdr->type == PT_TLS)
      {
        tls.image = (const char *)(base + phdr->vaddr);
        tls.filled = phdr->filesz;
        tls.size = phdr->memsz;
        tls.under = phdr->align - 1;
        tls.offset = tls_offset (phdr->vaddr, tls.size, tls.under);
      }
  return tls;
}

/* Both kinds of place_tls clear the block and the TLS in the room that begins
   at ROOM, copy the image, and return the block.  The room is TLS_ROOM bytes
   and up to TLS_MASK more; the alignment of the segment may be less than that
   of the thread block.  */
#define TLS_MASK(tls) \
  ((tls)->under | (uintptr_t)(_Alignof (max_align_t) - 1))

#ifdef TLS_ABOVE

#define TLS_ROOM(tls) \
  (sizeof (struct tg_thread) + (tls)->offset + (tls)->size)

static inline struct tg_thread *
place_tls (const struct tls *tls, char *room)
{
  uintptr_t mask = TLS_MASK (tls);
  uintptr_t top
      = ((uintptr_t)room + sizeof (struct tg_thread) + mask) & ~mask;
  struct tg_thread *thread = (struct tg_thread *)top - 1;
  __builtin_memset (thread, 0, TLS_ROOM (tls));
  __builtin_memcpy ((char *)top + tls->offset, tls->image, tls->filled);
  return thread;
}

#else

#define TLS_ROOM(tls) ((tls)->offset + sizeof (struct tg_thread))

static inline struct tg_thread *
place_tls (const struct tls *tls, char *room)
{
  uintptr_t mask = TLS_MASK (tls);
  unsigned int size = tls->offset;
  uintptr_t top = ((uintptr_t)room + size + mask) & ~mask;
  struct tg_thread *thread = (struct tg_thread *)top;
  __builtin_memset ((char *)top - size, 0, TLS_ROOM (tls));
  __builtin_memcpy ((char *)top - size, tls->image, tls->filled);
  thread->self = top;
  return thread;
}

#endif
#endif
