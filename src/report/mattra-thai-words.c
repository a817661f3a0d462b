/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-thai-words.h"

#include "mattra-break-letters.h"
#include "mattra-error.h"

#include <datrie/trie.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <thai/thbrk.h>

/* libthai's time grows faster than the length of a run without spaces, so that a long one is
 * split window by window: the next window begins at the last word that starts this early. */
#define WINDOW 120
#define WINDOW_KEPT 88

#define N_REMEMBERED 4096

/* The number that build-aux/make-dictionary gives to the words of our own lists. */
#define OWN_COMPOUND 1

enum
{
  WHOLE,
  BASE,
  N_DICTIONARIES
};

typedef struct
{
  guint8 length;
  guint8 letters[WINDOW];
  guint8 places[WINDOW];
} Remembered;

/* The texts of a report repeat their phrases, and looking one up is twenty times faster than
 * splitting it again. Each run has one place only, so the memory stays the same for any text. */
struct _MattraThaiWords
{
  ThBrk *splitters[N_DICTIONARIES];
  Trie *words;
  int positions[WINDOW + 1];
  Remembered *remembered;
};

static gboolean
open_dictionary (MattraThaiWords  *self,
                 guint             which,
                 const char       *folder,
                 GError          **error)
{
  g_autofree char *file = g_build_filename (folder, "thbrk.tri", NULL);

  self->splitters[which] = th_brk_new (file);
  if (which == WHOLE)
    self->words = trie_new_from_file (file);
  if (self->splitters[which] != NULL && self->words != NULL)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("The Thai dictionary “%s” is missing or damaged; install the program again"), file);
  return FALSE;
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

  for (guint i = 0; i < N_DICTIONARIES; i++)
    if (!open_dictionary (self, i, folders[i], error))
      return NULL;
  self->remembered = g_new0 (Remembered, N_REMEMBERED);
  return g_steal_pointer (&self);
}

void
mattra_thai_words_free (MattraThaiWords *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_DICTIONARIES; i++)
    g_clear_pointer (&self->splitters[i], th_brk_delete);
  g_clear_pointer (&self->words, trie_free);
  g_free (self->remembered);
  g_free (self);
}

static guint
place_of (const guint8 *tis,
          gsize         length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ tis[i]) * 16777619u;
  return (hash ^ hash >> 15) % N_REMEMBERED;
}

static void
split (MattraThaiWords *self,
       guint            which,
       Remembered      *run,
       guint8           place)
{
  guint8 letters[WINDOW + 1];
  int n;

  memcpy (letters, run->letters, run->length);
  letters[run->length] = 0;
  n = th_brk_find_breaks (self->splitters[which], letters, self->positions, WINDOW);
  for (int i = 0; i < n; i++)
    if (self->positions[i] > 0 && self->positions[i] < run->length)
      run->places[self->positions[i]] |= place;
}

static gboolean
is_start (const Remembered *run,
          guint             at)
{
  return at == 0 || at == run->length
         || (run->places[at] & (MATTRA_THAI_PLACE_WHOLE | MATTRA_THAI_PLACE_BASE)) != 0;
}

/* Two letters may make a word by accident: a word counts the less the shorter it is and the fewer
 * of its ends are ends of other words. */
static gboolean
is_reading (const Remembered *run,
            guint             from,
            guint             end)
{
  static const guint narrowest[] = { 7, 4, 0 };
  guint ends = is_start (run, from) + is_start (run, end);
  guint width = 0;

  for (guint i = from; i < end; i++)
    width += !MATTRA_TIS_IS_MARK (run->letters[i]);
  return width >= narrowest[ends];
}

static void
mark_word (Remembered *run,
           guint       from,
           guint       end,
           gboolean    compound)
{
  guint8 place = compound ? MATTRA_THAI_PLACE_IN_COMPOUND : MATTRA_THAI_PLACE_IN_WORD;

  for (guint i = from + 1; i < end; i++)
    run->places[i] |= place;
}

/* Marks the places over which words stand that begin at one place. */
static void
mark_words_from (Remembered *run,
                 TrieState  *state,
                 guint       from)
{
  trie_state_rewind (state);
  for (guint end = from; end < run->length; end++)
    {
      if (!trie_state_walk (state, run->letters[end] - 0xa0 + 0x0e00))
        return;
      if (end > from && trie_state_is_terminal (state) && is_reading (run, from, end + 1))
        mark_word (run, from, end + 1, trie_state_get_data (state) == OWN_COMPOUND);
    }
}

static void
mark_words (MattraThaiWords *self,
            Remembered      *run)
{
  TrieState *state = trie_root (self->words);

  for (guint from = 0; from < run->length; from++)
    if (MATTRA_TIS_IS_CONSONANT (run->letters[from]) || is_start (run, from))
      mark_words_from (run, state, from);
  trie_state_free (state);
}

static const Remembered *
read_window (MattraThaiWords *self,
             const guint8    *tis,
             gsize            length)
{
  Remembered *run = &self->remembered[place_of (tis, length)];

  g_assert (length > 0 && length <= WINDOW);
  if (run->length == length && memcmp (run->letters, tis, length) == 0)
    return run;

  run->length = length;
  memcpy (run->letters, tis, length);
  memset (run->places, 0, sizeof run->places);
  split (self, WHOLE, run, MATTRA_THAI_PLACE_WHOLE);
  split (self, BASE, run, MATTRA_THAI_PLACE_BASE);
  mark_words (self, run);
  return run;
}

/* Where the next window begins: where both readings have a word start, if there is such a place. */
static gsize
end_of_window (const Remembered *run)
{
  const guint8 both = MATTRA_THAI_PLACE_WHOLE | MATTRA_THAI_PLACE_BASE;
  gsize last = 0, last_both = 0;

  for (gsize i = 1; i < WINDOW_KEPT; i++)
    {
      if (run->places[i] & MATTRA_THAI_PLACE_WHOLE)
        last = i;
      if ((run->places[i] & both) == both)
        last_both = i;
    }
  return last_both > 0 ? last_both : last > 0 ? last : WINDOW_KEPT;
}

/*
 * mattra_thai_words_read:
 * @tis: @length Thai letters in TIS-620, without digits and signs
 * @places: (out): @length bytes, each set to the #MattraThaiPlace before its letter
 *
 * Splits a run of letters into words, in two ways, and looks for other words over their joints.
 * Linear in @length.
 */
void
mattra_thai_words_read (MattraThaiWords *self,
                        const guint8    *tis,
                        gsize            length,
                        guint8          *places)
{
  gsize from = 0;

  memset (places, 0, length);
  while (from < length)
    {
      gsize size = MIN (length - from, WINDOW);
      const Remembered *run = read_window (self, tis + from, size);
      gsize kept = from + size < length ? end_of_window (run) : size;

      for (gsize i = 0; i < kept; i++)
        places[from + i] |= run->places[i];
      from += kept;
      if (from < length)
        places[from] = run->places[kept];
    }
  if (length > 0)
    places[0] = MATTRA_THAI_PLACE_WHOLE | MATTRA_THAI_PLACE_BASE;
}
