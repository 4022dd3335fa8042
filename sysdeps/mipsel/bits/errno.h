/* bits/errno.h - the error numbers of mips.  */
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
#define EAGAIN           11  /* would have to wait */
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
#define EDEADLK          45  /* would never end waiting */
#define ENAMETOOLONG     78  /* name too long */
#define ENOLCK           46  /* no locks left */
#define ENOSYS           89  /* the kernel lacks this call */
#define ENOTEMPTY        93  /* directory not empty */
#define ELOOP            90  /* too many symbolic links */
#define ENOMSG           35  /* no message of that type */
#define EIDRM            36  /* identifier was removed */
#define ECHRNG           37  /* channel out of range */
#define EL2NSYNC         38  /* level 2 out of step */
#define EL3HLT           39  /* level 3 halted */
#define EL3RST           40  /* level 3 reset */
#define ELNRNG           41  /* link out of range */
#define EUNATCH          42  /* no protocol driver */
#define ENOCSI           43  /* no CSI structure */
#define EL2HLT           44  /* level 2 halted */
#define EBADE            50  /* bad exchange */
#define EBADR            51  /* bad request descriptor */
#define EXFULL           52  /* exchange full */
#define ENOANO           53  /* no anode */
#define EBADRQC          54  /* bad request code */
#define EBADSLT          55  /* bad slot */
#define EBFONT           59  /* bad font file */
#define ENOSTR           60  /* not a stream */
#define ENODATA          61  /* no data */
#define ETIME            62  /* timer ran out */
#define ENOSR            63  /* no stream resources */
#define ENONET           64  /* not on the network */
#define ENOPKG           65  /* package not installed */
#define EREMOTE          66  /* object is remote */
#define ENOLINK          67  /* link was cut */
#define EADV             68  /* advertise error */
#define ESRMNT           69  /* srmount error */
#define ECOMM            70  /* sending failed */
#define EPROTO           71  /* protocol error */
#define EMULTIHOP        74  /* multihop attempted */
#define EDOTDOT          73  /* RFS error */
#define EBADMSG          77  /* damaged message */
#define EOVERFLOW        79  /* value too large for its type */
#define ENOTUNIQ         80  /* name not unique */
#define EBADFD           81  /* descriptor in a bad state */
#define EREMCHG          82  /* remote address changed */
#define ELIBACC          83  /* cannot open a shared library */
#define ELIBBAD          84  /* shared library is damaged */
#define ELIBSCN          85  /* bad section in a shared library */
#define ELIBMAX          86  /* too many shared libraries */
#define ELIBEXEC         87  /* a shared library is no program */
#define EILSEQ           88  /* not a valid character */
#define ERESTART         91  /* call should be restarted */
#define ESTRPIPE         92  /* stream pipe error */
#define EUSERS           94  /* too many users */
#define ENOTSOCK         95  /* not a socket */
#define EDESTADDRREQ     96  /* needs a destination */
#define EMSGSIZE         97  /* message too long */
#define EPROTOTYPE       98  /* protocol does not fit the type */
#define ENOPROTOOPT      99  /* no such option */
#define EPROTONOSUPPORT 120  /* no such protocol */
#define ESOCKTNOSUPPORT 121  /* no such socket type */
#define EOPNOTSUPP      122  /* not for this socket */
#define EPFNOSUPPORT    123  /* no such protocol family */
#define EAFNOSUPPORT    124  /* no such address family */
#define EADDRINUSE      125  /* address in use */
#define EADDRNOTAVAIL   126  /* not an address of this host */
#define ENETDOWN        127  /* network is down */
#define ENETUNREACH     128  /* no way to the network */
#define ENETRESET       129  /* network dropped the connection */
#define ECONNABORTED    130  /* connection was given up */
#define ECONNRESET      131  /* the peer reset the connection */
#define ENOBUFS         132  /* no buffer space */
#define EISCONN         133  /* connected already */
#define ENOTCONN        134  /* not connected */
#define ESHUTDOWN       143  /* shut down already */
#define ETOOMANYREFS    144  /* too many descriptors under way */
#define ETIMEDOUT       145  /* no answer in time */
#define ECONNREFUSED    146  /* nobody listens there */
#define EHOSTDOWN       147  /* host is down */
#define EHOSTUNREACH    148  /* no way to the host */
#define EALREADY        149  /* under way already */
#define EINPROGRESS     150  /* now under way */
#define ESTALE          151  /* stale file handle */
#define EUCLEAN         135  /* needs cleaning */
#define ENOTNAM         137  /* not a XENIX named file */
#define ENAVAIL         138  /* no XENIX semaphores */
#define EISNAM          139  /* is a XENIX named file */
#define EREMOTEIO       140  /* remote input or output failed */
#define EINIT           141  /* reserved */
#define EREMDEV         142  /* remote error */
#define EDQUOT         1133  /* over quota */
#define ENOMEDIUM       159  /* no medium */
#define EMEDIUMTYPE     160  /* wrong medium */
#define ECANCELED       158  /* was cancelled */
#define ENOKEY          161  /* no such key */
#define EKEYEXPIRED     162  /* key has expired */
#define EKEYREVOKED     163  /* key was revoked */
#define EKEYREJECTED    164  /* key was rejected */
#define EOWNERDEAD      165  /* owner of the lock died */
#define ENOTRECOVERABLE 166  /* lock cannot be recovered */
#define ERFKILL         167  /* radio is switched off */
#define EHWPOISON       168  /* memory page is damaged */

#define EWOULDBLOCK EAGAIN
#define EDEADLOCK   56
#define ENOTSUP     EOPNOTSUPP

#endif
