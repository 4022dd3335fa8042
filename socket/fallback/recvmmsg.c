/* recvmmsg.c - recvmmsg by recvmsg, for Linux before 2.6.33.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here on ENOSYS from either path, and on EINVAL from
   socketcall, which an older kernel returns for an operation that it lacks.
   Linux 2.6.33 introduced both the number and the operation (i386, x86_64), so
   the other path cannot help.

   Remove once the minimum kernel is 2.6.33.

   As in the kernel, the timeout is checked only after a message has arrived.

   The wait for the first message is a cancellation point.  A later one must
   not be, or the messages received would be lost; but a request must not wait
   for it either.  In the kernel, the signal of a request ends the call, which
   returns the messages received; here a handler with SA_RESTART, as the libcs
   have, would restart the wait.  So in a program that can cancel threads there
   is no such wait: the call returns the messages that are there.

   Limitations: an error after the first message is lost, whereas the kernel
   saves it for the next call on the socket.  A signal may arrive between two
   messages; if its handler has SA_RESTART, the call goes on, whereas in the
   kernel it returns the messages received so far.  */

#include <fallback.h>
#include <stddef.h>
#include <times.h>
#include <user.h>

#define BILLION 1000000000
#define CLOCK_OF_TIMEOUT 1 /* CLOCK_MONOTONIC */

static struct tg_time
now (void)
{
  struct tg_time time = { 0, 0 };
  tg_trap (TG_NR_clock_gettime, CLOCK_OF_TIMEOUT, (long)&time, 0, 0, 0);
  return time;
}

/* The rest of TIMEOUT, which began at START; 0 if it has expired.  */
static struct tg_time
left (struct tg_time timeout, struct tg_time start)
{
  struct tg_time time = now ();
  time.sec = timeout.sec - (time.sec - start.sec);
  time.nsec = timeout.nsec - (time.nsec - start.nsec);
  if (time.nsec < 0)
    {
      time.sec--;
      time.nsec += BILLION;
    }
  else if (time.nsec >= BILLION)
    {
      time.sec++;
      time.nsec -= BILLION;
    }
  if (time.sec < 0)
    time.sec = time.nsec = 0;
  return time;
}

/* Receives one message and stores its length.  Returns the length, or a
   negated errno.  */
static long
receive (int fd, struct mmsghdr *one, unsigned int flags, int first)
{
  unsigned long room = TG_OLD_TIMES ? __tg_control_room (&one->msg_hdr) : 0;
  const long args[6] = { fd, (long)&one->msg_hdr, (long)flags };
  long result = first ? tg_call_blocking (TG_NR_recvmsg, TG_OP_recvmsg, args)
                      : tg_call (TG_NR_recvmsg, TG_OP_recvmsg, args);
  if (result >= 0 && !tg_writable_4 (&one->msg_len))
    result = -EFAULT;
  if (result >= 0)
    one->msg_len = (unsigned int)result;
  if (result >= 0 && TG_OLD_TIMES)
    __tg_append_times (&one->msg_hdr, room);
  return result;
}

/* TIMEOUT is a copy, or null; the remaining time is stored there.  */
static long
emulate (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
         struct tg_time *timeout)
{
  struct tg_time start = { 0, 0 }, whole = { 0, 0 };
  if (timeout)
    {
      whole = *timeout;
      start = now ();
    }
  long result = tg_check_socket (fd);
  unsigned int done = 0;
  while (done < vlen && result >= 0)
    {
      result = receive (fd, &vec[done], flags & ~(unsigned int)MSG_WAITFORONE,
                        done == 0);
      if (result < 0)
        break;
      done++;
      if (flags & MSG_WAITFORONE || TG_CANCELS)
        flags |= MSG_DONTWAIT;
      if (timeout)
        {
          *timeout = left (whole, start);
          if (timeout->sec == 0 && timeout->nsec == 0)
            break;
        }
      if (vec[done - 1].msg_hdr.msg_flags & MSG_OOB)
        break;
    }
  return done ? (long)done : result;
}

long
__tg_emulate_recvmmsg (int fd, struct mmsghdr *vec, unsigned int vlen,
                       unsigned int flags, struct tg_time *timeout)
{
  if (!timeout)
    return emulate (fd, vec, vlen, flags, NULL);
  if (!tg_readable_object (timeout, sizeof *timeout))
    return -EFAULT;
  struct tg_time copy = *timeout;
  if (copy.sec < 0 || copy.nsec < 0 || copy.nsec >= BILLION)
    return -EINVAL;
  long result = emulate (fd, vec, vlen, flags, &copy);
  if (result > 0)
    {
      if (!tg_writable_object (timeout, sizeof *timeout))
        return -EFAULT;
      *timeout = copy;
    }
  return result;
}

int
__tg_fallback_recvmmsg (int fd, struct mmsghdr *vec, unsigned int vlen,
                        unsigned int flags, struct tg_time *timeout)
{
  /* With socketcall alone, EINVAL may be the result of the call itself.  */
  if (!TG_DIRECT && tg_op_present (TG_OP_recvmmsg))
    return (int)tg_return (-EINVAL);
  return (int)tg_return (
      __tg_emulate_recvmmsg (fd, vec, vlen, flags, timeout));
}
