/* frames.c - processes the frames of a client.  */
/* SPDX-License-Identifier: MIT */

#include "session.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The last frame of a session.  */
void
session_finish (struct session *s, uint32_t kind, uint32_t value,
                const char *text)
{
  struct
  {
    struct finished head;
    char text[128];
  } all = { { order32 (kind), order32 (value) }, { 0 } };
  text_add (all.text, text);
  channel_put (&s->channel, FINISHED, &all,
               sizeof all.head + text_length (all.text));
  s->phase = WAITING;
}

void
session_fail (struct session *s, const char *text, int error)
{
  session_finish (s, FAILED, wire_error (error), text);
}

/* Room for SIZE bytes at *DATA, of which there are OLD.  */
static int
grow (void *data, size_t old, size_t *have, size_t size)
{
  void **at = data;
  size_t more = *have ? *have : 65536;
  if (size <= *have)
    return 0;
  while (more < size)
    more *= 2;
  void *new = mmap (NULL, more, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (new == MAP_FAILED)
    return errno;
  if (*have)
    {
      memcpy (new, *at, old);
      munmap (*at, *have);
    }
  *at = new;
  *have = more;
  return 0;
}

/* Without DATA, only makes room for more.  */
int
spec_add (struct spec *s, const void *data, size_t length)
{
  int error = grow (&s->data, s->length, &s->size, s->length + length);
  if (error || !data)
    return error;
  memcpy (s->data + s->length, data, length);
  s->length += length;
  return 0;
}

static void
take_hello (struct session *s, const unsigned char *nonce, size_t length)
{
  if (length != NONCE)
    return;
  /* Repeated, before the reply arrived.  */
  if (s->phase != WAITING && memcmp (s->nonce, nonce, NONCE) == 0)
    return;
  session_reset (s);
  memcpy (s->nonce, nonce, NONCE);
  s->phase = PREPARING;
  channel_put (&s->channel, HELLO, nonce, NONCE);
  int error = tree_make (s->number);
  if (error)
    session_fail (s, "cannot make the root directory", error);
}

static int
add_file (struct session *s, const struct file *f)
{
  size_t length = s->count * sizeof *f;
  int error = grow (&s->files, length, &s->files_size, length + sizeof *f);
  if (error == 0)
    s->files[s->count++] = *f;
  return error;
}

static void
take_head (struct file_head *h, const unsigned char *data)
{
  memcpy (h, data, sizeof *h);
  h->size = order64 (h->size);
  h->mtime = (int64_t)order64 ((uint64_t)h->mtime);
  h->mtime_ns = order32 (h->mtime_ns);
  h->mode = order32 (h->mode);
}

/* The path is kept with the file until all have been received.  */
static void
take_file (struct session *s, const unsigned char *data, size_t length)
{
  struct file f;
  const char *text = (const char *)data + sizeof f.head;
  memset (&f, 0, sizeof f);
  if (length < sizeof f.head + 4 || data[length - 1])
    return session_fail (s, "FILE", EPROTO);
  take_head (&f.head, data);
  size_t key = text_length (text);
  if (key + 1 >= length - sizeof f.head || key >= sizeof f.key
      || text_length (text + key + 1) >= sizeof f.path || text[key + 1] != '/')
    return session_fail (s, "FILE", ENAMETOOLONG);
  text_add (f.key, text);
  text_add (f.path, text + key + 1);
  f.fd = -1;
  f.channel = s->number;
  f.wanted = !file_known (&f);
  int error = f.wanted ? 0 : tree_link (s->number, f.key, f.path);
  if (error == 0)
    error = add_file (s, &f);
  if (error)
    session_fail (s, f.path, error);
}

/* Advances to the next file that is wanted; creates empty ones.  */
static void
next_file (struct session *s)
{
  for (; s->next < s->count; s->next++)
    {
      struct file *f = &s->files[s->next];
      int error = f->wanted ? file_create (f) : 0;
      if (error == 0 && f->wanted && f->left)
        return;
      if (error == 0 && f->wanted)
        error = file_finish (f);
      if (error == 0 && f->wanted)
        error = tree_link (s->number, f->key, f->path);
      if (error)
        return session_fail (s, f->path, error);
    }
}

static void
take_ask (struct session *s)
{
  unsigned char want[FRAME_MAX / 4];
  if (s->count > sizeof want)
    return session_fail (s, "files", E2BIG);
  for (size_t i = 0; i < s->count; i++)
    want[i] = (unsigned char)s->files[i].wanted;
  channel_put (&s->channel, WANT, want, s->count);
  s->next = 0;
  next_file (s);
}

static void
take_data (struct session *s, const void *data, size_t length)
{
  if (s->next >= s->count)
    return session_fail (s, "DATA", EPROTO);
  struct file *f = &s->files[s->next];
  int error = file_write (f, data, length);
  credit (s, length);
  if (error == 0 && f->left == 0)
    error = file_finish (f);
  if (error == 0 && f->left == 0)
    error = tree_link (s->number, f->key, f->path);
  if (error)
    return session_fail (s, f->path, error);
  if (f->left)
    return;
  s->next++;
  next_file (s);
}

static void
take_go (struct session *s)
{
  struct spec_head head;
  if (s->spec.length < sizeof head || s->next < s->count)
    return session_fail (s, "GO", EPROTO);
  spec_head (&head, &s->spec);
  const char *cwd = s->spec.data + sizeof head;
  if (spec_add (&s->spec, "", 1))
    return session_fail (s, "arguments", ENOMEM);
  s->spec.length--;
  cwd += text_length (cwd) + 1;
  int error = cwd >= s->spec.data + s->spec.length ? EPROTO
              : text_length (cwd) >= PATH_SIZE
                  ? ENAMETOOLONG
                  : tree_directory (s->number, cwd);
  if (error)
    return session_fail (s, "working directory", error);
  error = program_start (&s->program, &s->spec, s->number);
  if (error && s->program.failed)
    return session_fail (s, s->program.failed, error);
  if (error)
    return session_finish (s, NOT_RUN, wire_error (error), "");
  s->phase = RUNNING;
  if (head.timeout)
    s->deadline = now_ms () + (uint64_t)head.timeout * 1000;
}

static void
take_number (struct session *s, int type, const void *data, size_t length)
{
  uint32_t number;
  if (length != sizeof number || s->phase != RUNNING)
    return;
  memcpy (&number, data, sizeof number);
  number = order32 (number);
  if (type == SIGNAL && s->program.pid > 0)
    kill (s->program.pid, own_signal (number));
  if (type == CLOSE_OUTPUT)
    end_descriptor (number == 1 ? &s->program.out : &s->program.err);
}

static void
act (struct session *s, int type, const unsigned char *data, size_t length)
{
  int runs = s->phase == RUNNING;
  if (type == HELLO)
    take_hello (s, data, length);
  else if (type == FILE_NAMED && s->phase == PREPARING)
    take_file (s, data, length);
  else if (type == ASK && s->phase == PREPARING)
    take_ask (s);
  else if (type == DATA && s->phase == PREPARING)
    take_data (s, data, length);
  else if (type == SPEC && s->phase == PREPARING)
    {
      if (spec_add (&s->spec, data, length))
        session_fail (s, "arguments", ENOMEM);
    }
  else if (type == GO && s->phase == PREPARING)
    take_go (s);
  else if (type == INPUT && runs)
    input_take (s, data, length);
  else if (type == INPUT_END && runs)
    s->input_ends = 1;
  else if (type == SIGNAL || type == CLOSE_OUTPUT)
    take_number (s, type, data, length);
}

/* Processes all frames that have arrived.  */
void
session_take (struct session *s)
{
  struct frame_head head;
  const unsigned char *data;
  while ((data = channel_frame (&s->channel, &head)))
    {
      s->heard = now_ms ();
      act (s, head.type, data, head.length);
      channel_next (&s->channel, &head);
    }
}
