/* memory.h - memory that is shared, or in reach of 32-bit pointers.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_MEMORY_H
#define CONFORM_MEMORY_H

/* Zeroed memory that the processes of cases share; exits if there is none.  */
extern void *shared_memory (unsigned long size);
/* Memory of this process; null if there is none.  */
extern void *private_memory (unsigned long size);
/* Memory that a 32-bit pointer reaches; null if there is none.  */
extern void *low_memory (unsigned long size);

#endif
