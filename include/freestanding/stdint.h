/* stdint.h - integers of given widths, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_STDINT_H
#define _TG_STDINT_H

/* The compiler's stdint.h includes the libc's unless -ffreestanding is given,
   so this one replaces it.  All definitions are the compiler's; the fast types
   may differ between compilers, so our interfaces do not use them.  */

#define _TG_TYPES(width) \
  typedef __INT##width##_TYPE__ int##width##_t; \
  typedef __UINT##width##_TYPE__ uint##width##_t; \
  typedef __INT_LEAST##width##_TYPE__ int_least##width##_t; \
  typedef __UINT_LEAST##width##_TYPE__ uint_least##width##_t; \
  typedef __INT_FAST##width##_TYPE__ int_fast##width##_t; \
  typedef __UINT_FAST##width##_TYPE__ uint_fast##width##_t;

_TG_TYPES (8)
_TG_TYPES (16)
_TG_TYPES (32)
_TG_TYPES (64)
#undef _TG_TYPES

typedef __INTPTR_TYPE__ intptr_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __INTMAX_TYPE__ intmax_t;
typedef __UINTMAX_TYPE__ uintmax_t;

#define INT8_MIN (-INT8_MAX - 1)
#define INT8_MAX __INT8_MAX__
#define UINT8_MAX __UINT8_MAX__
#define INT16_MIN (-INT16_MAX - 1)
#define INT16_MAX __INT16_MAX__
#define UINT16_MAX __UINT16_MAX__
#define INT32_MIN (-INT32_MAX - 1)
#define INT32_MAX __INT32_MAX__
#define UINT32_MAX __UINT32_MAX__
#define INT64_MIN (-INT64_MAX - 1)
#define INT64_MAX __INT64_MAX__
#define UINT64_MAX __UINT64_MAX__

#define INT_LEAST8_MIN (-INT_LEAST8_MAX - 1)
#define INT_LEAST8_MAX __INT_LEAST8_MAX__
#define UINT_LEAST8_MAX __UINT_LEAST8_MAX__
#define INT_LEAST16_MIN (-INT_LEAST16_MAX - 1)
#define INT_LEAST16_MAX __INT_LEAST16_MAX__
#define UINT_LEAST16_MAX __UINT_LEAST16_MAX__
#define INT_LEAST32_MIN (-INT_LEAST32_MAX - 1)
#define INT_LEAST32_MAX __INT_LEAST32_MAX__
#define UINT_LEAST32_MAX __UINT_LEAST32_MAX__
#define INT_LEAST64_MIN (-INT_LEAST64_MAX - 1)
#define INT_LEAST64_MAX __INT_LEAST64_MAX__
#define UINT_LEAST64_MAX __UINT_LEAST64_MAX__

#define INT_FAST8_MIN (-INT_FAST8_MAX - 1)
#define INT_FAST8_MAX __INT_FAST8_MAX__
#define UINT_FAST8_MAX __UINT_FAST8_MAX__
#define INT_FAST16_MIN (-INT_FAST16_MAX - 1)
#define INT_FAST16_MAX __INT_FAST16_MAX__
#define UINT_FAST16_MAX __UINT_FAST16_MAX__
#define INT_FAST32_MIN (-INT_FAST32_MAX - 1)
#define INT_FAST32_MAX __INT_FAST32_MAX__
#define UINT_FAST32_MAX __UINT_FAST32_MAX__
#define INT_FAST64_MIN (-INT_FAST64_MAX - 1)
#define INT_FAST64_MAX __INT_FAST64_MAX__
#define UINT_FAST64_MAX __UINT_FAST64_MAX__

#define INTPTR_MIN (-INTPTR_MAX - 1)
#define INTPTR_MAX __INTPTR_MAX__
#define UINTPTR_MAX __UINTPTR_MAX__
#define INTMAX_MIN (-INTMAX_MAX - 1)
#define INTMAX_MAX __INTMAX_MAX__
#define UINTMAX_MAX __UINTMAX_MAX__

#define PTRDIFF_MIN (-PTRDIFF_MAX - 1)
#define PTRDIFF_MAX __PTRDIFF_MAX__
#define SIZE_MAX __SIZE_MAX__
#define SIG_ATOMIC_MIN (-SIG_ATOMIC_MAX - 1)
#define SIG_ATOMIC_MAX __SIG_ATOMIC_MAX__
#define WCHAR_MIN (0 < (__WCHAR_TYPE__) -1 ? 0 : -WCHAR_MAX - 1)
#define WCHAR_MAX __WCHAR_MAX__
#define WINT_MIN (0 < (__WINT_TYPE__) -1 ? 0 : -WINT_MAX - 1)
#define WINT_MAX __WINT_MAX__

/* gcc defines a macro that appends the suffix, clang the suffix itself.  */
#ifdef __INT64_C
# define INT8_C(c) __INT8_C (c)
# define INT16_C(c) __INT16_C (c)
# define INT32_C(c) __INT32_C (c)
# define INT64_C(c) __INT64_C (c)
# define UINT8_C(c) __UINT8_C (c)
# define UINT16_C(c) __UINT16_C (c)
# define UINT32_C(c) __UINT32_C (c)
# define UINT64_C(c) __UINT64_C (c)
# define INTMAX_C(c) __INTMAX_C (c)
# define UINTMAX_C(c) __UINTMAX_C (c)
#else
# define _TG_PASTE(c, suffix) c##suffix
# define _TG_SUFFIX(c, suffix) _TG_PASTE (c, suffix)
# define INT8_C(c) _TG_SUFFIX (c, __INT8_C_SUFFIX__)
# define INT16_C(c) _TG_SUFFIX (c, __INT16_C_SUFFIX__)
# define INT32_C(c) _TG_SUFFIX (c, __INT32_C_SUFFIX__)
# define INT64_C(c) _TG_SUFFIX (c, __INT64_C_SUFFIX__)
# define UINT8_C(c) _TG_SUFFIX (c, __UINT8_C_SUFFIX__)
# define UINT16_C(c) _TG_SUFFIX (c, __UINT16_C_SUFFIX__)
# define UINT32_C(c) _TG_SUFFIX (c, __UINT32_C_SUFFIX__)
# define UINT64_C(c) _TG_SUFFIX (c, __UINT64_C_SUFFIX__)
# define INTMAX_C(c) _TG_SUFFIX (c, __INTMAX_C_SUFFIX__)
# define UINTMAX_C(c) _TG_SUFFIX (c, __UINTMAX_C_SUFFIX__)
#endif

#endif
