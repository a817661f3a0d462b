/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-read-date.h"
#include "mattra-round-name.h"
#include "mattra-text.h"

/* The record of what was sent to divisions, the oldest first. */

static const MattraPeopleColumn columns[] = {
  { "division", N_("Division"), MATTRA_CELL_CHOICE, 200 },
  { "round", N_("Round"), MATTRA_CELL_CHOICE, 130, TRUE },
  { "kind", N_("What Was Sent"), MATTRA_CELL_CHOICE, 110, TRUE },
  { "day", N_("Sent on"), MATTRA_CELL_DATE, 120 },
  { "due", N_("Day Asked for"), MATTRA_CELL_DATE, 120 },
  { "way", N_("Way"), MATTRA_CELL_TEXT, 130 },
  { "person", N_("Sent by"), MATTRA_CELL_TEXT, 150 },
  { "answered_on", N_("On Paper"), MATTRA_CELL_DATE, 120 },
  { "note", N_("Note"), MATTRA_CELL_TEXT, 240 },
  { NULL },
};

static const struct
{
  const char *kind;
  const char *name;
} kinds[] = {
  { "request", N_("Request") },
  { "reminder", N_("Reminder") },
};

static const MattraRound rounds[] = { MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };

static const MattraRequest *
request_at (MattraPlan *plan,
            guint       row)
{
  return g_ptr_array_index (mattra_plan_get_requests (plan), row);
}

static guint
n_rows (MattraPlan *plan)
{
  return mattra_plan_get_requests (plan)->len;
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return request_at (plan, row)->id;
}

static char *
day_text (MattraDate day)
{
  return mattra_date_format (day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
}

static char *
dup_text (MattraPlan *plan,
          guint       row,
          const char *field)
{
  const MattraRequest *request = request_at (plan, row);

  if (g_str_equal (field, "division"))
    return g_strdup (mattra_plan_find_division_name (plan, request->division));
  if (g_str_equal (field, "round"))
    return mattra_round_name (request->round, MATTRA_DIGITS_WESTERN);
  if (g_str_equal (field, "kind"))
    return g_strdup (_(kinds[request->reminder].name));
  if (g_str_equal (field, "day"))
    return day_text (request->day);
  if (g_str_equal (field, "due"))
    return day_text (request->due);
  if (g_str_equal (field, "answered_on"))
    return day_text (request->answered_on);
  if (g_str_equal (field, "way"))
    return g_strdup (request->way);
  return g_strdup (g_str_equal (field, "person") ? request->person : request->note);
}

static char **
dup_choices (MattraPlan *plan,
             const char *field)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; g_str_equal (field, "kind") && i < G_N_ELEMENTS (kinds); i++)
    g_strv_builder_add (words, _(kinds[i].name));
  for (guint i = 0; g_str_equal (field, "round") && i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *name = mattra_round_name (rounds[i], MATTRA_DIGITS_WESTERN);

      g_strv_builder_add (words, name);
    }
  for (guint i = 0; g_str_equal (field, "division") && i < mattra_division_list_get_size (divisions); i++)
    g_strv_builder_add (words, mattra_division_list_get (divisions, i)->name);
  return g_strv_builder_end (words);
}

static gboolean
agree (const char *one,
       const char *other)
{
  g_autofree char *folded = mattra_text_fold_search (one);
  g_autofree char *other_folded = mattra_text_fold_search (other);

  return g_str_equal (folded, other_folded);
}

static const char *
read_kind (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (agree (text, _(kinds[i].name)) || agree (text, kinds[i].kind))
      return kinds[i].kind;
  return NULL;
}

static const char *
read_round (MattraPlan *plan,
            const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *name = mattra_round_name (rounds[i], MATTRA_DIGITS_WESTERN);

      if (agree (text, name) || agree (text, mattra_round_to_string (rounds[i])))
        return mattra_plan_get_round (plan, rounds[i])->id;
    }
  return NULL;
}

static gboolean
is_day (const char *field)
{
  return g_str_equal (field, "day") || g_str_equal (field, "due") || g_str_equal (field, "answered_on");
}

/* What a cell may not say, in words; %NULL where it may stand there. */
static const char *
find_fault (MattraPlan *plan,
            const char *field,
            const char *value)
{
  MattraDate day;

  if (g_str_equal (field, "kind") && read_kind (value) == NULL)
    return _("It is a request or a reminder");
  if (g_str_equal (field, "round") && read_round (plan, value) == NULL)
    return _("Choose a round");
  if (g_str_equal (field, "division")
      && mattra_division_list_find_name (mattra_plan_get_divisions (plan), value) == NULL)
    return _("There is no division of this name");
  if (g_str_equal (field, "day") && *value == '\0')
    return _("Write the day on which it was sent");
  if (is_day (field) && *value != '\0' && !mattra_read_date (value, &day))
    return _("Write a day like ๑๐ เม.ย. ๒๕๖๖");
  return NULL;
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *value = mattra_text_squeeze (text);
  const char *fault = find_fault (plan, field, value);

  *valid = fault == NULL;
  return g_strdup (fault);
}

static char *
to_value (MattraPlan *plan,
          const char *field,
          const char *text)
{
  MattraDate day;

  if (*text == '\0')
    return NULL;
  if (g_str_equal (field, "kind"))
    return g_strdup (read_kind (text));
  if (g_str_equal (field, "round"))
    return g_strdup (read_round (plan, text));
  if (g_str_equal (field, "division"))
    return g_strdup (mattra_division_list_find_name (mattra_plan_get_divisions (plan), text)->id);
  if (is_day (field))
    return mattra_read_date (text, &day) ? mattra_date_to_iso (day) : NULL;
  return g_strdup (text);
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     const char   *id,
     const char   *field,
     const char   *text,
     GError      **error)
{
  g_autofree char *squeezed = mattra_text_squeeze (text);
  g_autofree char *value = NULL;
  const char *fault = find_fault (plan, field, squeezed);

  if (fault != NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "“%s”: %s", squeezed, fault);
      return FALSE;
    }
  value = to_value (plan, field, squeezed);
  return mattra_store_set_request_field (store, id, field, value, error);
}

/* The round that is open; today, until another day is written: a row without a name is given the day. */
static char *
insert (MattraStore  *store,
        MattraPlan   *plan,
        const char   *name,
        GError      **error)
{
  MattraRound round = mattra_plan_get_round (plan, rounds[0])->open ? rounds[0] : rounds[1];
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  g_autoptr (MattraRequest) request = NULL;
  MattraDate today;

  if (mattra_division_list_get_size (divisions) == 0)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("The office has no divisions yet."));
      return NULL;
    }
  if (!mattra_date_parse_iso (name, &today))
    g_return_val_if_reached (NULL);
  request = mattra_request_new (round, mattra_division_list_get (divisions, 0)->id, today);
  return mattra_store_insert_request (store, mattra_plan_get_id (plan), request, error);
}

static gboolean
remove_request (MattraStore  *store,
                const char   *id,
                GError      **error)
{
  return mattra_store_set_request_field (store, id, "deleted", "1", error);
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of a request that is no longer there"), title);
}

const MattraPeopleKind mattra_people_requests = {
  .place = "request",
  .page = "requests",
  .title = N_("Requests Sent"),
  .purpose = N_("What divisions were sent so that they answer: memos, reminders by telephone or LINE."),
  .add_label = N_("_Add a Request"),
  .columns = columns,
  .name_field = "division",
  .insert_act = "insert-request",
  .set_act = "set-request",
  .delete_act = "delete-request",
  .asks = TRUE,
  .action = MATTRA_ACTION_SETTINGS,
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .dup_choices = dup_choices,
  .understand = understand,
  .set = set,
  .insert = insert,
  .remove = remove_request,
};
