/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-read-picture.h"
#include "mattra-report.h"
#include "mattra-text.h"

#define LABEL_PREFIX MATTRA_SETTING_COLUMN_LABEL
#define SCORE_PREFIX "score:"
#define WIDTH_LAST 400

/* The name says what kind of office it is. */
static const char *
kind_of (const char *name)
{
  return mattra_organisation_kind_to_string (mattra_organisation_kind_of (name));
}

/* The value is the name of a file, which is read now. */
static gboolean
set_picture (MattraStore       *store,
             const MattraEdit  *edit,
             GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (*edit->value == '\0')
    return mattra_store_set_picture (store, edit->field, NULL, error);
  bytes = mattra_read_picture (edit->value, error);
  return bytes != NULL && mattra_store_set_picture (store, edit->field, bytes, error);
}

gboolean
mattra_edit_organisation (MattraStore       *store,
                          MattraPlan        *plan,
                          const MattraEdit  *edit,
                          GError           **error)
{
  static const char *const fields[] = { "name", "district", "province", "website", "emblem", "garuda", NULL };
  static const char *const pictures[] = { "emblem", "garuda", NULL };
  g_autofree char *value = mattra_text_squeeze (edit->value);

  if (!g_strv_contains (fields, edit->field))
    {
      mattra_edit_unknown (edit, fields, error);
      return FALSE;
    }
  if (g_strv_contains (pictures, edit->field))
    return set_picture (store, edit, error);
  if (*value == '\0' && g_str_equal (edit->field, "name"))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: the organisation needs a name"));
      return FALSE;
    }
  if (g_str_equal (edit->field, "name")
      && !mattra_store_set_organisation_field (store, "kind", kind_of (value), error))
    return FALSE;
  return mattra_store_set_organisation_field (store, edit->field, *value ? value : NULL, error);
}

typedef struct _Field Field;

typedef gboolean (*SetFunc) (MattraStore       *store,
                             MattraPlan        *plan,
                             const MattraEdit  *edit,
                             const Field       *field,
                             GError           **error);

struct _Field
{
  const char *name;
  SetFunc set;
  MattraRound round;
};

static gboolean
invalid (const MattraEdit  *edit,
         const char        *remedy,
         GError           **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "%s: “%s”: %s", edit->field, edit->value, remedy);
  return FALSE;
}

static gboolean
set_setting (MattraStore       *store,
             MattraPlan        *plan,
             const MattraEdit  *edit,
             const Field       *field,
             GError           **error)
{
  return mattra_store_set_setting (store, mattra_plan_get_id (plan), edit->field,
                                   *edit->value ? edit->value : NULL, error);
}

static gboolean
set_analysed_year (MattraStore       *store,
                   MattraPlan        *plan,
                   const MattraEdit  *edit,
                   const Field       *field,
                   GError           **error)
{
  g_autofree char *year = NULL;

  return mattra_edit_number (edit, MATTRA_FISCAL_YEAR_MIN, MATTRA_FISCAL_YEAR_MAX, &year, error)
         && mattra_store_set_plan_field (store, mattra_plan_get_id (plan), edit->field, year, error);
}

static gboolean
set_results_year (MattraStore       *store,
                  MattraPlan        *plan,
                  const MattraEdit  *edit,
                  const Field       *field,
                  GError           **error)
{
  g_autofree char *year = NULL;

  return mattra_edit_number (edit, MATTRA_FISCAL_YEAR_MIN, MATTRA_FISCAL_YEAR_MAX, &year, error)
         && mattra_store_set_setting (store, mattra_plan_get_id (plan), edit->field, year, error);
}

static gboolean
set_report_date (MattraStore       *store,
                 MattraPlan        *plan,
                 const MattraEdit  *edit,
                 const Field       *field,
                 GError           **error)
{
  g_autofree char *iso = NULL;

  return mattra_edit_date (edit, &iso, error)
         && mattra_store_set_setting (store, mattra_plan_get_id (plan), edit->field, iso, error);
}

/* Naming the round of a plan gives the answers that had none to it. */
static gboolean
set_round (MattraStore       *store,
           MattraPlan        *plan,
           const MattraEdit  *edit,
           const Field       *field,
           GError           **error)
{
  MattraRound round = MATTRA_ROUND_NONE;
  const char *id = mattra_plan_get_id (plan);

  if (!mattra_round_from_string (edit->value, &round) || round == MATTRA_ROUND_NONE)
    return invalid (edit, _("write first_half or full_year"), error);
  return mattra_store_assign_round (store, id, round, error)
         && mattra_store_set_setting (store, id, edit->field, edit->value, error);
}

static gboolean
set_due (MattraStore       *store,
         MattraPlan        *plan,
         const MattraEdit  *edit,
         const Field       *field,
         GError           **error)
{
  g_autofree char *iso = NULL;

  return mattra_edit_date (edit, &iso, error)
         && mattra_store_set_round_field (store, mattra_plan_get_id (plan), field->round, "answers_due",
                                          iso, error);
}

static gboolean
set_state (MattraStore       *store,
           MattraPlan        *plan,
           const MattraEdit  *edit,
           const Field       *field,
           GError           **error)
{
  static const char *const states[] = { "open", "closed", NULL };

  if (!g_strv_contains (states, edit->value))
    return invalid (edit, _("write open or closed"), error);
  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), field->round, "state",
                                       edit->value, error);
}

static gboolean
set_widths (MattraStore       *store,
            MattraPlan        *plan,
            const MattraEdit  *edit,
            const Field       *field,
            GError           **error)
{
  g_autofree char *western = mattra_digits_to_western (edit->value);
  g_autofree char *squeezed = mattra_text_squeeze (western);
  g_auto (GStrv) words = g_strsplit (squeezed, " ", -1);

  for (guint i = 0; words[i] && *squeezed != '\0'; i++)
    {
      char *end = NULL;
      double width = g_ascii_strtod (words[i], &end);

      if (end == words[i] || *end != '\0' || !isfinite (width) || width <= 0 || width > WIDTH_LAST)
        return invalid (edit, _("write the widths of the columns in millimetres, with spaces between"), error);
    }
  return mattra_store_set_setting (store, mattra_plan_get_id (plan), edit->field,
                                   *squeezed ? squeezed : NULL, error);
}

static gboolean
set_word (MattraStore       *store,
          MattraPlan        *plan,
          const MattraEdit  *edit,
          const char *const *words,
          const char        *remedy,
          GError           **error)
{
  g_autofree char *western = mattra_digits_to_western (edit->value);

  if (*western != '\0' && !g_strv_contains (words, western))
    return invalid (edit, remedy, error);
  return mattra_store_set_setting (store, mattra_plan_get_id (plan), edit->field, *western ? western : NULL, error);
}

static gboolean
set_blocks (MattraStore       *store,
            MattraPlan        *plan,
            const MattraEdit  *edit,
            const Field       *field,
            GError           **error)
{
  static const char *const words[] = { "1", "2", NULL };

  return set_word (store, plan, edit, words, _("write 1 or 2 signature blocks side by side"), error);
}

static gboolean
set_date_line (MattraStore       *store,
               MattraPlan        *plan,
               const MattraEdit  *edit,
               const Field       *field,
               GError           **error)
{
  static const char *const words[] = { "none", NULL };

  return set_word (store, plan, edit, words, _("write none for no line, or nothing for one"), error);
}

static gboolean
set_score (MattraStore       *store,
           MattraPlan        *plan,
           const MattraEdit  *edit,
           const Field       *field,
           GError           **error)
{
  const char *cursor = edit->field + strlen (SCORE_PREFIX);
  int indicator = 0;
  double score = -1;

  if (!mattra_digits_parse (&cursor, &indicator) || *cursor != '\0' || indicator < 1 || indicator > 10
      || !mattra_assessment_parse_points (edit->value, &score))
    return invalid (edit, _("write score:1 to score:10 and points from 0 to 100"), error);
  return mattra_store_set_score (store, mattra_plan_get_analysed_year (plan), indicator, score, error);
}

static const Field fields[] = {
  { "title", set_setting, MATTRA_ROUND_NONE },
  { "measures_title", set_setting, MATTRA_ROUND_NONE },
  { "preface", set_setting, MATTRA_ROUND_NONE },
  { "measures_preface", set_setting, MATTRA_ROUND_NONE },
  { "report_date", set_report_date, MATTRA_ROUND_NONE },
  { "round", set_round, MATTRA_ROUND_NONE },
  { "round_text", set_setting, MATTRA_ROUND_NONE },
  { "columns", set_setting, MATTRA_ROUND_NONE },
  { "widths", set_widths, MATTRA_ROUND_NONE },
  { MATTRA_SETTING_KIND_BLOCKS, set_blocks, MATTRA_ROUND_NONE },
  { MATTRA_SETTING_KIND_DATE_LINE, set_date_line, MATTRA_ROUND_NONE },
  { "analysed_year", set_analysed_year, MATTRA_ROUND_NONE },
  { MATTRA_SETTING_RESULTS_YEAR, set_results_year, MATTRA_ROUND_NONE },
  { "first_half_due", set_due, MATTRA_ROUND_FIRST_HALF },
  { "full_year_due", set_due, MATTRA_ROUND_FULL_YEAR },
  { "first_half_state", set_state, MATTRA_ROUND_FIRST_HALF },
  { "full_year_state", set_state, MATTRA_ROUND_FULL_YEAR },
  { LABEL_PREFIX, set_setting, MATTRA_ROUND_NONE },
  { SCORE_PREFIX, set_score, MATTRA_ROUND_NONE },
};

static gboolean
is_named (const Field *field,
          const char  *name)
{
  if (g_str_has_suffix (field->name, ":"))
    return g_str_has_prefix (name, field->name) && name[strlen (field->name)] != '\0';
  return g_str_equal (field->name, name);
}

/* What all kinds share is of the same words where it is of one. */
static gboolean
set_of_kind (MattraStore       *store,
             MattraPlan        *plan,
             const MattraEdit  *edit,
             GError           **error)
{
  const char *name = strchr (edit->field, '/') + 1;

  if (g_str_equal (name, MATTRA_SETTING_KIND_BLOCKS))
    return set_blocks (store, plan, edit, NULL, error);
  if (g_str_equal (name, MATTRA_SETTING_KIND_DATE_LINE))
    return set_date_line (store, plan, edit, NULL, error);
  return mattra_edit_report (store, plan, edit, error);
}

gboolean
mattra_edit_plan (MattraStore       *store,
                  MattraPlan        *plan,
                  const MattraEdit  *edit,
                  GError           **error)
{
  const char *names[G_N_ELEMENTS (fields) + 2] = { NULL };

  if (mattra_edit_is_of_kind (edit->field))
    return set_of_kind (store, plan, edit, error);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (is_named (&fields[i], edit->field))
        return fields[i].set (store, plan, edit, &fields[i], error);
      names[i] = fields[i].name;
    }
  names[G_N_ELEMENTS (fields)] = "KIND/NAME";
  mattra_edit_unknown (edit, names, error);
  return FALSE;
}
