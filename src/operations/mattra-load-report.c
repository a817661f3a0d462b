/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-load-report.h"

#include "mattra-measure-cancellable.h"

#define REPORT_WORD "รายงาน"
#define RESULTS_WORDS "รายงานผล"
#define MEASURES_WORD "มาตรการ"

/* What the assessment of the year calls the item that a report answers, as the title of one; %NULL
 * where it is the name of a task and no title. */
static char *
title_of_item (const char *name,
               gboolean    is_results)
{
  if (is_results)
    return g_str_has_prefix (name, REPORT_WORD) ? g_strdup (name) : g_strconcat (RESULTS_WORDS, name, NULL);
  return g_str_has_prefix (name, MEASURES_WORD) ? g_strdup (name) : NULL;
}

/* Where the office has no title of its own, the one that the assessment of the year asks for. */
static gboolean
add_title (MattraStore  *store,
           MattraPlan   *plan,
           const char   *kind,
           GError      **error)
{
  gboolean is_results = g_str_equal (kind, "results");
  const char *setting = is_results ? MATTRA_SETTING_TITLE : MATTRA_SETTING_MEASURES_TITLE;
  g_autoptr (GPtrArray) entries = NULL;

  if (mattra_plan_get_setting (plan, setting))
    return TRUE;
  entries = mattra_store_load_catalogue (store, MATTRA_CATALOGUE_OIT_ITEM,
                                         mattra_plan_get_fiscal_year (plan), error);
  for (guint i = 0; entries && i < entries->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *title = title_of_item (entry->name, is_results);

      if (title && g_strcmp0 (entry->detail, kind) == 0)
        mattra_plan_set_setting (plan, setting, title);
    }
  return entries != NULL;
}

/**
 * mattra_load_report_titles:
 * @store: a register
 * @plan: a plan of it
 * @kinds: a kind of report, or several by commas
 * @error: return location
 *
 * Adds to the plan's settings, not to the register, the titles that the assessment of the year asks for, where the office
 * has none of its own.
 *
 * Returns: whether the catalogue could be read
 */
gboolean
mattra_load_report_titles (MattraStore  *store,
                           MattraPlan   *plan,
                           const char   *kinds,
                           GError      **error)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && kinds != NULL, FALSE);

  names = g_strsplit (kinds, MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (guint i = 0; names[i]; i++)
    if (!add_title (store, plan, names[i], error))
      return FALSE;
  return TRUE;
}

/* A picture of the register, unless the caller brought one. The document keeps what it shows. */
static gboolean
load_picture (MattraStore  *store,
              const char   *sha256,
              GBytes      **shown,
              GBytes      **loaded,
              GError      **error)
{
  if (*shown != NULL || sha256 == NULL)
    return TRUE;
  *shown = *loaded = mattra_store_load_blob (store, sha256, error);
  return *loaded != NULL;
}

/**
 * mattra_load_report_minutes:
 * @store: a register
 * @plan: a plan of it, whose minutes are replaced
 * @options: what is to be printed
 * @error: return location
 *
 * Reads the lines of the meeting that a paper is about: that of its day. Other papers have none.
 *
 * Returns: whether they could be read
 */
gboolean
mattra_load_report_minutes (MattraStore                *store,
                            MattraPlan                 *plan,
                            const MattraReportOptions  *options,
                            GError                    **error)
{
  GPtrArray *minutes = NULL;
  MattraDate meeting = MATTRA_DATE_NONE;
  g_autoptr (GPtrArray) loaded = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && options != NULL, FALSE);

  minutes = mattra_plan_get_minutes (plan);
  meeting = mattra_report_meeting (plan, options);
  g_ptr_array_set_size (minutes, 0);
  if (!mattra_date_is_set (meeting))
    return TRUE;
  loaded = mattra_store_list_minutes (store, mattra_plan_get_id (plan), meeting, error);
  if (loaded == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (minutes, g_steal_pointer (&loaded));
  return TRUE;
}

/**
 * mattra_load_report:
 * @store: a register
 * @plan: a plan of it; a title from the catalogue may be added to its settings
 * @options: what is to be printed; the office's pictures come from the register where it names none
 * @error: return location
 *
 * Loads a report from the register. Measures are read when the document is laid out.
 *
 * Returns: (transfer full) (nullable): the document
 */
MattraDocument *
mattra_load_report (MattraStore                *store,
                    MattraPlan                 *plan,
                    const MattraReportOptions  *options,
                    GError                    **error)
{
  return mattra_load_report_until (store, plan, options, NULL, error);
}

/**
 * mattra_load_report_until:
 * @store: a register
 * @plan: a plan of it; a title from the catalogue may be added to its settings
 * @options: what is to be printed
 * @cancellable: (nullable): ends the reading of measures, now or when the document is laid out
 * @error: return location
 *
 * Loads a report as mattra_load_report() does, for who may not wait for it.
 *
 * Returns: (transfer full) (nullable): the document
 */
MattraDocument *
mattra_load_report_until (MattraStore                *store,
                          MattraPlan                 *plan,
                          const MattraReportOptions  *options,
                          GCancellable               *cancellable,
                          GError                    **error)
{
  g_autoptr (MattraMeasureSource) measures = NULL;
  g_autoptr (MattraMeasureSource) until = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && options != NULL, NULL);

  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), options->division, error);
  if (measures == NULL)
    return NULL;
  until = mattra_measure_cancellable_new (measures, cancellable);
  return mattra_load_report_of (store, plan, until, options, error);
}

/**
 * mattra_load_report_of:
 * @store: a register
 * @plan: a plan of it; a title from the catalogue may be added to its settings
 * @measures: its measures, or those of the division in @options
 * @options: what is to be printed; the office's pictures come from the register where it names none
 * @error: return location
 *
 * Makes a report of measures that were read already.
 *
 * Returns: (transfer full) (nullable): the document
 */
MattraDocument *
mattra_load_report_of (MattraStore                *store,
                       MattraPlan                 *plan,
                       MattraMeasureSource        *measures,
                       const MattraReportOptions  *options,
                       GError                    **error)
{
  const MattraOrganisation *organisation;
  g_autoptr (GBytes) emblem = NULL;
  g_autoptr (GBytes) garuda = NULL;
  MattraReportOptions pictured;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);
  g_return_val_if_fail (MATTRA_IS_MEASURE_SOURCE (measures) && options != NULL, NULL);

  organisation = mattra_plan_get_organisation (plan);
  pictured = *options;
  if (!load_picture (store, organisation->emblem, &pictured.emblem, &emblem, error)
      || !load_picture (store, organisation->garuda, &pictured.garuda, &garuda, error)
      || !mattra_load_report_titles (store, plan, options->kind, error)
      || !mattra_load_report_minutes (store, plan, options, error))
    return NULL;
  return mattra_report_build (plan, measures, &pictured, error);
}

/**
 * mattra_load_report_leave_out:
 * @plan: a plan of the caller's own
 * @people: (nullable) (array zero-terminated=1): ULIDs of people
 *
 * Takes people out of a plan who are not to sign what is printed of it.
 */
void
mattra_load_report_leave_out (MattraPlan        *plan,
                              const char *const *people)
{
  GPtrArray *signers = NULL;

  g_return_if_fail (MATTRA_IS_PLAN (plan));

  signers = mattra_plan_get_signers (plan);
  for (guint i = people ? signers->len : 0; i > 0; i--)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i - 1);

      if (signer->id && g_strv_contains (people, signer->id))
        g_ptr_array_remove_index (signers, i - 1);
    }
}
