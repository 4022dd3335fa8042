/* raise.c - for libgcc's division by zero on arm.  */
/* SPDX-License-Identifier: MIT */

#include <signal.h>
#include <unistd.h>

/* The EABI lets a program have its own functions for that; libgcc's, which is
   in every program that divides 64-bit integers, sends itself SIGFPE.  */
extern int raise (int sig);

int
raise (int sig)
{
  return tgkill (getpid (), gettid (), sig);
}
