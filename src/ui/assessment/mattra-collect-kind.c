/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-collect.h"
#include "mattra-error.h"
#include "mattra-read-date.h"
#include "mattra-round-name.h"
#include "mattra-text.h"

/* How far the answers of each division are collected, round by round. A day that is typed under "Asked" or "Reminded"
 * is kept as a request of that day; the list of requests has them all. */

static const MattraPeopleColumn columns[] = {
  { "round", N_("Round"), MATTRA_CELL_READ_ONLY, 140, TRUE },
  { "division", N_("Division"), MATTRA_CELL_READ_ONLY, 200 },
  { "answered", N_("Answered"), MATTRA_CELL_READ_ONLY, 125, TRUE },
  { "state", N_("State"), MATTRA_CELL_READ_ONLY, 175, TRUE },
  { "due", N_("Due"), MATTRA_CELL_READ_ONLY, 110 },
  { "asked_on", N_("Asked"), MATTRA_CELL_DATE, 120 },
  { "reminded_on", N_("Reminded"), MATTRA_CELL_DATE, 120 },
  { "answered_on", N_("On Paper"), MATTRA_CELL_DATE, 120 },
  { "last_answer", N_("Last Answer"), MATTRA_CELL_READ_ONLY, 130 },
  { NULL },
};

static const MattraRound rounds[] = { MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };

static guint
n_divisions (MattraPlan *plan)
{
  return mattra_division_list_get_size (mattra_plan_get_divisions (plan));
}

static guint
n_rows (MattraPlan *plan)
{
  return n_divisions (plan) * G_N_ELEMENTS (rounds);
}

static MattraRound
round_of (MattraPlan *plan,
          guint       row)
{
  return rounds[row / n_divisions (plan)];
}

static const MattraDivision *
division_of (MattraPlan *plan,
             guint       row)
{
  return mattra_division_list_get (mattra_plan_get_divisions (plan), row % n_divisions (plan));
}

static const char *
id_of (MattraRound  round,
       const char  *division)
{
  g_autofree char *id = g_strconcat (mattra_round_to_string (round), "/", division, NULL);

  return g_intern_string (id);
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return id_of (round_of (plan, row), division_of (plan, row)->id);
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
  g_autoptr (MattraCollectRow) summary = g_new0 (MattraCollectRow, 1);

  if (g_str_equal (field, "round"))
    return mattra_round_name (round_of (plan, row), MATTRA_DIGITS_WESTERN);
  if (g_str_equal (field, "division"))
    return g_strdup (division_of (plan, row)->name);
  summary->division = g_strdup (division_of (plan, row)->id);
  mattra_collect_summarise (plan, round_of (plan, row), MATTRA_DATE_NONE, summary);
  if (g_str_equal (field, "due"))
    return day_text (summary->due);
  if (g_str_equal (field, "asked_on"))
    return day_text (summary->asked_on);
  if (g_str_equal (field, "reminded_on"))
    return day_text (summary->reminded_on);
  return g_str_equal (field, "answered_on") ? day_text (summary->answered_on) : NULL;
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *squeezed = mattra_text_squeeze (text);
  MattraDate day;

  *valid = *squeezed == '\0' || mattra_read_date (squeezed, &day);
  return *valid ? NULL : g_strdup (_("Write a day like ๑๐ เม.ย. ๒๕๖๖"));
}

static gboolean
record (MattraStore  *store,
        MattraPlan   *plan,
        MattraRound   round,
        const char   *division,
        gboolean      reminder,
        MattraDate    day,
        GError      **error)
{
  g_autoptr (MattraRequest) request = NULL;
  g_autofree char *id = NULL;

  if (!mattra_date_is_set (day))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("What was sent stays on record; take it out of the list of requests if it was not sent"));
      return FALSE;
    }
  request = mattra_request_new (round, division, day);
  request->reminder = reminder;
  id = mattra_store_insert_request (store, mattra_plan_get_id (plan), request, error);
  return id != NULL;
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
  g_auto (GStrv) words = g_strsplit (id, "/", 2);
  MattraDate day = MATTRA_DATE_NONE;
  MattraRound round = MATTRA_ROUND_NONE;

  mattra_round_from_string (words[0], &round);
  if (*squeezed != '\0' && !mattra_read_date (squeezed, &day))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("“%s” is no day; write it like 2023-04-10 or ๑๐ เม.ย. ๒๕๖๖"),
                   squeezed);
      return FALSE;
    }
  if (g_str_equal (field, "answered_on"))
    return mattra_collect_set_answered (store, plan, round, words[1], day, error);
  return record (store, plan, round, words[1], g_str_equal (field, "reminded_on"), day, error);
}

static void
put (GHashTable *texts,
     const char *id,
     const char *field,
     char       *text)
{
  g_hash_table_insert (texts, g_strconcat (id, "/", field, NULL), text);
}

static char *
time_text (const char *at_utc)
{
  g_autoptr (GDateTime) utc = at_utc != NULL ? g_date_time_new_from_iso8601 (at_utc, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? day_text (mattra_date_make (g_date_time_get_year (local), g_date_time_get_month (local),
                                                     g_date_time_get_day_of_month (local)))
                       : NULL;
}

static gboolean
load_live (MattraStore  *store,
           MattraPlan   *plan,
           MattraDate    day,
           GHashTable   *texts,
           GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autoptr (GPtrArray) rows = mattra_collect_load (store, plan, rounds[i], day, error);

      for (guint k = 0; rows != NULL && k < rows->len; k++)
        {
          const MattraCollectRow *row = g_ptr_array_index (rows, k);
          const char *id = id_of (rounds[i], row->division);
          char *last = time_text (row->last_answer);

          put (texts, id, "answered", g_strdup_printf (_("%u of %u"), row->answered, row->expected));
          put (texts, id, "state", g_strdup (mattra_collect_state_to_text (row->state)));
          if (last != NULL)
            put (texts, id, "last_answer", last);
        }
      if (rows == NULL)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_summary (MattraPlan *plan)
{
  return n_rows (plan) > 0 ? NULL : g_strdup (_("The office has no divisions yet."));
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of a division that is no longer there"), title);
}

const MattraPeopleKind mattra_people_collecting = {
  .place = "collecting",
  .page = "collecting",
  .title = N_("Collecting"),
  .purpose = N_("Who was asked, and who has not answered. A day typed under Asked or Reminded is kept as sent on that day; "
                "Due is the day asked for, else that of the round, which the office page sets."),
  .columns = columns,
  .name_field = "division",
  .set_act = "insert-request",
  .fixed = TRUE,
  .asks = TRUE,
  .action = MATTRA_ACTION_SETTINGS,
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .understand = understand,
  .set = set,
  .load_live = load_live,
  .dup_summary = dup_summary,
};
