/* bits/errno.h - the error numbers of alpha.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_ERRNO_H
#define _TG_BITS_ERRNO_H

/* errno(3), asm/errno.h.  */
#define EPERM             1  /* not allowed */
#define ENOENT            2  /* no such file or directory */
#define ESRCH             3  /* no such process */
#define EINTR             4  /* a signal came first */
#define EIO               5  /* input or output failed */
#define ENXIO             6  /* no such device or address */
#define E2BIG             7  /* arguments too long */
#define ENOEXEC           8  /* not a program */
#define EBADF             9  /* no such open descriptor */
#define ECHILD           10  /* no child to wait for */
#define EAGAIN           35  /* would have to wait */
#define ENOMEM           12  /* no memory left */
#define EACCES           13  /* permission denied */
#define EFAULT           14  /* bad address */
#define ENOTBLK          15  /* not a block device */
#define EBUSY            16  /* in use */
#define EEXIST           17  /* exists already */
#define EXDEV            18  /* on another file system */
#define ENODEV           19  /* no such device */
#define ENOTDIR          20  /* not a directory */
#define EISDIR           21  /* is a directory */
#define EINVAL           22  /* bad argument */
#define ENFILE           23  /* too many open files in the system */
#define EMFILE           24  /* too many open files in the process */
#define ENOTTY           25  /* not for this kind of device */
#define ETXTBSY          26  /* the program is running */
#define EFBIG            27  /* file too large */
#define ENOSPC           28  /* no room on the device */
#define ESPIPE           29  /* cannot seek there */
#define EROFS            30  /* file system is read-only */
#define EMLINK           31  /* too many links */
#define EPIPE            32  /* nobody reads the other end */
#define EDOM             33  /* outside the domain of the function */
#define ERANGE           34  /* result out of range */
#define EDEADLK          11  /* would never end waiting */
#define ENAMETOOLONG     63  /* name too long */
#define ENOLCK           77  /* no locks left */
#define ENOSYS           78  /* the kernel lacks this call */
#define ENOTEMPTY        66  /* directory not empty */
#define ELOOP            62  /* too many symbolic links */
#define ENOMSG           80  /* no message of that type */
#define EIDRM            81  /* identifier was removed */
#define ECHRNG           88  /* channel out of range */
#define EL2NSYNC         89  /* level 2 out of step */
#define EL3HLT           90  /* level 3 halted */
#define EL3RST           91  /* level 3 reset */
#define ELNRNG           93  /* link out of range */
#define EUNATCH          94  /* no protocol driver */
#define ENOCSI           95  /* no CSI structure */
#define EL2HLT           96  /* level 2 halted */
#define EBADE            97  /* bad exchange */
#define EBADR            98  /* bad request descriptor */
#define EXFULL           99  /* exchange full */
#define ENOANO          100  /* no anode */
#define EBADRQC         101  /* bad request code */
#define EBADSLT         102  /* bad slot */
#define EBFONT          104  /* bad font file */
#define ENOSTR           87  /* not a stream */
#define ENODATA          86  /* no data */
#define ETIME            83  /* timer ran out */
#define ENOSR            82  /* no stream resources */
#define ENONET          105  /* not on the network */
#define ENOPKG           92  /* package not installed */
#define EREMOTE          71  /* object is remote */
#define ENOLINK         106  /* link was cut */
#define EADV            107  /* advertise error */
#define ESRMNT          108  /* srmount error */
#define ECOMM           109  /* sending failed */
#define EPROTO           85  /* protocol error */
#define EMULTIHOP       110  /* multihop attempted */
#define EDOTDOT         111  /* RFS error */
#define EBADMSG          84  /* damaged message */
#define EOVERFLOW       112  /* value too large for its type */
#define ENOTUNIQ        113  /* name not unique */
#define EBADFD          114  /* descriptor in a bad state */
#define EREMCHG         115  /* remote address changed */
#define ELIBACC         122  /* cannot open a shared library */
#define ELIBBAD         123  /* shared library is damaged */
#define ELIBSCN         124  /* bad section in a shared library */
#define ELIBMAX         125  /* too many shared libraries */
#define ELIBEXEC        126  /* a shared library is no program */
#define EILSEQ          116  /* not a valid character */
#define ERESTART        127  /* call should be restarted */
#define ESTRPIPE        128  /* stream pipe error */
#define EUSERS           68  /* too many users */
#define ENOTSOCK         38  /* not a socket */
#define EDESTADDRREQ     39  /* needs a destination */
#define EMSGSIZE         40  /* message too long */
#define EPROTOTYPE       41  /* protocol does not fit the type */
#define ENOPROTOOPT      42  /* no such option */
#define EPROTONOSUPPORT  43  /* no such protocol */
#define ESOCKTNOSUPPORT  44  /* no such socket type */
#define EOPNOTSUPP       45  /* not for this socket */
#define EPFNOSUPPORT     46  /* no such protocol family */
#define EAFNOSUPPORT     47  /* no such address family */
#define EADDRINUSE       48  /* address in use */
#define EADDRNOTAVAIL    49  /* not an address of this host */
#define ENETDOWN         50  /* network is down */
#define ENETUNREACH      51  /* no way to the network */
#define ENETRESET        52  /* network dropped the connection */
#define ECONNABORTED     53  /* connection was given up */
#define ECONNRESET       54  /* the peer reset the connection */
#define ENOBUFS          55  /* no buffer space */
#define EISCONN          56  /* connected already */
#define ENOTCONN         57  /* not connected */
#define ESHUTDOWN        58  /* shut down already */
#define ETOOMANYREFS     59  /* too many descriptors under way */
#define ETIMEDOUT        60  /* no answer in time */
#define ECONNREFUSED     61  /* nobody listens there */
#define EHOSTDOWN        64  /* host is down */
#define EHOSTUNREACH     65  /* no way to the host */
#define EALREADY         37  /* under way already */
#define EINPROGRESS      36  /* now under way */
#define ESTALE           70  /* stale file handle */
#define EUCLEAN         117  /* needs cleaning */
#define ENOTNAM         118  /* not a XENIX named file */
#define ENAVAIL         119  /* no XENIX semaphores */
#define EISNAM          120  /* is a XENIX named file */
#define EREMOTEIO       121  /* remote input or output failed */
#define EDQUOT           69  /* over quota */
#define ENOMEDIUM       129  /* no medium */
#define EMEDIUMTYPE     130  /* wrong medium */
#define ECANCELED       131  /* was cancelled */
#define ENOKEY          132  /* no such key */
#define EKEYEXPIRED     133  /* key has expired */
#define EKEYREVOKED     134  /* key was revoked */
#define EKEYREJECTED    135  /* key was rejected */
#define EOWNERDEAD      136  /* owner of the lock died */
#define ENOTRECOVERABLE 137  /* lock cannot be recovered */
#define ERFKILL         138  /* radio is switched off */
#define EHWPOISON       139  /* memory page is damaged */

#define EWOULDBLOCK EAGAIN
#define EDEADLOCK   EDEADLK
#define ENOTSUP     EOPNOTSUPP

#endif
