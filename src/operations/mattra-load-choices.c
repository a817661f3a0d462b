/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-load-choices.h"

#include "mattra-load-report.h"

/* The texts that a kind can have, and by which of its parts it has them. */
static const struct
{
  const char *setting;
  MattraReportParts part;
} texts[] = {
  { MATTRA_SETTING_KIND_TITLE, MATTRA_REPORT_HAS_TITLE },
  { MATTRA_SETTING_KIND_OFFICE, MATTRA_REPORT_HAS_OFFICE },
  { MATTRA_SETTING_KIND_SUBJECT, MATTRA_REPORT_HAS_SUBJECT },
  { MATTRA_SETTING_KIND_PREFACE, MATTRA_REPORT_HAS_PREFACE },
  { "duties", MATTRA_REPORT_HAS_DUTIES },
  { MATTRA_SETTING_KIND_COVER, MATTRA_REPORT_HAS_COVER },
  { "classes", MATTRA_REPORT_HAS_ANALYSIS },
};

static void
text_free (MattraReportText *self)
{
  g_free (self->setting);
  g_free (self->name);
  g_free (self->own);
  g_free (self->proposed);
  g_free (self);
}

/**
 * mattra_report_choices_free:
 * @self: (transfer full) (nullable): choices
 *
 * Frees choices.
 */
void
mattra_report_choices_free (MattraReportChoices *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->plan);
  g_ptr_array_unref (self->texts);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self);
}

static void
add_text (MattraReportChoices       *self,
          MattraPlan                *plan,
          const MattraReportOptions *options,
          const char                *setting)
{
  MattraReportText *text = g_new0 (MattraReportText, 1);
  const char *own;

  text->setting = g_strdup (setting);
  text->name = mattra_report_setting_name (plan, options->kind, setting);
  own = mattra_plan_get_setting (plan, text->name);
  text->own = own && *own != '\0' ? g_strdup (own) : NULL;
  text->proposed = mattra_report_propose (plan, options, setting);
  if (text->proposed == NULL)
    text->proposed = g_strdup ("");
  g_ptr_array_add (self->texts, text);
}

static void
add_points (MattraReportChoices       *self,
            MattraPlan                *plan,
            const MattraReportOptions *options)
{
  GPtrArray *scores = mattra_plan_get_scores (plan);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);
      g_autofree char *setting = g_strdup_printf ("points_%d", score->indicator);

      if (score->score >= 0)
        add_text (self, plan, options, setting);
    }
}

/* The title that the assessment of the year asks for stands in for the usual one. */
static gboolean
propose_title (MattraReportChoices  *self,
               MattraStore          *store,
               MattraPlan           *plan,
               GError              **error)
{
  if (!mattra_load_report_titles (store, plan, self->kind, error))
    return FALSE;
  for (guint i = 0; i < self->texts->len; i++)
    {
      MattraReportText *text = g_ptr_array_index (self->texts, i);
      const char *title = mattra_plan_get_setting (plan, text->name);

      if (text->own != NULL || title == NULL || *title == '\0')
        continue;
      g_free (text->proposed);
      text->proposed = g_strdup (title);
    }
  return TRUE;
}

static gboolean
load_columns (MattraReportChoices        *self,
              MattraStore                *store,
              MattraPlan                 *plan,
              const MattraReportOptions  *options,
              GError                    **error)
{
  g_autoptr (MattraMeasureSource) measures = NULL;
  g_autofree char *order = mattra_report_setting_name (plan, self->kind, MATTRA_SETTING_COLUMN_ORDER);
  g_autofree char *widths = mattra_report_setting_name (plan, self->kind, MATTRA_SETTING_COLUMN_WIDTH);

  measures = mattra_store_list_measures (store, mattra_plan_get_id (plan), options->division, error);
  if (measures == NULL)
    return FALSE;
  self->columns = mattra_report_list_columns (plan, measures, options, error);
  self->own_columns = mattra_plan_get_setting (plan, order) || mattra_plan_get_setting (plan, widths);
  return self->columns != NULL;
}

/**
 * mattra_load_choices:
 * @store: a register
 * @plan: a plan of it, nobody else's; a title from the catalogue may be added to its settings
 * @options: what is printed
 * @error: return location
 *
 * Reads what is chosen for a kind of report, and what prints where nothing is. Of several kinds in one file there is
 * nothing.
 *
 * Returns: (transfer full) (nullable): the choices
 */
MattraReportChoices *
mattra_load_choices (MattraStore                *store,
                     MattraPlan                 *plan,
                     const MattraReportOptions  *options,
                     GError                    **error)
{
  g_autoptr (MattraReportChoices) self = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && options != NULL, NULL);

  self = g_new0 (MattraReportChoices, 1);
  self->kind = g_strdup (options->kind);
  self->plan = g_strdup (mattra_plan_get_id (plan));
  self->parts = mattra_report_get_parts (options->kind);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (self->parts & texts[i].part)
      add_text (self, plan, options, texts[i].setting);
  if (self->parts & MATTRA_REPORT_HAS_ANALYSIS)
    add_points (self, plan, options);
  if (!propose_title (self, store, plan, error) || !load_columns (self, store, plan, options, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
keep (MattraStore  *store,
      MattraPlan   *plan,
      const char   *kind,
      const char   *setting,
      const char   *value,
      GError      **error)
{
  g_autofree char *name = mattra_report_setting_name (plan, kind, setting);

  return mattra_store_set_setting (store, mattra_plan_get_id (plan), name, value, error);
}

/**
 * mattra_keep_columns:
 * @store: a register with an open act
 * @plan: a plan of it
 * @kind: a kind of report
 * @columns: (element-type MattraReportColumnChoice) (nullable): the columns in their order; %NULL to have the usual ones
 *   again
 * @error: return location
 *
 * Keeps which columns a kind of report prints, and how wide.
 *
 * Returns: whether it was done
 */
gboolean
mattra_keep_columns (MattraStore  *store,
                     MattraPlan   *plan,
                     const char   *kind,
                     GPtrArray    *columns,
                     GError      **error)
{
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (GString) widths = g_string_new (NULL);
  gboolean any_width = FALSE;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && kind != NULL, FALSE);

  for (guint i = 0; columns && i < columns->len; i++)
    {
      const MattraReportColumnChoice *column = g_ptr_array_index (columns, i);
      char width[G_ASCII_DTOSTR_BUF_SIZE];

      if (!column->shown)
        continue;
      any_width |= column->width > 0;
      g_ascii_formatd (width, sizeof width, "%g", column->width);
      g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", column->field);
      for (guint k = 0; k < column->n_columns; k++)
        g_string_append_printf (widths, "%s%s", widths->len > 0 ? " " : "", width);
    }
  return keep (store, plan, kind, MATTRA_SETTING_COLUMN_ORDER, order->len > 0 ? order->str : NULL, error)
         && keep (store, plan, kind, MATTRA_SETTING_COLUMN_WIDTH, any_width ? widths->str : NULL, error);
}
