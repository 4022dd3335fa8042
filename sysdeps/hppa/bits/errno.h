/* bits/errno.h - the error numbers of hppa.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_ERRNO_H
#define _TG_BITS_ERRNO_H

/* errno(3), asm/errno.h; 41 and 58 are not used.  */
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
#define ENAMETOOLONG    248  /* name too long */
#define ENOLCK           46  /* no locks left */
#define ENOSYS          251  /* the kernel lacks this call */
#define ENOTEMPTY       247  /* directory not empty */
#define ELOOP           249  /* too many symbolic links */
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
#define EBADE           160  /* bad exchange */
#define EBADR           161  /* bad request descriptor */
#define EXFULL          162  /* exchange full */
#define ENOANO          163  /* no anode */
#define EBADRQC         164  /* bad request code */
#define EBADSLT         165  /* bad slot */
#define EBFONT          166  /* bad font file */
#define ENOSTR           54  /* not a stream */
#define ENODATA          51  /* no data */
#define ETIME            52  /* timer ran out */
#define ENOSR            53  /* no stream resources */
#define ENONET           50  /* not on the network */
#define ENOPKG           55  /* package not installed */
#define EREMOTE          71  /* object is remote */
#define ENOLINK          57  /* link was cut */
#define EADV             58  /* advertise error */
#define ESRMNT           59  /* srmount error */
#define ECOMM            60  /* sending failed */
#define EPROTO           61  /* protocol error */
#define EMULTIHOP        64  /* multihop attempted */
#define EDOTDOT          66  /* RFS error */
#define EBADMSG          67  /* damaged message */
#define EOVERFLOW        72  /* value too large for its type */
#define ENOTUNIQ        167  /* name not unique */
#define EBADFD          168  /* descriptor in a bad state */
#define EREMCHG         169  /* remote address changed */
#define ELIBACC         170  /* cannot open a shared library */
#define ELIBBAD         171  /* shared library is damaged */
#define ELIBSCN         172  /* bad section in a shared library */
#define ELIBMAX         173  /* too many shared libraries */
#define ELIBEXEC        174  /* a shared library is no program */
#define EILSEQ           47  /* not a valid character */
#define ERESTART        175  /* call should be restarted */
#define ESTRPIPE        176  /* stream pipe error */
#define EUSERS           68  /* too many users */
#define ENOTSOCK        216  /* not a socket */
#define EDESTADDRREQ    217  /* needs a destination */
#define EMSGSIZE        218  /* message too long */
#define EPROTOTYPE      219  /* protocol does not fit the type */
#define ENOPROTOOPT     220  /* no such option */
#define EPROTONOSUPPORT 221  /* no such protocol */
#define ESOCKTNOSUPPORT 222  /* no such socket type */
#define EOPNOTSUPP      223  /* not for this socket */
#define EPFNOSUPPORT    224  /* no such protocol family */
#define EAFNOSUPPORT    225  /* no such address family */
#define EADDRINUSE      226  /* address in use */
#define EADDRNOTAVAIL   227  /* not an address of this host */
#define ENETDOWN        228  /* network is down */
#define ENETUNREACH     229  /* no way to the network */
#define ENETRESET       230  /* network dropped the connection */
#define ECONNABORTED    231  /* connection was given up */
#define ECONNRESET      232  /* the peer reset the connection */
#define ENOBUFS         233  /* no buffer space */
#define EISCONN         234  /* connected already */
#define ENOTCONN        235  /* not connected */
#define ESHUTDOWN       236  /* shut down already */
#define ETOOMANYREFS    237  /* too many descriptors under way */
#define ETIMEDOUT       238  /* no answer in time */
#define ECONNREFUSED    239  /* nobody listens there */
#define EHOSTDOWN       241  /* host is down */
#define EHOSTUNREACH    242  /* no way to the host */
#define EALREADY        244  /* under way already */
#define EINPROGRESS     245  /* now under way */
#define ESTALE           70  /* stale file handle */
#define EUCLEAN         177  /* needs cleaning */
#define ENOTNAM         178  /* not a XENIX named file */
#define ENAVAIL         179  /* no XENIX semaphores */
#define EISNAM          180  /* is a XENIX named file */
#define EREMOTEIO       181  /* remote input or output failed */
#define EDQUOT           69  /* over quota */
#define ENOMEDIUM       182  /* no medium */
#define EMEDIUMTYPE     183  /* wrong medium */
#define ECANCELED       253  /* was cancelled */
#define ENOKEY          184  /* no such key */
#define EKEYEXPIRED     185  /* key has expired */
#define EKEYREVOKED     186  /* key was revoked */
#define EKEYREJECTED    187  /* key was rejected */
#define EOWNERDEAD      254  /* owner of the lock died */
#define ENOTRECOVERABLE 255  /* lock cannot be recovered */
#define ERFKILL         256  /* radio is switched off */
#define EHWPOISON       257  /* memory page is damaged */

#define ENOSYM          215  /* no such symbol */
#define EREMOTERELEASE  240  /* the peer released the connection */
#define ECANCELLED      ECANCELED
#define EREFUSED        ECONNREFUSED

#define EWOULDBLOCK EAGAIN
#define EDEADLOCK   EDEADLK
#define ENOTSUP     EOPNOTSUPP

#endif
