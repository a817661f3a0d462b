/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-thai-words.h"

#include "mattra-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <thai/thbrk.h>

/* libthai's time grows faster than the length of a run without spaces, so that a long one is
 * split window by window: the next window begins at the last word that starts this early. */
#define WINDOW 120
#define WINDOW_KEPT 88

#define N_REMEMBERED 2048

typedef struct
{
  guint8 length;
  guint8 kind;
  guint8 letters[WINDOW];
  guint64 starts[2];
} Remembered;

/* The texts of a report repeat their phrases, and looking one up is twenty times faster than
 * splitting it again. Each run has one place only, so the memory stays the same for any text. */
struct _MattraThaiWords
{
  ThBrk *splitters[2];
  int positions[WINDOW + 1];
  Remembered *remembered;
};

static ThBrk *
open_dictionary (const char  *folder,
                 GError     **error)
{
  g_autofree char *file = g_build_filename (folder, "thbrk.tri", NULL);
  ThBrk *splitter = th_brk_new (file);

  if (splitter == NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("The Thai dictionary “%s” is missing or damaged; install the program again"),
                 file);
  return splitter;
}

/*
 * mattra_thai_words_new:
 * @folder: holds thbrk.tri and base/thbrk.tri
 *
 * Opens the two dictionaries. One object serves one thread.
 */
MattraThaiWords *
mattra_thai_words_new (const char  *folder,
                       GError     **error)
{
  g_autoptr (MattraThaiWords) self = g_new0 (MattraThaiWords, 1);
  g_autofree char *base = g_build_filename (folder, "base", NULL);
  const char *folders[] = { folder, base };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      self->splitters[i] = open_dictionary (folders[i], error);
      if (self->splitters[i] == NULL)
        return NULL;
    }
  self->remembered = g_new0 (Remembered, N_REMEMBERED);
  return g_steal_pointer (&self);
}

void
mattra_thai_words_free (MattraThaiWords *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->splitters); i++)
    g_clear_pointer (&self->splitters[i], th_brk_delete);
  g_free (self->remembered);
  g_free (self);
}

static guint
place_of (guint8        kind,
          const guint8 *tis,
          gsize         length)
{
  guint32 hash = 2166136261u + kind;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ tis[i]) * 16777619u;
  return (hash ^ hash >> 15) % N_REMEMBERED;
}

static const Remembered *
split_window (MattraThaiWords     *self,
              MattraThaiWordsKind  kind,
              const guint8        *tis,
              gsize                length)
{
  Remembered *run = &self->remembered[place_of (kind, tis, length)];
  guint8 letters[WINDOW + 1];
  int n;

  g_assert (length > 0 && length <= WINDOW);
  if (run->length == length && run->kind == kind && memcmp (run->letters, tis, length) == 0)
    return run;

  memcpy (letters, tis, length);
  letters[length] = 0;
  n = th_brk_find_breaks (self->splitters[kind], letters, self->positions, WINDOW);
  run->length = length;
  run->kind = kind;
  memcpy (run->letters, tis, length);
  memset (run->starts, 0, sizeof run->starts);
  for (int i = 0; i < n; i++)
    if (self->positions[i] > 0 && (gsize) self->positions[i] < length)
      run->starts[self->positions[i] / 64] |= G_GUINT64_CONSTANT (1) << self->positions[i] % 64;
  return run;
}

/*
 * mattra_thai_words_split:
 * @tis: @length Thai letters in TIS-620, without digits and signs
 * @starts: (out): @length bytes, set to 1 where a word starts and to 0 elsewhere
 *
 * Splits a run of letters into words. Linear in @length.
 */
void
mattra_thai_words_split (MattraThaiWords     *self,
                         MattraThaiWordsKind  kind,
                         const guint8        *tis,
                         gsize                length,
                         guint8              *starts)
{
  gsize from = 0;

  memset (starts, 0, length);
  while (from < length)
    {
      gsize size = MIN (length - from, WINDOW);
      gsize limit = from + size < length ? WINDOW_KEPT : size;
      const Remembered *run = split_window (self, kind, tis + from, size);
      gsize last = 0;

      for (gsize i = 1; i < limit; i++)
        if (run->starts[i / 64] >> i % 64 & 1)
          {
            starts[from + i] = 1;
            last = i;
          }
      from += limit == size || last == 0 ? limit : last;
    }
  if (length > 0)
    starts[0] = 1;
}
