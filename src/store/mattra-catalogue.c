/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mattra-store-resources.h"

#define CATALOGUE "/th/mattra/store/catalogue.tsv"

/**
 * mattra_catalogue_entry_free:
 * @self: (transfer full) (nullable): an entry
 *
 * Frees an entry of a catalogue.
 */
void
mattra_catalogue_entry_free (MattraCatalogueEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->code);
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

/* A line of the starting set: the table's name, then its columns after the organisation. */
static gboolean
write_line (MattraStore  *self,
            const char   *line,
            GError      **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_autofree char *id = mattra_ulid_derive (self->organisation, "catalogue", line);
  MattraValue values[MATTRA_MAX_COLUMNS];
  MattraTableId table;
  guint n_cells = g_strv_length (cells);

  if (n_cells == 0 || !mattra_schema_find_table (cells[0], &table)
      || n_cells + 2 != mattra_schema_table (table)->n_columns)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "catalogue: %s", line);
      return FALSE;
    }
  values[0] = mattra_value_text (id);
  values[1] = mattra_value_integer (0);
  values[2] = mattra_value_text (self->organisation);
  for (guint i = 1; i < n_cells; i++)
    values[i + 2] = mattra_value_from_log (table, i + 2, cells[i]);
  return mattra_act_insert (self, table, values, error);
}

gboolean
mattra_store_write_catalogue (MattraStore  *self,
                              GError      **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (mattra_store_get_resource (), CATALOGUE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return FALSE;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0' && !write_line (self, lines[i], error))
      return FALSE;
  return TRUE;
}

static char *
text_of (const MattraValue *value)
{
  return mattra_value_to_log (value);
}

static MattraCatalogueEntry *
entry_new (const MattraValue *row)
{
  MattraCatalogueEntry *entry = g_new0 (MattraCatalogueEntry, 1);

  entry->id = text_of (&row[0]);
  entry->code = text_of (&row[1]);
  entry->name = text_of (&row[2]);
  entry->detail = text_of (&row[3]);
  entry->sure = row[4].integer != 0;
  return entry;
}

static gboolean
take_entry (const MattraValue *row,
            gpointer           user_data)
{
  g_ptr_array_add (user_data, entry_new (row));
  return TRUE;
}

typedef struct
{
  GPtrArray *entries;
  int fiscal_year;
} CalendarReader;

/* Events keep month and day: of another fiscal year they are on the same day of that year. */
static gboolean
take_event (const MattraValue *row,
            gpointer           user_data)
{
  CalendarReader *reader = user_data;
  MattraCatalogueEntry *entry = entry_new (row);
  int year = reader->fiscal_year - MATTRA_DATE_BE_OFFSET + (int) row[7].integer;
  MattraDate date = mattra_date_make (year, row[5].integer, row[6].integer);

  entry->detail = mattra_date_is_set (date) ? mattra_date_to_iso (date) : NULL;
  g_ptr_array_add (reader->entries, entry);
  return TRUE;
}

static const MattraQuery catalogue_queries[] = {
  [MATTRA_CATALOGUE_INDICATOR] = MATTRA_QUERY_LIST_INDICATORS,
  [MATTRA_CATALOGUE_TOPIC] = MATTRA_QUERY_LIST_TOPICS,
  [MATTRA_CATALOGUE_OIT_ITEM] = MATTRA_QUERY_LIST_OIT_ITEMS,
  [MATTRA_CATALOGUE_CALENDAR] = MATTRA_QUERY_LIST_CALENDAR,
};

/**
 * mattra_store_load_catalogue:
 * @self: a register
 * @catalogue: which catalogue
 * @fiscal_year: year B.E.
 * @error: why it could not be read
 *
 * Reads what the assessment of a fiscal year asks for; of a year that the register knows nothing
 * about, what the nearest year before it asked for. A year before all of them has none.
 *
 * Returns: (transfer full) (element-type MattraCatalogueEntry) (nullable): the entries in their order
 */
GPtrArray *
mattra_store_load_catalogue (MattraStore      *self,
                             MattraCatalogue   catalogue,
                             int               fiscal_year,
                             GError          **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_catalogue_entry_free);
  MattraValue values[] = { mattra_value_integer (fiscal_year), mattra_value_text (MATTRA_SCHEME) };
  CalendarReader reader = { entries, fiscal_year };
  gboolean calendar = catalogue == MATTRA_CATALOGUE_CALENDAR;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (!mattra_store_query (self, catalogue_queries[catalogue], values, 2, calendar ? take_event : take_entry,
                           calendar ? (gpointer) &reader : entries, error))
    return NULL;
  return g_steal_pointer (&entries);
}

static gboolean
take_score (const MattraValue *row,
            gpointer           user_data)
{
  double score = row[2].type == MATTRA_VALUE_INTEGER ? (double) row[2].integer / 100.0 : -1.0;

  g_ptr_array_add (user_data, mattra_indicator_score_new (row[0].integer, mattra_value_get_text (&row[1]), score));
  return TRUE;
}

static gboolean
read_scores (MattraStore  *self,
             int           fiscal_year,
             GPtrArray    *scores,
             GError      **error)
{
  MattraValue values[] = { mattra_value_integer (fiscal_year), mattra_value_text (MATTRA_SCHEME) };

  return mattra_store_query (self, MATTRA_QUERY_LOAD_SCORES, values, 2, take_score, scores, error);
}

gboolean
mattra_store_load_scores (MattraStore  *self,
                          MattraPlan   *plan,
                          GError      **error)
{
  return read_scores (self, mattra_plan_get_analysed_year (plan), mattra_plan_get_scores (plan), error);
}

/**
 * mattra_store_list_scores:
 * @self: a register
 * @fiscal_year: year of the assessment, B.E.
 * @error: why they could not be read
 *
 * Reads what the office scored in a year, for each indicator that the assessment of the year has.
 *
 * Returns: (transfer full) (element-type MattraIndicatorScore) (nullable): the scores, negative where none is known
 */
GPtrArray *
mattra_store_list_scores (MattraStore  *self,
                          int           fiscal_year,
                          GError      **error)
{
  g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_indicator_score_free);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (!read_scores (self, fiscal_year, scores, error))
    return NULL;
  return g_steal_pointer (&scores);
}

/**
 * mattra_store_set_score:
 * @self: a register open for writing
 * @fiscal_year: year of the assessment, B.E.
 * @indicator: ITA indicator
 * @score: points, 0-100; negative takes the score away
 * @error: why not
 *
 * Sets what the office scored in one indicator, to a hundredth of a point.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_score (MattraStore  *self,
                        int           fiscal_year,
                        int           indicator,
                        double        score,
                        GError      **error)
{
  g_autofree char *year = g_strdup_printf ("%d", fiscal_year);
  g_autofree char *number = g_strdup_printf (MATTRA_SCHEME "/%d", indicator);
  g_autofree char *id = NULL;
  MattraValue values[N_COLUMNS_SCORE];

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);

  if (score > 100.0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("a score has at most 100 points"));
      return FALSE;
    }
  id = mattra_ulid_derive (self->organisation, year, number);
  values[COLUMN_SCORE_ID] = mattra_value_text (id);
  values[COLUMN_SCORE_DELETED] = mattra_value_integer (score < 0);
  values[COLUMN_SCORE_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_SCORE_FISCAL_YEAR] = mattra_value_integer (fiscal_year);
  values[COLUMN_SCORE_SCHEME] = mattra_value_text (MATTRA_SCHEME);
  values[COLUMN_SCORE_INDICATOR] = mattra_value_integer (indicator);
  values[COLUMN_SCORE_HUNDREDTHS] = mattra_value_integer (score < 0 ? 0 : (gint64) (score * 100.0 + 0.5));
  if (!mattra_act_enter (self, "set-score", error))
    return FALSE;
  return mattra_act_leave (self, mattra_act_revive (self, TABLE_SCORE, values, error), error);
}
