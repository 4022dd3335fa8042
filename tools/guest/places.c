/* places.c - finds the parts, the kernels and the kept guests.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct places places;

/* PATH without its last PARTS components.  */
static char *
above (const char *path, int parts)
{
  char *result = text ("%s", path);
  for (; parts > 0; parts--)
    {
      char *slash = strrchr (result, '/');
      if (slash)
        *slash = 0;
    }
  return result;
}

/* Kept guests belong to their user: those of another user are not in the
   build tree.  */
static void
find_state (const char *build, int is_build)
{
  struct stat s;
  const char *runtime = getenv ("XDG_RUNTIME_DIR");
  if (is_build && stat (build, &s) == 0 && s.st_uid == geteuid ()
      && access (build, W_OK) == 0)
    places.state = text ("%s/guest", build);
  else
    places.state = text ("%s/trapgate-%u",
                         runtime && *runtime == '/' ? runtime : "/tmp",
                         (unsigned)geteuid ());
}

/* The directories of the build tree, or else of the user.  build/ is below
   the config.mk that configure wrote.  */
void
places_find (void)
{
  char self[PATH_MAX];
  ssize_t length = readlink ("/proc/self/exe", self, sizeof self - 1);
  if (length < 0)
    die (GUEST_FAILED, "cannot find myself: %s; is /proc mounted?",
         strerror (errno));
  self[length] = 0;
  const char *named = getenv ("TRAPGATE_KERNELS");
  const char *data = getenv ("XDG_DATA_HOME"), *home = getenv ("HOME");
  char *build = above (self, 3);
  int is_build = access (text ("%s/../config.mk", build), F_OK) == 0;
  int count = 0;
  places.parts = text ("%s.d", self);
  if (named && *named)
    places.kernels[count++] = path_absolute (named);
  else if (is_build)
    places.kernels[count++] = text ("%s/kernels", build);
  if (data && *data == '/' && !(named && *named))
    places.kernels[count++] = text ("%s/trapgate/kernels", data);
  else if (home && *home == '/' && !(named && *named))
    places.kernels[count++] = text ("%s/.local/share/trapgate/kernels", home);
  places.bootstrap = text ("./bootstrap");
  if (!is_build && !(named && *named) && count > 0)
    places.bootstrap
        = text ("TRAPGATE_KERNELS=%s ./bootstrap", places.kernels[count - 1]);
  find_state (build, is_build);
}

/* A path names the same file in the guest, so it is passed unchanged.  */
char *
path_absolute (const char *path)
{
  char cwd[PATH_MAX];
  if (*path == '/')
    return text ("%s", path);
  if (!getcwd (cwd, sizeof cwd) || *cwd != '/')
    die (WRONG, "the working directory cannot be named: %s; go to another",
         strerror (errno));
  return text ("%s/%s", cwd, path);
}
