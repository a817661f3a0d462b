/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-scores.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mattra-error.h"
#include "mattra-report.h"
#include "mattra-score-table.h"

static void
row_free (MattraScoreRow *self)
{
  g_free (self->name);
  g_free (self->instrument);
  g_free (self->class);
  g_free (self);
}

static double
score_of (GPtrArray *scores,
          int        indicator)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->indicator == indicator)
        return score->score;
    }
  return -1;
}

/**
 * mattra_scores_load:
 * @store: a register
 * @plan: the plan whose classes count
 * @fiscal_year: year of the assessment, B.E.
 * @error: why it could not be read
 *
 * Reads what the office scored in a year, beside the year before. A year without a catalogue has no indicators.
 *
 * Returns: (transfer full) (element-type MattraScoreRow) (nullable): the indicators in their order
 */
GPtrArray *
mattra_scores_load (MattraStore  *store,
                    MattraPlan   *plan,
                    int           fiscal_year,
                    GError      **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GPtrArray) before = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);

  if (!(entries = mattra_store_load_catalogue (store, MATTRA_CATALOGUE_INDICATOR, fiscal_year, error))
      || !(scores = mattra_store_list_scores (store, fiscal_year, error))
      || !(before = mattra_store_list_scores (store, fiscal_year - 1, error)))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < entries->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (entries, i);
      MattraScoreRow *row = g_new0 (MattraScoreRow, 1);

      row->indicator = atoi (entry->code);
      row->name = g_strdup (entry->name);
      row->instrument = g_strdup (entry->detail);
      row->score = score_of (scores, row->indicator);
      row->before = score_of (before, row->indicator);
      row->class = row->score >= 0 ? mattra_report_class_of_score (plan, row->score) : NULL;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
is_asked_for (GPtrArray *entries,
              int        indicator)
{
  for (guint i = 0; i < entries->len; i++)
    if (atoi (((const MattraCatalogueEntry *) g_ptr_array_index (entries, i))->code) == indicator)
      return TRUE;
  return FALSE;
}

static gboolean
check_year (MattraStore             *store,
            const char              *name,
            const MattraScoreEntry  *score,
            GError                 **error)
{
  g_autoptr (GPtrArray) entries = mattra_store_load_catalogue (store, MATTRA_CATALOGUE_INDICATOR, score->fiscal_year,
                                                               error);

  if (entries == NULL)
    return FALSE;
  if (is_asked_for (entries, score->indicator))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s, line %d, column %d: the assessment of fiscal year %d has no indicator %d"), name, score->line,
               score->column, score->fiscal_year, score->indicator);
  return FALSE;
}

static gboolean
set_scores (MattraStore  *store,
            const char   *name,
            GArray       *scores,
            GError      **error)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const MattraScoreEntry *score = &g_array_index (scores, MattraScoreEntry, i);

      if (!check_year (store, name, score, error)
          || !mattra_store_set_score (store, score->fiscal_year, score->indicator, score->score, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_scores_import:
 * @store: a register open for writing
 * @bytes: a table as mattra_score_table_read() takes it
 * @name: name of the document, for messages
 * @fiscal_year: year of scores of which the table does not say the year, B.E.
 * @n_scores: (out): how many scores the table has
 * @n_changes: (out): how many of them differ from what the register had
 * @error: why not; then nothing is changed
 *
 * Takes the scores of one or several years into the register, as one act. Scores that the table does not have stay.
 *
 * Returns: whether it was done
 */
gboolean
mattra_scores_import (MattraStore  *store,
                      GBytes       *bytes,
                      const char   *name,
                      int           fiscal_year,
                      guint        *n_scores,
                      guint        *n_changes,
                      GError      **error)
{
  g_autoptr (GArray) scores = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && n_scores != NULL && n_changes != NULL, FALSE);

  scores = mattra_score_table_read (bytes, name, fiscal_year, error);
  if (scores == NULL || !mattra_store_begin_act (store, "import-scores", NULL, MATTRA_ACT_IMPORT, error))
    return FALSE;
  if (!set_scores (store, name, scores, error))
    {
      mattra_store_abandon_act (store);
      return FALSE;
    }
  *n_scores = scores->len;
  *n_changes = mattra_store_count_changes (store);
  return mattra_store_commit_act (store, error);
}
