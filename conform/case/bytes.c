/* bytes.c - the checks of bytes in memory.  */
/* SPDX-License-Identifier: MIT */

#include "check.h"
#include "failure.h"
#include "report.h"
#include "text.h"

/* "0x41 at 3": a byte and where it is.  */
static void
put_byte (struct out *o, unsigned char byte, size_t at)
{
  put_hex (o, byte);
  put (o, " at ");
  put_number (o, (long long)at);
}

static void
bytes_differ (int site, const char *text, unsigned char want,
              unsigned char got, size_t at)
{
  if (failed_at (site, text))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      put_byte (&expected, want, at);
      put_byte (&given, got, at);
    }
  fail (0);
}

void
conform_bytes (const void *got, const void *want, size_t n, int site,
               const char *text)
{
  const unsigned char *g = got, *w = want;
  for (size_t i = 0; i < n; i++)
    if (g[i] != w[i])
      bytes_differ (site, text, w[i], g[i], i);
}

void
conform_untouched (const void *from, const void *end, int site,
                   const char *text)
{
  const unsigned char *at = from;
  for (; at < (const unsigned char *)end; at++)
    if (*at != 0xA5)
      bytes_differ (site, text, 0xA5, *at,
                    (size_t)(at - (const unsigned char *)from));
}
