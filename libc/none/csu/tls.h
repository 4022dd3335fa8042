/* tls.h - the thread block and the TLS of a program's only thread.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TLS_H
#define TG_TLS_H

#include <elf-constants.h>
#include <stddef.h>
#include <thread.h>

/* The TLS image, and the room that it takes beside the thread block.  */
struct tls
{
  const char *image;
  unsigned int vaddr, filled, size;
  unsigned int under;		/* The alignment, less 1.  */
};

static inline struct tls
tls_of (const char *ehdr_start, uintptr_t base)
{
  const struct elf_ehdr *ehdr = (const struct elf_ehdr *)ehdr_start;
  const struct elf_phdr *phdr
      = (const struct elf_phdr *)(ehdr_start + ehdr->phoff);
  struct tls tls = { 0 };
  for (unsigned int n = ehdr->phnum; n > 0; n--, phdr++)
    if (phdr->type == PT_TLS)
      {
        tls.image = (const char *)(base + phdr->vaddr);
        tls.vaddr = phdr->vaddr;
        tls.filled = phdr->filesz;
        tls.size = phdr->memsz;
        tls.under = phdr->align - 1;
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

/* TLS offsets count up from the reserved bytes behind the thread block, at the
   first address that is congruent to that of the segment.  */
static inline unsigned int
tls_offset (const struct tls *tls)
{
  return TLS_TCB + ((tls->vaddr - TLS_TCB) & tls->under);
}

#define TLS_ROOM(tls) \
  (sizeof (struct tg_thread) + tls_offset (tls) + (tls)->size)

static inline struct tg_thread *
place_tls (const struct tls *tls, char *room)
{
  uintptr_t mask = TLS_MASK (tls);
  uintptr_t top
      = ((uintptr_t)room + sizeof (struct tg_thread) + mask) & ~mask;
  struct tg_thread *thread = (struct tg_thread *)top - 1;
  __builtin_memset (thread, 0, TLS_ROOM (tls));
  __builtin_memcpy ((char *)top + tls_offset (tls), tls->image, tls->filled);
  return thread;
}

#else

/* TLS offsets count down from the thread block, which is at the end of the
   segment, rounded up to its alignment.  */
static inline unsigned int
tls_offset (const struct tls *tls)
{
  return tls->size + (-(tls->vaddr + tls->size) & tls->under);
}

#define TLS_ROOM(tls) (tls_offset (tls) + sizeof (struct tg_thread))

static inline struct tg_thread *
place_tls (const struct tls *tls, char *room)
{
  uintptr_t mask = TLS_MASK (tls);
  unsigned int size = tls_offset (tls);
  uintptr_t top = ((uintptr_t)room + size + mask) & ~mask;
  struct tg_thread *thread = (struct tg_thread *)top;
  __builtin_memset ((char *)top - size, 0, TLS_ROOM (tls));
  __builtin_memcpy ((char *)top - size, tls->image, tls->filled);
  thread->self = top;
  return thread;
}

#endif
#endif
