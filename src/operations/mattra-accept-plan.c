/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-accept-plan.h"

#include <glib/gi18n-lib.h>

#include "mattra-new.h"
#include "mattra-report.h"
#include "mattra-text.h"

static int
year_of (MattraImport *import,
         int           fiscal_year)
{
  return fiscal_year != 0 ? fiscal_year : mattra_import_get_document (import)->fiscal_year;
}

static void
fill (char       **field,
      const char  *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* The plan of a register that a document makes: who and which year; the rest follows in the act. */
MattraPlan *
mattra_accept_new_plan (MattraImport  *import,
                        int            fiscal_year,
                        GError       **error)
{
  const MattraImportDocument *document = mattra_import_get_document (import);
  int year = year_of (import, fiscal_year);
  MattraPlan *plan;
  MattraOrganisation *organisation;

  if (year == 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("The document names no fiscal year; say it with --fiscal-year"));
      return NULL;
    }
  plan = mattra_new_plan (document->organisation ? document->organisation : MATTRA_ORGANISATION_UNNAMED, year);
  organisation = mattra_plan_get_organisation (plan);
  fill (&organisation->district, document->district);
  fill (&organisation->province, document->province);
  fill (&organisation->website, document->website);
  if (document->analysed_year != 0)
    mattra_plan_set_analysed_year (plan, document->analysed_year);
  return plan;
}

/* The next year's plan begins with the divisions of the plan before it. */
static void
copy_divisions (MattraPlan *from,
                MattraPlan *to)
{
  g_autoptr (MattraDivisionList) divisions = mattra_division_list_copy (mattra_plan_get_divisions (from));

  mattra_plan_set_divisions (to, divisions);
}

static MattraPlan *
insert_plan (MattraStore   *store,
             MattraImport  *import,
             int            year,
             int            nearest,
             GError       **error)
{
  g_autoptr (MattraPlan) before = mattra_store_load_plan (store, nearest, error);
  g_autoptr (MattraPlan) plan = NULL;
  int analysed = mattra_import_get_document (import)->analysed_year;

  if (before == NULL)
    return NULL;
  plan = mattra_new_plan (mattra_plan_get_organisation (before)->name, year);
  if (analysed != 0)
    mattra_plan_set_analysed_year (plan, analysed);
  copy_divisions (before, plan);
  if (!mattra_store_insert_plan (store, plan, error))
    return NULL;
  return mattra_store_load_plan (store, year, error);
}

static gboolean
fill_organisation (MattraStore  *store,
                   const char   *field,
                   const char   *known,
                   const char   *value,
                   GError      **error)
{
  if (value == NULL || (known && *known != '\0'))
    return TRUE;
  return mattra_store_set_organisation_field (store, field, value, error);
}

/* What a document says about the office fills gaps; it never overrides what the register has. */
static gboolean
accept_organisation (MattraStore       *store,
                     MattraPlan        *plan,
                     MattraImport      *import,
                     MattraAcceptance  *acceptance,
                     GError           **error)
{
  const MattraImportDocument *document = mattra_import_get_document (import);
  const MattraOrganisation *known = mattra_plan_get_organisation (plan);
  gboolean unnamed = g_str_equal (known->name, MATTRA_ORGANISATION_UNNAMED);
  g_autofree char *one = mattra_text_fold_compare (known->name);
  g_autofree char *other = mattra_text_fold_compare (document->organisation ? document->organisation : known->name);

  if (!unnamed && !g_str_equal (one, other))
    g_ptr_array_add (acceptance->notices,
                     g_strdup_printf (_("The document is of “%s”, the register of “%s”: is it the right one?"),
                                      document->organisation, known->name));
  return fill_organisation (store, "name", unnamed ? NULL : known->name, document->organisation, error)
         && fill_organisation (store, "district", known->district, document->district, error)
         && fill_organisation (store, "province", known->province, document->province, error)
         && fill_organisation (store, "website", known->website, document->website, error);
}

/* Loads the plan that takes the document in, and makes it where the register has none of that year. */
MattraPlan *
mattra_accept_plan (MattraStore       *store,
                    MattraImport      *import,
                    int                fiscal_year,
                    MattraAcceptance  *acceptance,
                    GError           **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, error);
  g_autoptr (MattraPlan) plan = NULL;
  int year = year_of (import, fiscal_year);
  int nearest = 0;

  for (guint i = 0; years && i < years->len; i++)
    if (nearest != year)
      nearest = GPOINTER_TO_INT (g_ptr_array_index (years, i));
  if (years == NULL)
    return NULL;
  acceptance->created_plan = year != 0 && nearest != year;
  plan = acceptance->created_plan ? insert_plan (store, import, year, nearest, error)
                                  : mattra_store_load_plan (store, year, error);
  if (plan == NULL || !accept_organisation (store, plan, import, acceptance, error))
    return NULL;
  acceptance->fiscal_year = mattra_plan_get_fiscal_year (plan);
  return g_steal_pointer (&plan);
}

static gboolean
set_setting (MattraStore  *store,
             MattraPlan   *plan,
             const char   *name,
             const char   *value,
             GError      **error)
{
  if (value == NULL || *value == '\0' || g_strcmp0 (mattra_plan_get_setting (plan, name), value) == 0)
    return TRUE;
  return mattra_store_set_setting (store, mattra_plan_get_id (plan), name, value, error);
}

static gboolean
accept_round (MattraStore                 *store,
              MattraPlan                  *plan,
              const MattraImportDocument  *document,
              GError                     **error)
{
  if (document->round == MATTRA_ROUND_NONE)
    return TRUE;
  return set_setting (store, plan, MATTRA_SETTING_ROUND, mattra_round_to_string (document->round), error)
         && set_setting (store, plan, MATTRA_SETTING_ROUND_TEXT, document->round_text, error);
}

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

/* The table's own heads and their order, so that the report prints as the office writes it. */
static gboolean
accept_columns (MattraStore   *store,
                MattraPlan    *plan,
                MattraImport  *import,
                GError       **error)
{
  GPtrArray *columns = mattra_import_get_columns (import);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const MattraImportColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *name = g_strconcat (MATTRA_SETTING_COLUMN_LABEL, column->field, NULL);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", column->field);
      if (!set_setting (store, plan, name, column->label, error))
        return FALSE;
    }
  return set_setting (store, plan, MATTRA_SETTING_COLUMN_ORDER, order->str, error);
}

/* What a report prints besides its measures. A plan and a report have titles and prefaces of their own. */
gboolean
mattra_accept_settings (MattraStore       *store,
                        MattraPlan        *plan,
                        MattraImport      *import,
                        MattraAcceptance  *acceptance,
                        GError           **error)
{
  const MattraImportDocument *document = mattra_import_get_document (import);
  g_autofree char *preface = join_lines (mattra_import_get_preface (import));

  if (document->second_half)
    g_ptr_array_add (acceptance->notices,
                     g_strdup (_("The document reports the second six months; its answers go into the round of "
                                 "the full year")));
  return set_setting (store, plan, document->is_report ? MATTRA_SETTING_TITLE : MATTRA_SETTING_MEASURES_TITLE,
                      document->title, error)
         && set_setting (store, plan,
                         document->is_report ? MATTRA_SETTING_PREFACE : MATTRA_SETTING_MEASURES_PREFACE, preface,
                         error)
         && accept_round (store, plan, document, error)
         && accept_columns (store, plan, import, error);
}
