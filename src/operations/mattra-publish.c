/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-publish.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mattra-analyse.h"
#include "mattra-error.h"
#include "mattra-evidence.h"
#include "mattra-find.h"
#include "mattra-publication-check.h"
#include "mattra-read-date.h"
#include "mattra-report.h"
#include "mattra-seal-cell.h"
#include "mattra-text.h"

#define EVENT_CLOSES "oit_closes"

/**
 * mattra_publish_find:
 * @plan: a plan
 * @report: "measures" or "results"; behind a stroke a year, where the analysed one is meant: "measures/2565"
 * @error: why not: %MATTRA_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the item of the assessment that asks for the report
 */
const MattraPublication *
mattra_publish_find (MattraPlan  *plan,
                     const char  *report,
                     GError     **error)
{
  g_auto (GStrv) words = NULL;
  const MattraPublication *item = NULL;
  int year;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && report != NULL, NULL);

  words = g_strsplit (report, "/", 2);
  year = words[0] != NULL && words[1] != NULL ? atoi (words[1]) : mattra_plan_get_fiscal_year (plan);
  if (words[0] != NULL)
    item = mattra_plan_find_publication (plan, year, words[0]);
  if (item == NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("“%s” is no item that is answered here; there are measures and results, and measures/%d and results/%d"),
                 report, mattra_plan_get_analysed_year (plan), mattra_plan_get_analysed_year (plan));
  return item;
}

/* The fiscal year whose results the assessment of the plan's year asks for: the one that the office set, as
 * "results_year" of the plan, else the usual one. */
static int
results_year (MattraPlan *plan)
{
  const char *own = mattra_plan_get_setting (plan, MATTRA_SETTING_RESULTS_YEAR);
  int year = own != NULL ? atoi (own) : 0;

  return year > 0 ? year : mattra_assessment_results_year (mattra_plan_get_fiscal_year (plan));
}

/* The fiscal year whose measures or results an item asks for. */
static int
asked_year (MattraPlan              *plan,
            const MattraPublication *item)
{
  if (!g_str_equal (item->report, MATTRA_PUBLICATION_RESULTS))
    return item->fiscal_year;
  return item->fiscal_year == mattra_plan_get_fiscal_year (plan) ? results_year (plan)
                                                                 : mattra_assessment_results_year (item->fiscal_year);
}

/* The plan whose measures or results an item asks for; %NULL without an error where the register does not have it. */
static gboolean
find_plan (MattraStore              *store,
           MattraPlan               *plan,
           const MattraPublication  *item,
           MattraPlan              **found,
           GError                  **error)
{
  int year = asked_year (plan, item);

  if (year == mattra_plan_get_fiscal_year (plan))
    {
      *found = g_object_ref (plan);
      return TRUE;
    }
  return mattra_find_plan_or_none (store, year, found, error);
}

/* Setting: each makes of what was written what is kept, or says why it cannot be. */

typedef gboolean (*Read) (MattraStore              *store,
                          MattraPlan               *plan,
                          const MattraPublication  *item,
                          const char               *value,
                          char                    **kept,
                          GError                  **error);

static gboolean
read_text (MattraStore              *store,
           MattraPlan               *plan,
           const MattraPublication  *item,
           const char               *value,
           char                    **kept,
           GError                  **error)
{
  *kept = g_strdup (value);
  return TRUE;
}

static gboolean
read_url (MattraStore              *store,
          MattraPlan               *plan,
          const MattraPublication  *item,
          const char               *value,
          char                    **kept,
          GError                  **error)
{
  return mattra_evidence_check_link (value, kept, error);
}

static gboolean
read_day (MattraStore              *store,
          MattraPlan               *plan,
          const MattraPublication  *item,
          const char               *value,
          char                    **kept,
          GError                  **error)
{
  MattraDate day;

  if (!mattra_read_date (value, &day))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("“%s” is no day; write it like 2023-04-10 or ๑๐ เม.ย. ๒๕๖๖"),
                   value);
      return FALSE;
    }
  *kept = mattra_date_to_iso (day);
  return TRUE;
}

static gboolean
read_points (MattraStore              *store,
             MattraPlan               *plan,
             const MattraPublication  *item,
             const char               *value,
             char                    **kept,
             GError                  **error)
{
  double points;

  if (!mattra_analyse_check_score (value, &points, error))
    return FALSE;
  *kept = g_strdup_printf ("%d", (int) (points * 100 + 0.5));
  return TRUE;
}

static gboolean
read_version (MattraStore              *store,
              MattraPlan               *plan,
              const MattraPublication  *item,
              const char               *value,
              char                    **kept,
              GError                  **error)
{
  g_autoptr (MattraPlan) asked = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  const char *cursor = value;
  int number = 0;

  if (!find_plan (store, plan, item, &asked, error)
      || (asked != NULL && !(seals = mattra_store_list_seals (store, mattra_plan_get_id (asked), error))))
    return FALSE;
  if (seals != NULL && mattra_digits_parse (&cursor, &number) && *cursor == '\0')
    for (guint i = 0; i < seals->len; i++)
      if (((const MattraSeal *) g_ptr_array_index (seals, i))->number == number)
        *kept = g_strdup (((const MattraSeal *) g_ptr_array_index (seals, i))->id);
  if (*kept != NULL)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("“%s” is no confirmed version of fiscal year %d; the list of versions has their numbers"), value,
               asked_year (plan, item));
  return FALSE;
}

static const struct
{
  const char *field;
  const char *column; /* NULL: of the item itself */
  Read read;
} fields[] = {
  { "number", NULL, read_text },
  { "name", NULL, read_text },
  { "version", "seal", read_version },
  { "file", "file_name", read_text },
  { "url", "url", read_url },
  { "menu_path", "menu_path", read_text },
  { "posted_on", "posted_on", read_day },
  { "explanation", "explanation", read_text },
  { "approved_by", "approved_by", read_text },
  { "approved_on", "approved_on", read_day },
  { "score", "hundredths", read_points },
  { "comment", "comment", read_text },
};

static int
find_field (const char  *field,
            GError     **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].field, field))
        return (int) i;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", fields[i].field);
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("There is no field “%s” of an item; there are: %s"), field,
               known->str);
  return -1;
}

/**
 * mattra_publish_set:
 * @store: a register open for writing
 * @plan: the plan as loaded from it
 * @item: an item of the assessment
 * @field: "number", "name", "version" (number of a confirmed one), "file", "url", "menu_path", "posted_on",
 *   "explanation", "approved_by", "approved_on", "score" (that came back) or "comment"
 * @value: what it is to be; empty for none
 * @error: why not: %MATTRA_ERROR_DENIED for whom it is not for, %MATTRA_ERROR_INVALID for what cannot be
 *
 * Writes down how an item of the assessment was answered, or what the year calls it.
 *
 * Returns: whether it was done
 */
gboolean
mattra_publish_set (MattraStore              *store,
                    MattraPlan               *plan,
                    const MattraPublication  *item,
                    const char               *field,
                    const char               *value,
                    GError                  **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *kept = NULL;
  int found;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (item != NULL && field != NULL && value != NULL, FALSE);

  found = find_field (field, error);
  if (found < 0)
    return FALSE;
  trimmed = g_strstrip (g_strdup (value));
  if (*trimmed != '\0' && !fields[found].read (store, plan, item, trimmed, &kept, error))
    return FALSE;
  if (fields[found].column == NULL)
    return mattra_store_set_catalogue (store, MATTRA_CATALOGUE_OIT_ITEM, item->fiscal_year, item->report, field, kept,
                                       error);
  return mattra_store_set_publication (store, item->fiscal_year, item->report, fields[found].column, kept, error);
}

/* Checking */

/* The day on which the assessment stops to take answers. */
static gboolean
find_close (MattraStore  *store,
            int           year,
            MattraDate   *closes,
            GError      **error)
{
  g_autoptr (GPtrArray) events = mattra_store_load_catalogue (store, MATTRA_CATALOGUE_CALENDAR, year, error);

  *closes = MATTRA_DATE_NONE;
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const MattraCatalogueEntry *event = g_ptr_array_index (events, i);

      if (g_str_equal (event->code, EVENT_CLOSES) && event->detail != NULL)
        mattra_date_parse_iso (event->detail, closes);
    }
  return events != NULL;
}

static GHashTable *
read_measures (MattraStore       *store,
               const MattraSeal  *seal,
               GError           **error)
{
  g_autoptr (GBytes) bytes = mattra_store_load_blob (store, seal->cells, error);
  g_autoptr (GPtrArray) cells = bytes != NULL ? mattra_seal_cells_parse (bytes, error) : NULL;
  GHashTable *measures;

  if (cells == NULL)
    return NULL;
  measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < cells->len; i++)
    {
      const MattraSealCell *cell = g_ptr_array_index (cells, i);

      if (*cell->measure != '\0' && g_str_equal (cell->field, "title"))
        g_hash_table_insert (measures, g_strdup (cell->measure), g_strdup (cell->text));
    }
  return measures;
}

/* The measures of the newest confirmed document of measures of the whole office, where there is one. */
static gboolean
find_published (MattraStore  *store,
                MattraPlan   *plan,
                GHashTable  **published,
                GError      **error)
{
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (store, mattra_plan_get_id (plan), error);

  if (seals == NULL)
    return FALSE;
  for (guint i = seals->len; i > 0; i--)
    {
      const MattraSeal *seal = g_ptr_array_index (seals, i - 1);
      g_auto (GStrv) kinds = g_strsplit (seal->kind, MATTRA_REPORT_KIND_SEPARATOR, -1);

      if (seal->division != NULL || !g_strv_contains ((const char *const *) kinds, MATTRA_PUBLICATION_MEASURES))
        continue;
      *published = read_measures (store, seal, error);
      return *published != NULL;
    }
  return TRUE;
}

static GPtrArray *
say_missing (const MattraPublication *item,
             int                      year)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_finding_free);
  MattraFinding *finding = g_new0 (MattraFinding, 1);

  finding->check = "no_plan";
  finding->severity = MATTRA_SEVERITY_FAULT;
  finding->message = g_strdup_printf (_("The register has no plan of the year whose results item %s of fiscal year %d asks"
                                        " for; usually it is %d."), item->number, item->fiscal_year, year);
  finding->proposal = g_strdup (_("Import that plan, or say which year it is: set FILE plan results_year YEAR."));
  g_ptr_array_add (findings, finding);
  return findings;
}

/**
 * mattra_publish_check:
 * @store: a register
 * @plan: a plan of it
 * @item: an item of the assessment
 * @day: the day on which it is
 * @error: why it could not be read
 *
 * Checks whether the report that an item asks for has what it must have, see mattra_publication_check().
 *
 * Returns: (transfer full) (element-type MattraFinding) (nullable): what was found
 */
GPtrArray *
mattra_publish_check (MattraStore              *store,
                      MattraPlan               *plan,
                      const MattraPublication  *item,
                      MattraDate                day,
                      GError                  **error)
{
  g_autoptr (MattraPlan) asked = NULL;
  g_autoptr (GHashTable) published = NULL;
  g_autoptr (MattraMeasureSource) measures = NULL;
  MattraPublicationCheck check = { .publication = item, .day = day };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && item != NULL, NULL);

  if (!find_plan (store, plan, item, &asked, error) || !find_close (store, item->fiscal_year, &check.closes, error))
    return NULL;
  if (asked == NULL)
    return say_missing (item, mattra_assessment_results_year (item->fiscal_year));
  if (!find_published (store, asked, &published, error)
      || !(measures = mattra_store_list_measures (store, mattra_plan_get_id (asked), NULL, error)))
    return NULL;
  check.plan = asked;
  check.published = published;
  /* The year itself is reported by its first half, a year that is over by the whole of it (domain.md 1.3). */
  check.round = mattra_plan_get_fiscal_year (asked) == item->fiscal_year ? MATTRA_ROUND_FIRST_HALF
                                                                         : MATTRA_ROUND_FULL_YEAR;
  return mattra_publication_check (&check, measures, error);
}

/**
 * mattra_publish_explain:
 * @plan: a plan
 * @item: an item of the assessment
 *
 * Gives the explanation that goes with the answer: the office's own, else one that is made of what is known, of an item
 * of the plan's year.
 *
 * Returns: (transfer full): the text, in Thai, to be copied; empty where there is none
 */
char *
mattra_publish_explain (MattraPlan              *plan,
                        const MattraPublication *item)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && item != NULL, NULL);

  if (item->explanation != NULL && *item->explanation != '\0')
    return g_strdup (item->explanation);
  if (item->fiscal_year != mattra_plan_get_fiscal_year (plan))
    return g_strdup ("");
  return mattra_report_propose_explanation (plan, item, asked_year (plan, item));
}
