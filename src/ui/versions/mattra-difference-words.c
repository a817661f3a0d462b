/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-difference-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-report.h"
#include "mattra-status-look.h"
#include "mattra-table-columns.h"

/* Differences as the window tells them: columns by their heads, statuses by their words. */

typedef struct
{
  const char *name;
  const char *words;
} Word;

/* What belongs to the plan as a whole, by the first word of its field. */
static const Word targets[] = {
  { "organisation", N_("Office") },
  { "plan", N_("Plan") },
  { "division", N_("Division") },
  { "paper", N_("Number of a Paper") },
  { "person", N_("Person Who Signs") },
  { "member", N_("Member of the Committee") },
  { "minutes", N_("Decisions of the Meeting") },
};

static const Word details[] = {
  { "name", N_("Full Name") },
  { "district", N_("District") },
  { "province", N_("Province") },
  { "website", N_("Web Site") },
  { "emblem", N_("Emblem") },
  { "garuda", N_("Picture of the Garuda") },
  { MATTRA_SETTING_TITLE, N_("Title of the Report") },
  { MATTRA_SETTING_PREFACE, N_("Preface") },
  { MATTRA_SETTING_MEASURES_TITLE, N_("Title of the Report") },
  { MATTRA_SETTING_MEASURES_PREFACE, N_("Preface") },
  { MATTRA_SETTING_REPORT_DATE, N_("Date of the Report") },
};

/* Fields of a measure that no column shows. */
static const Word fields[] = {
  { "period_start", N_("First Day") },
  { "period_end", N_("Last Day") },
  { "topic", N_("Topic") },
  { "recurrence", N_("Recurrence") },
  { "attachments", N_("Links and files") },
  { "carried", N_("Recommendations of Earlier Years") },
  { "minutes", N_("Decisions of the Meeting") },
};

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].name, name))
      return _(words[i].words);
  return NULL;
}

/* "organisation name", "person:NAME", "paper:memo first_half" */
static char *
name_plan_field (const char *field)
{
  gsize length = strcspn (field, " :");
  g_autofree char *target = g_strndup (field, length);
  const char *rest = field[length] != '\0' ? field + length + 1 : NULL;
  const char *words = find_word (targets, G_N_ELEMENTS (targets), target);
  const char *detail = rest ? find_word (details, G_N_ELEMENTS (details), rest) : NULL;
  const char *kind = rest && detail == NULL ? mattra_report_kind_title (rest) : NULL;

  if (words == NULL)
    return g_strdup (field);
  return g_strjoin (" · ", words, detail ? detail : kind ? kind : rest, NULL);
}

static char *
name_measure_field (const char *field,
                    MattraPlan *plan)
{
  const char *words = find_word (fields, G_N_ELEMENTS (fields), field);

  return words ? g_strdup (words) : mattra_table_field_dup_title (plan, field);
}

/**
 * mattra_difference_words_place:
 * @difference: a difference
 * @plan: the plan
 * @digits: the script of numbers
 *
 * Returns: (transfer full): where it is, in the user's words
 */
char *
mattra_difference_words_place (const MattraDifference *difference,
                               MattraPlan             *plan,
                               MattraDigits            digits)
{
  g_autofree char *number = NULL;
  g_autofree char *field = NULL;
  g_autoptr (GString) place = NULL;

  g_return_val_if_fail (difference != NULL && MATTRA_IS_PLAN (plan), NULL);

  if (*difference->measure == '\0')
    {
      field = name_plan_field (difference->field);
      place = g_string_new (field);
    }
  else
    {
      number = mattra_digits_apply (*difference->number ? difference->number : "–", digits);
      place = g_string_new (NULL);
      g_string_printf (place, _("Measure %s"), number);
      if (difference->kind == MATTRA_DIFFERENCE_CHANGED)
        {
          field = name_measure_field (difference->field, plan);
          g_string_append_printf (place, " · %s", field);
        }
    }
  if (*difference->division_name != '\0')
    g_string_append_printf (place, " · %s", difference->division_name);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

/**
 * mattra_difference_words_text:
 * @difference: a difference
 * @text: what stood or stands there
 *
 * Returns: (transfer full): it as the window shows it
 */
char *
mattra_difference_words_text (const MattraDifference *difference,
                              const char             *text)
{
  MattraStatus status;

  g_return_val_if_fail (difference != NULL && text != NULL, NULL);

  if (*difference->measure != '\0' && g_str_equal (difference->field, "status")
      && mattra_status_from_string (text, &status))
    return g_strdup (mattra_status_look_word (status));
  return g_strdup (text);
}

static char *
on_one_line (const MattraDifference *difference,
             const char             *text)
{
  g_autofree char *words = mattra_difference_words_text (difference, text);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  return g_strjoinv (" / ", lines);
}

/**
 * mattra_difference_words_line:
 * @difference: a difference
 * @plan: the plan
 * @digits: the script of numbers
 *
 * Returns: (transfer full): where it is, what stood there and what stands there, on one line
 */
char *
mattra_difference_words_line (const MattraDifference *difference,
                              MattraPlan             *plan,
                              MattraDigits            digits)
{
  g_autofree char *place = mattra_difference_words_place (difference, plan, digits);
  g_autofree char *before = on_one_line (difference, difference->before);
  g_autofree char *after = on_one_line (difference, difference->after);

  if (difference->kind == MATTRA_DIFFERENCE_GONE)
    return g_strdup_printf (_("%s is gone: “%s”"), place, before);
  if (difference->kind == MATTRA_DIFFERENCE_NEW)
    return g_strdup_printf (_("%s is new: “%s”"), place, after);
  return g_strdup_printf ("%s: “%s” → “%s”", place, before, after);
}
