/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-match.h"

#include "mattra-text.h"

/* Titles of which this share of letter pairs agrees are one title that was corrected. */
#define LIKE_SHARE 0.6
#define MAX_LETTERS 400

/* Places in the register under one key, in their order; those before @next are taken. */
typedef struct
{
  GArray *places;
  guint next;
} Queue;

typedef char *(*KeyFunc) (MattraMeasure *measure);

typedef struct
{
  GPtrArray *existing;
  gboolean *taken;
  KeyFunc key;
  GHashTable *queues;
} Pass;

static void
queue_free (Queue *queue)
{
  g_array_unref (queue->places);
  g_free (queue);
}

static char *
title_key (MattraMeasure *measure)
{
  const char *title = mattra_measure_get_title (measure);

  return mattra_text_fold_compare (title ? title : "");
}

static char *
number_key (MattraMeasure *measure)
{
  const char *section = mattra_measure_get_section (measure);

  return g_strdup_printf ("%d\n%s", mattra_measure_get_number (measure), section ? section : "");
}

static char *
exact_key (MattraMeasure *measure)
{
  g_autofree char *title = title_key (measure);
  g_autofree char *number = number_key (measure);

  return g_strconcat (number, "\n", title, NULL);
}

static void
pass_init (Pass      *self,
           GPtrArray *existing,
           gboolean  *taken,
           KeyFunc    key)
{
  *self = (Pass) { existing, taken, key, NULL };
  self->queues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) queue_free);
  for (guint i = 0; i < existing->len; i++)
    {
      g_autofree char *text = key (g_ptr_array_index (existing, i));
      Queue *queue = g_hash_table_lookup (self->queues, text);

      if (queue == NULL)
        {
          queue = g_new0 (Queue, 1);
          queue->places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->queues, g_steal_pointer (&text), queue);
        }
      g_array_append_val (queue->places, i);
    }
}

/* The first measure of the register under the key of @imported that no row has taken yet. */
static int
pass_find (Pass          *self,
           MattraMeasure *imported)
{
  g_autofree char *text = self->key (imported);
  Queue *queue = g_hash_table_lookup (self->queues, text);

  while (queue && queue->next < queue->places->len)
    {
      guint place = g_array_index (queue->places, guint, queue->next);

      if (!self->taken[place])
        return (int) place;
      queue->next++;
    }
  return -1;
}

static GHashTable *
letter_pairs (const char *title,
              guint      *n_pairs)
{
  GHashTable *pairs = g_hash_table_new (NULL, NULL);
  g_autofree char *folded = mattra_text_fold_compare (title ? title : "");
  gunichar before = 0;

  *n_pairs = 0;
  for (const char *p = folded; *p != '\0' && *n_pairs < MAX_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gpointer key = GUINT_TO_POINTER (before * 65537u + letter);

      g_hash_table_insert (pairs, key,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (pairs, key)) + 1));
      (*n_pairs)++;
      before = letter;
    }
  return pairs;
}

/* Share of letter pairs that two titles have in common (Dice's coefficient). */
static gboolean
titles_alike (MattraMeasure *one,
              MattraMeasure *other)
{
  guint n_one = 0;
  guint n_other = 0;
  g_autoptr (GHashTable) pairs = letter_pairs (mattra_measure_get_title (one), &n_one);
  g_autoptr (GHashTable) others = letter_pairs (mattra_measure_get_title (other), &n_other);
  GHashTableIter iter;
  gpointer key, value;
  guint shared = 0;

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &key, &value))
    shared += MIN (GPOINTER_TO_UINT (value), GPOINTER_TO_UINT (g_hash_table_lookup (others, key)));
  return n_one + n_other > 0 && 2.0 * shared >= LIKE_SHARE * (n_one + n_other);
}

static MattraMatchKind
judge (MattraMeasure *imported,
       MattraMeasure *found,
       KeyFunc        key)
{
  if (key != number_key)
    return MATTRA_MATCH_TITLE;
  return titles_alike (imported, found) ? MATTRA_MATCH_NUMBER : MATTRA_MATCH_DOUBTFUL;
}

static void
run_pass (GPtrArray *imported,
          GPtrArray *existing,
          gboolean  *taken,
          KeyFunc    key,
          GArray    *matches)
{
  Pass pass;

  pass_init (&pass, existing, taken, key);
  for (guint i = 0; i < imported->len; i++)
    {
      MattraMeasure *row = g_ptr_array_index (imported, i);
      MattraMatch *match = &g_array_index (matches, MattraMatch, i);
      int place = match->kind == MATTRA_MATCH_NEW ? pass_find (&pass, row) : -1;

      if (place < 0 || (key == number_key && mattra_measure_get_number (row) <= 0))
        continue;
      match->measure = g_ptr_array_index (existing, (guint) place);
      match->kind = judge (row, match->measure, key);
      taken[place] = match->kind != MATTRA_MATCH_DOUBTFUL;
    }
  g_hash_table_unref (pass.queues);
}

/**
 * mattra_match_measures:
 * @imported: (element-type MattraMeasure): rows of a document
 * @existing: (element-type MattraMeasure): measures of a register
 *
 * Matches rows by title, white space and digits apart, and what is left by number. Where several have
 * the same title, those with the same number and section come together first. No measure is matched
 * twice. Rule: exchange of documents, point 10.
 *
 * Returns: (transfer full) (element-type MattraMatch): a match for each row; its measure belongs to
 *   @existing
 */
GArray *
mattra_match_measures (GPtrArray *imported,
                       GPtrArray *existing)
{
  static const KeyFunc keys[] = { exact_key, title_key, number_key };
  GArray *matches = NULL;
  g_autofree gboolean *taken = NULL;

  g_return_val_if_fail (imported != NULL && existing != NULL, NULL);

  matches = g_array_sized_new (FALSE, TRUE, sizeof (MattraMatch), imported->len);
  g_array_set_size (matches, imported->len);
  taken = g_new0 (gboolean, existing->len + 1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    run_pass (imported, existing, taken, keys[i], matches);
  return matches;
}
