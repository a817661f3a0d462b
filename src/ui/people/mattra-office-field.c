/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-office-field.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mattra-error.h"
#include "mattra-read-date.h"
#include "mattra-report.h"
#include "mattra-round-name.h"
#include "mattra-text.h"

/* The office */

static char *
dup_office (MattraPlan   *plan,
            const MattraOfficeField *field,
            MattraDigits  digits)
{
  const MattraOrganisation *office = mattra_plan_get_organisation (plan);
  const struct
  {
    const char *name;
    const char *text;
  } texts[] = {
    { "name", office->name },
    { "district", office->district },
    { "province", office->province },
    { "website", office->website },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, field->name))
      return g_strdup (texts[i].text);
  g_return_val_if_reached (NULL);
}

/* The name says what kind of office it is. */
static gboolean
set_office (MattraStore  *store,
            MattraPlan   *plan,
            const MattraOfficeField *field,
            const char   *text,
            GError      **error)
{
  if (g_str_equal (field->name, "name"))
    {
      const char *kind = mattra_organisation_kind_to_string (mattra_organisation_kind_of (text));

      if (*text == '\0')
        {
          g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: the organisation needs a name"));
          return FALSE;
        }
      if (!mattra_store_set_organisation_field (store, "kind", kind, error))
        return FALSE;
    }
  return mattra_store_set_organisation_field (store, field->name, *text ? text : NULL, error);
}

static gboolean
is_any (const char *text)
{
  return TRUE;
}

static gboolean
is_filled (const char *text)
{
  return *text != '\0';
}

/* The rounds */

static char *
dup_due (MattraPlan   *plan,
         const MattraOfficeField *field,
         MattraDigits  digits)
{
  MattraDate due = mattra_plan_get_round (plan, (MattraRound) field->number)->answers_due;

  return mattra_date_is_set (due) ? mattra_date_format (due, MATTRA_DATE_LONG, digits) : NULL;
}

static gboolean
is_day (const char *text)
{
  MattraDate day;

  return *text == '\0' || mattra_read_date (text, &day);
}

static gboolean
set_due (MattraStore  *store,
         MattraPlan   *plan,
         const MattraOfficeField *field,
         const char   *text,
         GError      **error)
{
  MattraDate day;
  g_autofree char *iso = *text && mattra_read_date (text, &day) ? mattra_date_to_iso (day) : NULL;

  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), (MattraRound) field->number, "answers_due",
                                       iso, error);
}

/* The scores */

static char *
dup_score (MattraPlan   *plan,
           const MattraOfficeField *field,
           MattraDigits  digits)
{
  GPtrArray *scores = mattra_plan_get_scores (plan);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      if (score->indicator != field->number || score->score < 0)
        continue;
      g_ascii_formatd (text, sizeof text, "%.2f", score->score);
      return mattra_digits_apply (text, digits);
    }
  return NULL;
}

/* Points as they are typed; negative for none. */
static gboolean
read_score (const char *text,
            double     *score)
{
  *score = -1;
  return *text == '\0' || mattra_assessment_parse_points (text, score);
}

static gboolean
is_score (const char *text)
{
  double score;

  return read_score (text, &score);
}

static gboolean
set_score (MattraStore  *store,
           MattraPlan   *plan,
           const MattraOfficeField *field,
           const char   *text,
           GError      **error)
{
  double score;

  return read_score (text, &score)
         && mattra_store_set_score (store, mattra_plan_get_analysed_year (plan), field->number, score, error);
}

/* The papers */

static char *
dup_setting (MattraPlan   *plan,
             const MattraOfficeField *field,
             MattraDigits  digits)
{
  return g_strdup (mattra_plan_get_setting (plan, field->name));
}

static gboolean
set_setting (MattraStore  *store,
             MattraPlan   *plan,
             const MattraOfficeField *field,
             const char   *text,
             GError      **error)
{
  return mattra_store_set_setting (store, mattra_plan_get_id (plan), field->name, *text ? text : NULL, error);
}

static const MattraOfficeKind office_name = { "set-office", dup_office, is_filled, set_office };
static const MattraOfficeKind office_other = { "set-office", dup_office, is_any, set_office };
static const MattraOfficeKind paper_title = { "set-report-title", dup_setting, is_any, set_setting };
static const MattraOfficeKind paper_preface = { "set-report-preface", dup_setting, is_any, set_setting, .lines = TRUE };
static const MattraOfficeKind due_day = { "set-round", dup_due, is_day, set_due };
static const MattraOfficeKind score_points = { "set-score", dup_score, is_score, set_score };


/* All fields */

static const struct
{
  const char *name;
  const MattraOfficeKind *kind;
  const char *group; /* NULL for that of a round */
  const char *title; /* NULL for that of an indicator */
} known[] = {
  { "name", &office_name, N_("Office"), N_("Full Name") },
  { "district", &office_other, N_("Office"), N_("District") },
  { "province", &office_other, N_("Office"), N_("Province") },
  { "website", &office_other, N_("Office"), N_("Web Site") },
  { MATTRA_SETTING_TITLE, &paper_title, N_("Results of the Measures"), N_("Title of the Report") },
  { MATTRA_SETTING_PREFACE, &paper_preface, N_("Results of the Measures"), N_("Preface, Each Paragraph a Line") },
  { MATTRA_SETTING_MEASURES_TITLE, &paper_title, N_("Measures of the Year"), N_("Title of the Report") },
  { MATTRA_SETTING_MEASURES_PREFACE, &paper_preface, N_("Measures of the Year"),
    N_("Preface, Each Paragraph a Line") },
  { "answers_due", &due_day, NULL, N_("Answers Are Due") },
  { "score", &score_points, N_("ITA Scores"), NULL },
};

static guint
find_known (const char *name)
{
  guint place = 0;

  while (place < G_N_ELEMENTS (known) && !g_str_equal (known[place].name, name))
    place++;
  return place;
}

/**
 * mattra_office_field_init:
 * @self: (out caller-allocates): a field
 * @name: of the store
 * @number: a round or an indicator; 0 for neither
 *
 * Returns: whether there is one of this name
 */
gboolean
mattra_office_field_init (MattraOfficeField *self,
                          const char        *name,
                          int                number)
{
  guint place;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  place = find_known (name);
  if (place == G_N_ELEMENTS (known))
    return FALSE;
  self->kind = known[place].kind;
  self->name = known[place].name;
  self->number = number;
  return TRUE;
}

/**
 * mattra_office_field_dup_key:
 * @self: a field
 *
 * Returns: (transfer full): by what it is told from the others of a plan
 */
char *
mattra_office_field_dup_key (const MattraOfficeField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s:%d", self->name, self->number);
}

/**
 * mattra_office_field_read:
 * @self: (out caller-allocates): a field
 * @key: the key of a field
 *
 * Returns: whether it is the key of one
 */
gboolean
mattra_office_field_read (MattraOfficeField *self,
                          const char        *key)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  parts = g_strsplit (key, ":", 2);
  if (g_strv_length (parts) != 2 || !mattra_office_field_init (self, parts[0], atoi (parts[1])))
    return FALSE;
  return self->kind != &due_day || self->number == MATTRA_ROUND_FIRST_HALF
         || self->number == MATTRA_ROUND_FULL_YEAR;
}

static char *
dup_indicator (MattraPlan   *plan,
               int           number,
               MattraDigits  digits)
{
  GPtrArray *scores = mattra_plan_get_scores (plan);
  g_autofree char *shown = mattra_digits_format (number, digits);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->indicator == number)
        return g_strdup_printf ("%s. %s", shown, score->name);
    }
  return g_steal_pointer (&shown);
}

/**
 * mattra_office_field_dup_title:
 * @self: a field
 * @plan: the plan
 * @digits: the script of numbers
 *
 * Returns: (transfer full): what it is called within its group
 */
char *
mattra_office_field_dup_title (const MattraOfficeField *self,
                               MattraPlan              *plan,
                               MattraDigits             digits)
{
  const char *title;

  g_return_val_if_fail (self != NULL && plan != NULL, NULL);

  title = known[find_known (self->name)].title;
  return title ? g_strdup (_(title)) : dup_indicator (plan, self->number, digits);
}

/**
 * mattra_office_field_dup_words:
 * @self: a field
 * @plan: the plan
 * @digits: the script of numbers
 *
 * Returns: (transfer full): its group and what it is called there
 */
char *
mattra_office_field_dup_words (const MattraOfficeField *self,
                               MattraPlan              *plan,
                               MattraDigits             digits)
{
  g_autofree char *title = NULL;
  g_autofree char *round = NULL;
  const char *group;

  g_return_val_if_fail (self != NULL && plan != NULL, NULL);

  title = mattra_office_field_dup_title (self, plan, digits);
  group = known[find_known (self->name)].group;
  if (group == NULL)
    round = mattra_round_name ((MattraRound) self->number, digits);
  return g_strdup_printf ("%s, %s", group ? _(group) : round, title);
}
