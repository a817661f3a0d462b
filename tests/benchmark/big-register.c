/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-register.h"

#include <gio/gio.h>

#include "mattra-digits.h"
#include "mattra-store.h"

static GPtrArray *
load_all (MattraStore *store,
          MattraPlan  *plan)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));
  g_autoptr (GError) error = NULL;
  GPtrArray *measures = NULL;

  if (mattra_store_list_keys (store, mattra_plan_get_id (plan), NULL, keys, &error))
    measures = mattra_store_load_measures (store, mattra_plan_get_id (plan),
                                           &g_array_index (keys, MattraMeasureKey, 0), keys->len, &error);
  if (measures == NULL)
    g_error ("%s", error->message);
  return measures;
}

static MattraItem *
copy_item (const MattraItem *from,
           const char       *tag)
{
  MattraItem *item = mattra_item_copy (from);

  g_clear_pointer (&item->id, g_free);
  if (item->none)
    return item;
  g_free (item->text);
  item->text = g_strconcat (from->text, tag, NULL);
  return item;
}

static void
copy_answers (MattraMeasure *from,
              MattraMeasure *to,
              const char    *tag)
{
  GPtrArray *answers = mattra_measure_get_answers (from);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      MattraAnswer *copy = mattra_measure_ensure_answer (to, mattra_answer_get_round (answer),
                                                         mattra_answer_get_division (answer));

      mattra_answer_set_stated (copy, mattra_answer_get_stated (answer));
      for (MattraItemKind kind = MATTRA_ITEM_RESULT; kind < MATTRA_N_ITEM_KINDS; kind++)
        {
          GPtrArray *items = mattra_answer_get_items (answer, kind);

          for (guint j = 0; j < items->len; j++)
            mattra_answer_take_item (copy, kind, copy_item (g_ptr_array_index (items, j), tag));
        }
    }
}

/* Each row's texts are its own, so that no cache of whole cells helps. */
static MattraMeasure *
copy_measure (MattraMeasure *from,
              guint          number)
{
  MattraMeasure *to = mattra_measure_new ();
  GPtrArray *parties = mattra_measure_get_parties (from);
  g_autofree char *digits = mattra_digits_format ((int) number, MATTRA_DIGITS_THAI);
  g_autofree char *tag = g_strdup_printf (" (%s)", digits);
  g_autofree char *title = g_strconcat (mattra_measure_get_title (from), tag, NULL);

  mattra_measure_set_number (to, (int) number);
  mattra_measure_set_title (to, title);
  mattra_measure_set_section (to, mattra_measure_get_section (from));
  mattra_measure_set_period_text (to, mattra_measure_get_period_text (from));
  mattra_measure_set_period_start (to, mattra_measure_get_period_start (from));
  mattra_measure_set_period_end (to, mattra_measure_get_period_end (from));
  mattra_measure_set_ita_indicator (to, mattra_measure_get_ita_indicator (from));
  for (MattraItemKind kind = MATTRA_ITEM_STEP; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    {
      GPtrArray *items = mattra_measure_get_items (from, kind);

      for (guint i = 0; i < items->len; i++)
        mattra_measure_take_item (to, kind, copy_item (g_ptr_array_index (items, i), tag));
    }
  for (guint i = 0; i < parties->len; i++)
    mattra_measure_take_party (to, mattra_party_copy (g_ptr_array_index (parties, i)));
  copy_answers (from, to, tag);
  return to;
}

static void
add_copies (MattraStore *store,
            guint        n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, 2569, &error);
  g_autoptr (GPtrArray) measures = load_all (store, plan);
  gboolean done = mattra_store_begin_act (store, "import", NULL, MATTRA_ACT_IMPORT, &error);

  for (guint i = measures->len; done && i < n; i++)
    {
      g_autoptr (MattraMeasure) copy = copy_measure (g_ptr_array_index (measures, i % measures->len), i + 1);

      done = mattra_store_insert_measure (store, mattra_plan_get_id (plan), copy, &error);
    }
  if (!done || !mattra_store_commit_act (store, &error))
    g_error ("%s", error->message);
}

/* Makes a register of @n measures: the sample's, again and again. */
void
big_register_make (const char *path,
                   guint       n)
{
  g_autofree char *sample = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "samples", "dontawan-2569.mattra", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  store = mattra_store_open (path, FALSE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  add_copies (store, n);
}
