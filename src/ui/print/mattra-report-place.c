/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-place.h"

#include <string.h>

#include "mattra-report-choices.h"
#include "mattra-report-texts.h"

#define REPORT "report:"

/**
 * mattra_report_place_new:
 * @plan: ULID of a plan
 *
 * Returns: (transfer full): the reports of the plan as a place
 */
char *
mattra_report_place_new (const char *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return g_strconcat (REPORT, plan, NULL);
}

/**
 * mattra_report_place_is_one:
 * @place: a place of whatever page
 *
 * Returns: whether it is the reports of a plan
 */
gboolean
mattra_report_place_is_one (const char *place)
{
  g_return_val_if_fail (place != NULL, FALSE);

  return g_str_has_prefix (place, REPORT);
}

/**
 * mattra_report_place_get_plan:
 * @place: the reports of a plan
 *
 * Returns: ULID of the plan
 */
const char *
mattra_report_place_get_plan (const char *place)
{
  g_return_val_if_fail (place != NULL && mattra_report_place_is_one (place), NULL);

  return place + strlen (REPORT);
}

/**
 * mattra_report_place_dup_field:
 * @kind: a kind of report
 * @setting: one of its settings, such as %MATTRA_SETTING_KIND_PREFACE
 *
 * Returns: (transfer full): the text as a field
 */
char *
mattra_report_place_dup_field (const char *kind,
                               const char *setting)
{
  g_return_val_if_fail (kind != NULL && setting != NULL, NULL);

  return g_strdup_printf ("%s/%s", kind, setting);
}

/**
 * mattra_report_place_read_field:
 * @field: a field
 * @kind: (out) (transfer full): the kind of report
 * @setting: (out) (transfer full): its setting
 *
 * Returns: whether there is such a kind
 */
gboolean
mattra_report_place_read_field (const char  *field,
                                char       **kind,
                                char       **setting)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (field != NULL && kind != NULL && setting != NULL, FALSE);

  parts = g_strsplit (field, "/", 2);
  if (g_strv_length (parts) != 2 || !mattra_report_has_kind (parts[0]))
    return FALSE;
  *kind = g_strdup (parts[0]);
  *setting = g_strdup (parts[1]);
  return TRUE;
}

static gboolean
read_place (const char  *place,
            const char  *field,
            MattraPlan  *plan,
            char       **kind,
            char       **setting)
{
  return mattra_report_place_is_one (place)
         && g_str_equal (mattra_report_place_get_plan (place), mattra_plan_get_id (plan))
         && mattra_report_place_read_field (field, kind, setting);
}

/**
 * mattra_report_place_dup_words:
 * @place: a place
 * @field: a field of it
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): the place in words, with western digits; %NULL where the plan does not have it
 */
char *
mattra_report_place_dup_words (const char *place,
                               const char *field,
                               MattraPlan *plan)
{
  g_autofree char *kind = NULL;
  g_autofree char *setting = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (place != NULL && field != NULL && MATTRA_IS_PLAN (plan), NULL);

  if (read_place (place, field, plan, &kind, &setting))
    title = mattra_report_texts_dup_title (plan, setting);
  return title ? g_strdup_printf ("“%s”, %s", mattra_report_kind_title (kind), title) : NULL;
}

/**
 * mattra_report_place_dup_text:
 * @place: a place
 * @field: a field of it
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): the office's own text that the plan has there
 */
char *
mattra_report_place_dup_text (const char *place,
                              const char *field,
                              MattraPlan *plan)
{
  g_autofree char *kind = NULL;
  g_autofree char *setting = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (place != NULL && field != NULL && MATTRA_IS_PLAN (plan), NULL);

  if (read_place (place, field, plan, &kind, &setting))
    name = mattra_report_setting_name (plan, kind, setting);
  return name ? g_strdup (mattra_plan_get_setting (plan, name)) : NULL;
}
