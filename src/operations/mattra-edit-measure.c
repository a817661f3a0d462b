/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-error.h"
#include "mattra-find.h"
#include "mattra-period.h"
#include "mattra-recurrence.h"
#include "mattra-text.h"

#define EXTRA_PREFIX "extra:"
#define N_INDICATORS 10
#define N_TOPICS 7
#define NUMBER_LAST 999999999

typedef struct _Field Field;

typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
  MattraMeasure *measure;
  const MattraEdit *edit;
  const Field *field;
} Context;

typedef gboolean (*SetFunc) (const Context  *context,
                             GError        **error);

/* name: as in JSON; question: the field that questions of an import about it carry. */
struct _Field
{
  const char *name;
  SetFunc set;
  int first;
  int last;
  const char *question;
};

static gboolean
set_field (const Context  *context,
           const char     *field,
           const char     *value,
           GError        **error)
{
  return mattra_store_set_measure_field (context->store, mattra_measure_get_id (context->measure),
                                         field, value, error);
}

static gboolean
set_title (const Context  *context,
           GError        **error)
{
  g_autofree char *title = mattra_text_squeeze (context->edit->value);

  if (*title != '\0')
    return set_field (context, "title", title, error);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("title: a measure needs a title"));
  return FALSE;
}

static gboolean
set_text (const Context  *context,
          GError        **error)
{
  g_autofree char *text = mattra_text_squeeze (context->edit->value);

  return set_field (context, context->field->name, *text ? text : NULL, error);
}

static gboolean
set_number (const Context  *context,
            GError        **error)
{
  g_autofree char *number = NULL;

  return mattra_edit_number (context->edit, context->field->first, context->field->last, &number, error)
         && set_field (context, context->field->name, number, error);
}

static gboolean
set_recurrence (const Context  *context,
                GError        **error)
{
  g_autofree char *number = NULL;
  int times = 0;

  if (*context->edit->value != '\0' && !mattra_recurrence_parse (context->edit->value, &times))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("recurrence: “%s”: write how many times in a round, from 1 to %d, or words such as ทุกเดือน, ทุกไตรมาส, "
                     "4 ครั้งต่อปี"), context->edit->value, MATTRA_RECURRENCE_LAST);
      return FALSE;
    }
  number = times > 0 ? g_strdup_printf ("%d", times) : NULL;
  return set_field (context, context->field->name, number, error);
}

static gboolean
check_order (const Context  *context,
             const char     *iso,
             GError        **error)
{
  gboolean is_start = g_str_equal (context->field->name, "period_start");
  MattraDate start = mattra_measure_get_period_start (context->measure);
  MattraDate end = mattra_measure_get_period_end (context->measure);
  MattraDate *changed = is_start ? &start : &end;

  if (iso == NULL || !mattra_date_parse_iso (iso, changed))
    return TRUE;
  if (!mattra_date_is_set (start) || !mattra_date_is_set (end) || mattra_date_compare (start, end) <= 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               is_start ? _("period_start: %s is after the period's end; set period_end first")
                        : _("period_end: %s is before the period's start; set period_start first"), iso);
  return FALSE;
}

static gboolean
set_date (const Context  *context,
          GError        **error)
{
  g_autofree char *iso = NULL;

  return mattra_edit_date (context->edit, &iso, error)
         && check_order (context, iso, error)
         && set_field (context, context->field->name, iso, error);
}

/* The text and its two days are one value to the user. A text without days is kept as typed. */
static gboolean
set_period (const Context  *context,
            GError        **error)
{
  g_autofree char *text = mattra_text_squeeze (context->edit->value);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  MattraPeriod period = { MATTRA_PERIOD_NONE };

  mattra_period_parse (text, mattra_plan_get_fiscal_year (context->plan), &period);
  if (mattra_date_is_set (period.start))
    start = mattra_date_to_iso (period.start);
  if (mattra_date_is_set (period.end))
    end = mattra_date_to_iso (period.end);
  return set_field (context, "period_text", *text ? text : NULL, error)
         && set_field (context, "period_start", start, error)
         && set_field (context, "period_end", end, error);
}

static const char *const no_lines[] = { NULL };

static gboolean
set_items (const Context  *context,
           GError        **error)
{
  g_auto (GStrv) lines = mattra_edit_lines (context->edit->value);
  const char *none = mattra_edit_none (lines);
  MattraItemKind kind = MATTRA_ITEM_STEP;

  if (!mattra_item_kind_from_field (context->field->name, &kind))
    g_assert_not_reached ();
  return mattra_store_set_cell (context->store, mattra_measure_get_id (context->measure), kind,
                                mattra_item_kind_is_answer (kind) ? context->edit->round : MATTRA_ROUND_NONE,
                                mattra_item_kind_is_answer (kind) ? context->edit->division : NULL,
                                none ? no_lines : (const char *const *) lines, none, error);
}

static gboolean
set_extra (const Context  *context,
           GError        **error)
{
  g_auto (GStrv) lines = mattra_edit_lines (context->edit->value);
  const char *none = mattra_edit_none (lines);
  const char *label = context->edit->field + strlen (EXTRA_PREFIX);

  return mattra_store_set_extra (context->store, mattra_measure_get_id (context->measure), label,
                                 none ? no_lines : (const char *const *) lines, none, error);
}

/* Each line is a party as it prints; commas and slashes inside it are the user's own. */
static gboolean
set_parties (const Context  *context,
             GError        **error)
{
  g_auto (GStrv) lines = mattra_edit_lines (context->edit->value);
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_party_free);
  MattraDivisionList *divisions = mattra_plan_get_divisions (context->plan);

  for (guint i = 0; lines[i]; i++)
    {
      MattraParty *party = mattra_party_new (lines[i]);

      g_clear_pointer (&party->divisions, g_ptr_array_unref);
      party->divisions = mattra_division_list_match (divisions, lines[i]);
      g_ptr_array_add (parties, party);
    }
  return mattra_store_set_parties (context->store, mattra_measure_get_id (context->measure), parties,
                                   error);
}

static gboolean
read_status (const char   *value,
             MattraStatus *status)
{
  if (mattra_status_from_string (value, status))
    return mattra_status_can_be_stated (*status);
  for (int i = MATTRA_STATUS_NONE; i <= MATTRA_STATUS_CANCELLED; i++)
    if (mattra_status_can_be_stated ((MattraStatus) i)
        && g_strcmp0 (mattra_status_to_thai ((MattraStatus) i), value) == 0)
      {
        *status = (MattraStatus) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
set_status (const Context  *context,
            GError        **error)
{
  const char *value = context->edit->value;
  MattraStatus status = MATTRA_STATUS_NONE;

  if (*value != '\0' && !read_status (value, &status))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("status: “%s” cannot be stated; write not_started, in_progress, done, cancelled or "
                     "nothing (what is late is computed)"), value);
      return FALSE;
    }
  return mattra_store_set_stated (context->store, mattra_measure_get_id (context->measure),
                                  context->edit->round, context->edit->division, status, error);
}

static const Field fields[] = {
  { "number", set_number, 1, NUMBER_LAST, "number" },
  { "title", set_title, 0, 0, "title" },
  { "section", set_text, 0, 0, "section" },
  { "period_text", set_period, 0, 0, "period" },
  { "period_start", set_date, 0, 0, "period" },
  { "period_end", set_date, 0, 0, "period" },
  { "ita_indicator", set_number, 1, N_INDICATORS, "ita_indicator" },
  { "topic", set_number, 1, N_TOPICS, "topic" },
  { "recurrence", set_recurrence, 0, 0, "recurrence" },
  { "responsible", set_parties, 0, 0, "responsible" },
  { "steps", set_items, 0, 0, "steps" },
  { "indicators", set_items, 0, 0, "indicators" },
  { "follow_up", set_items, 0, 0, "follow_up" },
  { "budget", set_items, 0, 0, "budget" },
  { "note", set_items, 0, 0, "note" },
  { "status", set_status, 0, 0, "status" },
  { "results", set_items, 0, 0, "results" },
  { "obstacles", set_items, 0, 0, "obstacles" },
  { "recommendations", set_items, 0, 0, "recommendations" },
  { "evidence", set_items, 0, 0, "evidence" },
};

/* The answer to the n-th recommendation of an earlier year. */
static gboolean
set_carried (const Context  *context,
             GError        **error)
{
  const MattraCarried *carried = mattra_cell_find_carried (context->measure, context->edit->field);
  GPtrArray *all = mattra_measure_get_carried (context->measure);

  if (carried != NULL)
    return mattra_store_set_carried_answer (context->store, carried->id, context->edit->value, error);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               ngettext ("%s: the measure has %u earlier recommendation to answer",
                         "%s: the measure has %u earlier recommendations to answer", all->len),
               context->edit->field, all->len);
  return FALSE;
}

static const Field carried_field = { MATTRA_CELL_CARRIED, set_carried, 0, 0, NULL };

static const Field extra_field = { EXTRA_PREFIX, set_extra, 0, 0, NULL };

static const Field *
find_field (const MattraEdit  *edit,
            GError           **error)
{
  const char *names[G_N_ELEMENTS (fields) + 3] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, edit->field))
      return &fields[i];
  if (g_str_has_prefix (edit->field, EXTRA_PREFIX) && edit->field[strlen (EXTRA_PREFIX)] != '\0')
    return &extra_field;
  if (g_str_has_prefix (edit->field, MATTRA_CELL_CARRIED))
    return &carried_field;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    names[i] = fields[i].name;
  names[G_N_ELEMENTS (fields)] = "extra:…";
  names[G_N_ELEMENTS (fields) + 1] = MATTRA_CELL_CARRIED "1…";
  mattra_edit_unknown (edit, names, error);
  return NULL;
}

/* What an import asked about this field is answered by setting it. Slipped text stays on record: it
 * is not the value of the field it stood in. */
static gboolean
settle_questions (const Context  *context,
                  GError        **error)
{
  GPtrArray *questions = mattra_measure_get_questions (context->measure);

  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);

      if (question->kind != MATTRA_QUESTION_ASKED || question->id == NULL
          || g_strcmp0 (question->field, context->field->question) != 0)
        continue;
      if (!mattra_store_settle_question (context->store, question->id, error))
        return FALSE;
    }
  return TRUE;
}

/* @measure is the edit's target as the register has it now. */
gboolean
mattra_edit_measure (MattraStore       *store,
                     MattraPlan        *plan,
                     const MattraEdit  *edit,
                     MattraMeasure     *measure,
                     GError           **error)
{
  Context context = { store, plan, measure, edit, NULL };

  context.field = find_field (edit, error);
  return context.field != NULL && context.field->set (&context, error) && settle_questions (&context, error);
}
