/* recvmmsg.c - by recvmsg, for Linux before 2.6.33.  */
/* SPDX-License-Identifier: MIT */

/* The stub comes here on ENOSYS of the direct path, or of the operation, or on
   EINVAL of the operation, which an old kernel says to one that it does not
   know.  Number and operation are both of 2.6.33 (i386, x86_64), so the other
   path is no help.  May go when no kernel before 2.6.33 matters.

   As in the kernel the time is looked at only when a message has come.
   Limitations: an error after the first message is lost, where the kernel
   keeps it for the next call on the socket; a signal may come between
   messages, and one whose handler has SA_RESTART does not end the call after
   the first message, as it does in the kernel.  */

#include <fallback.h>
#include <stddef.h>
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

/* What is left of TIMEOUT since START, at least nothing.  */
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

/* One message; a negated errno, or its length, which is stored.  */
static long
receive (int fd, struct mmsghdr *one, unsigned int flags)
{
  const long args[6] = { fd, (long)&one->msg_hdr, (long)flags };
  long result = tg_call (TG_NR_recvmsg, TG_OP_recvmsg, args);
  if (result >= 0 && !tg_writable_4 (&one->msg_len))
    result = -EFAULT;
  if (result >= 0)
    one->msg_len = (unsigned int)result;
  return result;
}

/* TIMEOUT is a copy, or null; what is left of it is stored there.  */
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
      result = receive (fd, &vec[done], flags & ~(unsigned int)MSG_WAITFORONE);
      if (result < 0)
        break;
      done++;
      if (flags & MSG_WAITFORONE)
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

static long
with_time (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
           struct tg_time *timeout)
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
  /* Through socketcall it may have been the call's own EINVAL.  */
  if (!TG_DIRECT && tg_op_present (TG_OP_recvmmsg))
    return (int)tg_return (-EINVAL);
  return (int)tg_return (with_time (fd, vec, vlen, flags, timeout));
}
