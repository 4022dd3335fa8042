/* rights.h - rights of the process of a case.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_RIGHTS_H
#define CONFORM_RIGHTS_H

/* Whether root lacks the rights over a network of its own.  */
extern int lacks_rights (void);
/* Give up all rights that a user other than root may have kept.  */
extern void drop_rights (void);

#endif
