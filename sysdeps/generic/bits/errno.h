/* bits/errno.h - the error numbers that most architectures have.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_ERRNO_H
#define _TG_BITS_ERRNO_H

/* errno(3), asm-generic/errno.h; 41 and 58 are not used.  */
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
#define EDEADLK          35  /* would never end waiting */
#define ENAMETOOLONG     36  /* name too long */
#define ENOLCK           37  /* no locks left */
#define ENOSYS           38  /* the kernel lacks this call */
#define ENOTEMPTY        39  /* directory not empty */
#define ELOOP            40  /* too many symbolic links */
#define ENOMSG           42  /* no message of that type */
#define EIDRM            43  /* identifier was removed */
#define ECHRNG           44  /* channel out of range */
#define EL2NSYNC         45  /* level 2 out of step */
#define EL3HLT           46  /* level 3 halted */
#define EL3RST           47  /* level 3 reset */
#define ELNRNG           48  /* link out of range */
#define EUNATCH          49  /* no protocol driver */
#define ENOCSI           50  /* no CSI structure */
#define EL2HLT           51  /* level 2 halted */
#define EBADE            52  /* bad exchange */
#define EBADR            53  /* bad request descriptor */
#define EXFULL           54  /* exchange full */
#define ENOANO           55  /* no anode */
#define EBADRQC          56  /* bad request code */
#define EBADSLT          57  /* bad slot */
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
#define EMULTIHOP        72  /* multihop attempted */
#define EDOTDOT          73  /* RFS error */
#define EBADMSG          74  /* damaged message */
#define EOVERFLOW        75  /* value too large for its type */
#define ENOTUNIQ         76  /* name not unique */
#define EBADFD           77  /* descriptor in a bad state */
#define EREMCHG          78  /* remote address changed */
#define ELIBACC          79  /* cannot open a shared library */
#define ELIBBAD          80  /* shared library is damaged */
#define ELIBSCN          81  /* bad section in a shared library */
#define ELIBMAX          82  /* too many shared libraries */
#define ELIBEXEC         83  /* a shared library is no program */
#define EILSEQ           84  /* not a valid character */
#define ERESTART         85  /* call should be restarted */
#define ESTRPIPE         86  /* stream pipe error */
#define EUSERS           87  /* too many users */
#define ENOTSOCK         88  /* not a socket */
#define EDESTADDRREQ     89  /* needs a destination */
#define EMSGSIZE         90  /* message too long */
#define EPROTOTYPE       91  /* protocol does not fit the type */
#define ENOPROTOOPT      92  /* no such option */
#define EPROTONOSUPPORT  93  /* no such protocol */
#define ESOCKTNOSUPPORT  94  /* no such socket type */
#define EOPNOTSUPP       95  /* not for this socket */
#define EPFNOSUPPORT     96  /* no such protocol family */
#define EAFNOSUPPORT     97  /* no such address family */
#define EADDRINUSE       98  /* address in use */
#define EADDRNOTAVAIL    99  /* not an address of this host */
#define ENETDOWN        100  /* network is down */
#define ENETUNREACH     101  /* no way to the network */
#define ENETRESET       102  /* network dropped the connection */
#define ECONNABORTED    103  /* connection was given up */
#define ECONNRESET      104  /* the peer reset the connection */
#define ENOBUFS         105  /* no buffer space */
#define EISCONN         106  /* connected already */
#define ENOTCONN        107  /* not connected */
#define ESHUTDOWN       108  /* shut down already */
#define ETOOMANYREFS    109  /* too many descriptors under way */
#define ETIMEDOUT       110  /* no answer in time */
#define ECONNREFUSED    111  /* nobody listens there */
#define EHOSTDOWN       112  /* host is down */
#define EHOSTUNREACH    113  /* no way to the host */
#define EALREADY        114  /* under way already */
#define EINPROGRESS     115  /* now under way */
#define ESTALE          116  /* stale file handle */
#define EUCLEAN         117  /* needs cleaning */
#define ENOTNAM         118  /* not a XENIX named file */
#define ENAVAIL         119  /* no XENIX semaphores */
#define EISNAM          120  /* is a XENIX named file */
#define EREMOTEIO       121  /* remote input or output failed */
#define EDQUOT          122  /* over quota */
#define ENOMEDIUM       123  /* no medium */
#define EMEDIUMTYPE     124  /* wrong medium */
#define ECANCELED       125  /* was cancelled */
#define ENOKEY          126  /* no such key */
#define EKEYEXPIRED     127  /* key has expired */
#define EKEYREVOKED     128  /* key was revoked */
#define EKEYREJECTED    129  /* key was rejected */
#define EOWNERDEAD      130  /* owner of the lock died */
#define ENOTRECOVERABLE 131  /* lock cannot be recovered */
#define ERFKILL         132  /* radio is switched off */
#define EHWPOISON       133  /* memory page is damaged */

#define EWOULDBLOCK EAGAIN
#include <bits/errno-more.h>
#define ENOTSUP     EOPNOTSUPP

#endif
