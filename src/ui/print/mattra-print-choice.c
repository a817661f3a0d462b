/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-load-report.h"
#include "mattra-report-choices.h"

/**
 * mattra_print_choice_new:
 * @kind: name of a kind of report
 * @round: the round reported
 * @division: (nullable): ULID of a division
 *
 * Returns: (transfer full): a choice with Thai digits, the register's own date, and all signers
 */
MattraPrintChoice *
mattra_print_choice_new (const char  *kind,
                         MattraRound  round,
                         const char  *division)
{
  MattraPrintChoice *self = g_new0 (MattraPrintChoice, 1);

  self->options.kind = g_strdup (kind);
  self->options.round = round;
  self->options.division = g_strdup (division);
  self->options.digits = MATTRA_DIGITS_THAI;
  self->options.date = MATTRA_DATE_NONE;
  self->unsigned_by = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * mattra_print_choice_copy:
 * @self: a choice
 *
 * Returns: (transfer full): a copy
 */
MattraPrintChoice *
mattra_print_choice_copy (const MattraPrintChoice *self)
{
  MattraPrintChoice *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_print_choice_new (self->options.kind, self->options.round, self->options.division);
  copy->options.digits = self->options.digits;
  copy->options.date = self->options.date;
  copy->options.today = self->options.today;
  copy->options.numbering = self->options.numbering;
  copy->options.each_division = self->options.each_division;
  for (guint i = 0; i < self->unsigned_by->len; i++)
    g_ptr_array_add (copy->unsigned_by, g_strdup (g_ptr_array_index (self->unsigned_by, i)));
  return copy;
}

/**
 * mattra_print_choice_free:
 * @self: (transfer full) (nullable): a choice
 */
void
mattra_print_choice_free (MattraPrintChoice *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->options.kind);
  g_free ((char *) self->options.division);
  g_ptr_array_unref (self->unsigned_by);
  g_free (self);
}

/**
 * mattra_print_choice_leave_out:
 * @self: a choice
 * @plan: the plan that is printed, nobody else's
 *
 * Takes those out of the plan who are not to sign.
 */
void
mattra_print_choice_leave_out (const MattraPrintChoice *self,
                               MattraPlan              *plan)
{
  g_autoptr (GPtrArray) people = NULL;

  g_return_if_fail (self != NULL && MATTRA_IS_PLAN (plan));

  people = g_ptr_array_copy (self->unsigned_by, NULL, NULL);
  g_ptr_array_set_free_func (people, NULL);
  g_ptr_array_add (people, NULL);
  mattra_load_report_leave_out (plan, (const char *const *) people->pdata);
}

/**
 * mattra_print_choice_list_signers:
 * @self: a choice
 * @plan: the plan that is printed
 *
 * Returns: (transfer container) (element-type MattraSigner): those of @plan who would sign, in the order
 *   of their blocks; they belong to @plan
 */
GPtrArray *
mattra_print_choice_list_signers (const MattraPrintChoice *self,
                                  MattraPlan              *plan)
{
  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan), NULL);

  return mattra_report_dup_signers (plan, &self->options);
}

static void
append_words (GString    *name,
              const char *words)
{
  if (words && *words)
    g_string_append_printf (name, " %s", words);
}

/**
 * mattra_print_choice_make_name:
 * @self: a choice
 * @plan: the plan that is printed
 *
 * Returns: (transfer full): a name for the report as a file, without ".pdf": it says what it is, and of
 *   whom, which year and round
 */
char *
mattra_print_choice_make_name (const MattraPrintChoice *self,
                               MattraPlan              *plan)
{
  const char *title = NULL;
  gboolean is_results;
  GString *name = NULL;

  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan), NULL);

  is_results = g_str_equal (self->options.kind, "results");
  title = mattra_report_kind_title (self->options.kind);
  name = g_string_new (is_results ? "รายงานผลการดำเนินการ"
                       : g_str_equal (self->options.kind, "measures") ? "มาตรการ"
                       : title ? title : _("Set of papers"));
  g_string_append_printf (name, " %d", mattra_plan_get_fiscal_year (plan));
  if (is_results && self->options.round == MATTRA_ROUND_FIRST_HALF)
    append_words (name, "รอบ 6 เดือนแรก");
  if (is_results && self->options.round == MATTRA_ROUND_FULL_YEAR)
    append_words (name, "รอบ 12 เดือน");
  append_words (name, mattra_plan_find_division_name (plan, self->options.division));
  for (char *slash = name->str; (slash = strchr (slash, G_DIR_SEPARATOR)); slash++)
    *slash = '-';
  return g_string_free (name, FALSE);
}
