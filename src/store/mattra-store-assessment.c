/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* What an office reads in its scores, how it answers the items of the assessment, and what those are called. Rows of a
 * year have keys that follow from what they are about, so that two machines make the same row. */

static char *
key_of (MattraStore *self,
        int          fiscal_year,
        const char  *what,
        const char  *about)
{
  g_autofree char *year = g_strdup_printf ("%d", fiscal_year);
  g_autofree char *name = g_strconcat (what, "/" MATTRA_SCHEME "/", about, NULL);

  return mattra_ulid_derive (self->organisation, year, name);
}

static char *
analysis_key (MattraStore *self,
              int          fiscal_year,
              gboolean     topic,
              int          number)
{
  g_autofree char *about = g_strdup_printf ("%s/%d", topic ? "topic" : "indicator", number);

  return key_of (self, fiscal_year, "analysis", about);
}

/* Reading */

static void
add_analyses (MattraStore *self,
              MattraPlan  *plan,
              GPtrArray   *entries,
              gboolean     topic)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (entries, i);
      MattraAnalysis *analysis = g_new0 (MattraAnalysis, 1);

      analysis->topic = topic;
      analysis->number = atoi (entry->code);
      analysis->id = analysis_key (self, mattra_plan_get_analysed_year (plan), topic, analysis->number);
      analysis->name = g_strdup (entry->name);
      analysis->instrument = topic ? NULL : g_strdup (entry->detail);
      analysis->score = analysis->before = -1;
      g_ptr_array_add (mattra_plan_get_analyses (plan), analysis);
    }
}

static void
take_scores (MattraPlan *plan,
             GPtrArray  *scores,
             gboolean    before)
{
  GPtrArray *analyses = mattra_plan_get_analyses (plan);

  for (guint i = 0; i < analyses->len; i++)
    for (guint j = 0; j < scores->len; j++)
      {
        MattraAnalysis *analysis = g_ptr_array_index (analyses, i);
        const MattraIndicatorScore *score = g_ptr_array_index (scores, j);

        if (!analysis->topic && analysis->number == score->indicator)
          *(before ? &analysis->before : &analysis->score) = score->score;
      }
}

static gboolean
take_analysis (const MattraValue *row,
               gpointer           user_data)
{
  GPtrArray *analyses = user_data;
  gboolean topic = g_strcmp0 (mattra_value_get_text (&row[0]), "topic") == 0;

  for (guint i = 0; i < analyses->len; i++)
    {
      MattraAnalysis *analysis = g_ptr_array_index (analyses, i);

      if (analysis->topic != topic || analysis->number != row[1].integer)
        continue;
      mattra_value_copy_text (&analysis->strength, &row[2]);
      mattra_value_copy_text (&analysis->weakness, &row[3]);
      mattra_value_copy_text (&analysis->cause, &row[4]);
      mattra_value_copy_text (&analysis->remedy, &row[5]);
    }
  return TRUE;
}

static gboolean
load_analyses (MattraStore  *self,
               MattraPlan   *plan,
               GError      **error)
{
  int year = mattra_plan_get_analysed_year (plan);
  MattraValue values[] = { mattra_value_integer (year), mattra_value_text (MATTRA_SCHEME) };
  g_autoptr (GPtrArray) indicators = mattra_store_load_catalogue (self, MATTRA_CATALOGUE_INDICATOR, year, error);
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GPtrArray) before = NULL;

  if (indicators == NULL
      || !(topics = mattra_store_load_catalogue (self, MATTRA_CATALOGUE_TOPIC, mattra_plan_get_fiscal_year (plan), error))
      || !(scores = mattra_store_list_scores (self, year, error))
      || !(before = mattra_store_list_scores (self, year - 1, error)))
    return FALSE;
  add_analyses (self, plan, indicators, FALSE);
  add_analyses (self, plan, topics, TRUE);
  take_scores (plan, scores, FALSE);
  take_scores (plan, before, TRUE);
  return mattra_store_query (self, MATTRA_QUERY_LIST_ANALYSES, values, 2, take_analysis, mattra_plan_get_analyses (plan),
                             error);
}

static gboolean
take_publication (const MattraValue *row,
                  gpointer           user_data)
{
  MattraPublication *publication = NULL;
  GPtrArray *publications = user_data;

  for (guint i = 0; i < publications->len && publication == NULL; i++)
    {
      MattraPublication *one = g_ptr_array_index (publications, i);

      if (one->fiscal_year == row[0].integer && g_strcmp0 (one->report, mattra_value_get_text (&row[1])) == 0)
        publication = one;
    }
  if (publication == NULL)
    return TRUE;
  mattra_value_copy_text (&publication->seal, &row[2]);
  publication->version = row[3].type == MATTRA_VALUE_INTEGER ? (int) row[3].integer : 0;
  mattra_value_copy_text (&publication->file_name, &row[4]);
  mattra_value_copy_text (&publication->url, &row[5]);
  mattra_value_copy_text (&publication->menu_path, &row[6]);
  publication->posted_on = mattra_value_get_date (&row[7]);
  mattra_value_copy_text (&publication->explanation, &row[8]);
  mattra_value_copy_text (&publication->approved_by, &row[9]);
  publication->approved_on = mattra_value_get_date (&row[10]);
  publication->score = row[11].type == MATTRA_VALUE_INTEGER ? (double) row[11].integer / 100.0 : -1;
  mattra_value_copy_text (&publication->comment, &row[12]);
  return TRUE;
}

static gboolean
load_publications (MattraStore  *self,
                   MattraPlan   *plan,
                   int           year,
                   GError      **error)
{
  MattraValue values[] = { mattra_value_integer (year), mattra_value_text (MATTRA_SCHEME) };
  g_autoptr (GPtrArray) items = mattra_store_load_catalogue (self, MATTRA_CATALOGUE_OIT_ITEM, year, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const MattraCatalogueEntry *item = g_ptr_array_index (items, i);
      MattraPublication *publication = mattra_publication_new (year, item->detail);

      publication->id = key_of (self, year, "publication", item->detail);
      publication->number = g_strdup (item->code);
      publication->name = g_strdup (item->name);
      publication->sure = item->sure;
      g_ptr_array_add (mattra_plan_get_publications (plan), publication);
    }
  return mattra_store_query (self, MATTRA_QUERY_LIST_PUBLICATIONS, values, 2, take_publication,
                             mattra_plan_get_publications (plan), error);
}

gboolean
mattra_store_load_assessment (MattraStore  *self,
                              MattraPlan   *plan,
                              GError      **error)
{
  int year = mattra_plan_get_fiscal_year (plan);
  int analysed = mattra_plan_get_analysed_year (plan);

  return load_analyses (self, plan, error)
         && load_publications (self, plan, year, error)
         && (analysed == year || load_publications (self, plan, analysed, error));
}

/* Writing */

/* Finds a row whose key follows from what it is about, or adds it; one that was taken back begins empty. */
static gboolean
ensure_row (MattraStore        *self,
            MattraTableId       table,
            const MattraValue  *values,
            GError            **error)
{
  g_auto (MattraRecord) present = { 0 };
  gboolean found;

  if (!mattra_act_get (self, table, values[MATTRA_COLUMN_ID].data, &present, &found, error))
    return FALSE;
  if (found && present.values[MATTRA_COLUMN_DELETED].integer == 0)
    return TRUE;
  return mattra_act_revive (self, table, values, error);
}

static gboolean
ensure_analysis (MattraStore  *self,
                 const char   *id,
                 int           fiscal_year,
                 gboolean      topic,
                 int           number,
                 GError      **error)
{
  MattraValue values[N_COLUMNS_ANALYSIS];

  for (guint i = 0; i < N_COLUMNS_ANALYSIS; i++)
    values[i] = mattra_value_null ();
  values[COLUMN_ANALYSIS_ID] = mattra_value_text (id);
  values[COLUMN_ANALYSIS_DELETED] = mattra_value_integer (0);
  values[COLUMN_ANALYSIS_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_ANALYSIS_FISCAL_YEAR] = mattra_value_integer (fiscal_year);
  values[COLUMN_ANALYSIS_SCHEME] = mattra_value_text (MATTRA_SCHEME);
  values[COLUMN_ANALYSIS_KIND] = mattra_value_text (topic ? "topic" : "indicator");
  values[COLUMN_ANALYSIS_NUMBER] = mattra_value_integer (number);
  return ensure_row (self, TABLE_ANALYSIS, values, error);
}

/**
 * mattra_store_set_analysis:
 * @self: a register open for writing
 * @fiscal_year: the analysed year, B.E.
 * @topic: whether it is of a topic; else of an ITA indicator
 * @number: number of the indicator or topic, 1-99
 * @field: "strength", "weakness", "cause" or "remedy"
 * @value: (nullable): the text; empty or %NULL for none
 * @error: why not
 *
 * Sets what an office reads in the scores of a year.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_analysis (MattraStore  *self,
                           int           fiscal_year,
                           gboolean      topic,
                           int           number,
                           const char   *field,
                           const char   *value,
                           GError      **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (!mattra_act_enter (self, "set-analysis", error))
    return FALSE;
  id = analysis_key (self, fiscal_year, topic, number);
  return mattra_act_leave (self,
                           ensure_analysis (self, id, fiscal_year, topic, number, error)
                             && mattra_store_set_row_field (self, TABLE_ANALYSIS, id, field, value, error),
                           error);
}

static gboolean
ensure_publication (MattraStore  *self,
                    const char   *id,
                    int           fiscal_year,
                    const char   *report,
                    GError      **error)
{
  MattraValue values[N_COLUMNS_PUBLICATION];

  for (guint i = 0; i < N_COLUMNS_PUBLICATION; i++)
    values[i] = mattra_value_null ();
  values[COLUMN_PUBLICATION_ID] = mattra_value_text (id);
  values[COLUMN_PUBLICATION_DELETED] = mattra_value_integer (0);
  values[COLUMN_PUBLICATION_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_PUBLICATION_FISCAL_YEAR] = mattra_value_integer (fiscal_year);
  values[COLUMN_PUBLICATION_SCHEME] = mattra_value_text (MATTRA_SCHEME);
  values[COLUMN_PUBLICATION_REPORT] = mattra_value_text (report);
  return ensure_row (self, TABLE_PUBLICATION, values, error);
}

/**
 * mattra_store_set_publication:
 * @self: a register open for writing
 * @fiscal_year: year of the assessment, B.E.
 * @report: %MATTRA_PUBLICATION_MEASURES or %MATTRA_PUBLICATION_RESULTS
 * @field: "seal" (a ULID), "file_name", "url", "menu_path", "posted_on", "explanation", "approved_by", "approved_on",
 *   "hundredths" (of the points that came back) or "comment"
 * @value: (nullable): the value; days as ISO; empty or %NULL for none
 * @error: why not
 *
 * Sets how an item of the assessment was answered.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_publication (MattraStore  *self,
                              int           fiscal_year,
                              const char   *report,
                              const char   *field,
                              const char   *value,
                              GError      **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (report != NULL && field != NULL, FALSE);

  if (!mattra_act_enter (self, "set-publication", error))
    return FALSE;
  id = key_of (self, fiscal_year, "publication", report);
  return mattra_act_leave (self,
                           ensure_publication (self, id, fiscal_year, report, error)
                             && mattra_store_set_row_field (self, TABLE_PUBLICATION, id, field, value, error),
                           error);
}

/* The catalogue */

typedef struct
{
  MattraTableId table;
  MattraQuery year;
} CatalogueTable;

static const CatalogueTable catalogue_tables[] = {
  [MATTRA_CATALOGUE_INDICATOR] = { TABLE_INDICATOR, MATTRA_QUERY_YEAR_OF_INDICATORS },
  [MATTRA_CATALOGUE_TOPIC] = { TABLE_TOPIC, MATTRA_QUERY_YEAR_OF_TOPICS },
  [MATTRA_CATALOGUE_OIT_ITEM] = { TABLE_OIT_ITEM, MATTRA_QUERY_YEAR_OF_OIT_ITEMS },
};

static gboolean
take_year (const MattraValue *row,
           gpointer           user_data)
{
  *(int *) user_data = row[0].type == MATTRA_VALUE_INTEGER ? (int) row[0].integer : 0;
  return TRUE;
}

static const char *
about_entry (MattraCatalogue             catalogue,
             const MattraCatalogueEntry *entry)
{
  return catalogue == MATTRA_CATALOGUE_OIT_ITEM ? entry->detail : entry->code;
}

static gboolean
copy_entry (MattraStore           *self,
            MattraCatalogue        catalogue,
            int                    fiscal_year,
            MattraCatalogueEntry  *entry,
            GError               **error)
{
  const CatalogueTable *table = &catalogue_tables[catalogue];
  MattraValue values[MATTRA_MAX_COLUMNS];

  g_free (entry->id);
  entry->id = key_of (self, fiscal_year, mattra_schema_table (table->table)->name, about_entry (catalogue, entry));
  values[MATTRA_COLUMN_ID] = mattra_value_text (entry->id);
  values[MATTRA_COLUMN_DELETED] = mattra_value_integer (0);
  values[COLUMN_INDICATOR_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_INDICATOR_FISCAL_YEAR] = mattra_value_integer (fiscal_year);
  values[COLUMN_INDICATOR_SCHEME] = mattra_value_text (MATTRA_SCHEME);
  switch (catalogue)
    {
    case MATTRA_CATALOGUE_INDICATOR:
      values[COLUMN_INDICATOR_NUMBER] = mattra_value_integer (atoi (entry->code));
      values[COLUMN_INDICATOR_INSTRUMENT] = mattra_value_text (entry->detail);
      values[COLUMN_INDICATOR_NAME] = mattra_value_text (entry->name);
      break;
    case MATTRA_CATALOGUE_TOPIC:
      values[COLUMN_TOPIC_NUMBER] = mattra_value_integer (atoi (entry->code));
      values[COLUMN_TOPIC_NAME] = mattra_value_text (entry->name);
      break;
    case MATTRA_CATALOGUE_OIT_ITEM:
    case MATTRA_CATALOGUE_CALENDAR:
    default:
      values[COLUMN_OIT_ITEM_REPORT] = mattra_value_text (entry->detail);
      values[COLUMN_OIT_ITEM_NUMBER] = mattra_value_text (entry->code);
      values[COLUMN_OIT_ITEM_NAME] = mattra_value_text (entry->name);
      values[COLUMN_OIT_ITEM_SURE] = mattra_value_integer (entry->sure);
      break;
    }
  return mattra_act_revive (self, table->table, values, error);
}

/* A year that takes its rows from one before it gets rows of its own, so that the other stays as it is. */
static gboolean
give_own_rows (MattraStore      *self,
               MattraCatalogue   catalogue,
               int               fiscal_year,
               GPtrArray        *entries,
               GError          **error)
{
  MattraValue values[] = { mattra_value_integer (fiscal_year), mattra_value_text (MATTRA_SCHEME) };
  int year = 0;

  if (!mattra_store_query (self, catalogue_tables[catalogue].year, values, 2, take_year, &year, error))
    return FALSE;
  for (guint i = 0; year != fiscal_year && i < entries->len; i++)
    if (!copy_entry (self, catalogue, fiscal_year, g_ptr_array_index (entries, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
set_entry (MattraStore      *self,
           MattraCatalogue   catalogue,
           int               fiscal_year,
           const char       *about,
           const char       *field,
           const char       *value,
           GError          **error)
{
  g_autoptr (GPtrArray) entries = mattra_store_load_catalogue (self, catalogue, fiscal_year, error);

  if (entries == NULL || !give_own_rows (self, catalogue, fiscal_year, entries, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (about_entry (catalogue, entry), about) == 0)
        return mattra_store_set_row_field (self, catalogue_tables[catalogue].table, entry->id, field, value, error)
               && (catalogue != MATTRA_CATALOGUE_OIT_ITEM
                   || mattra_store_set_row_field (self, TABLE_OIT_ITEM, entry->id, "sure", "1", error));
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("the assessment of fiscal year %d has no “%s”"),
               fiscal_year, about);
  return FALSE;
}

/**
 * mattra_store_set_catalogue:
 * @self: a register open for writing
 * @catalogue: indicators, topics or items of the OIT
 * @fiscal_year: year of the assessment, B.E.
 * @about: number of the indicator or topic; of an item the report, "measures" or "results"
 * @field: "name"; of an indicator also "instrument", of an item also "number"
 * @value: the value
 * @error: why not: %MATTRA_ERROR_NOT_FOUND where the year has no such entry
 *
 * Changes what the assessment of a year asks for. Years that have no rows of their own still follow the nearest before.
 * An item that a person set is certain.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_catalogue (MattraStore      *self,
                            MattraCatalogue   catalogue,
                            int               fiscal_year,
                            const char       *about,
                            const char       *field,
                            const char       *value,
                            GError          **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (catalogue < G_N_ELEMENTS (catalogue_tables), FALSE);
  g_return_val_if_fail (about != NULL && field != NULL, FALSE);

  if (!mattra_act_enter (self, "set-catalogue", error))
    return FALSE;
  return mattra_act_leave (self, set_entry (self, catalogue, fiscal_year, about, field, value, error), error);
}
