/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-draft.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-draft-private.h"
#include "mattra-recurrence.h"

typedef MattraDraftPart Part;
typedef MattraDraftTick Tick;

static Part *
peek_part (MattraDraft *self,
           MattraField  field)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (part->field == field && part->text->len > 0)
        return part;
    }

  return NULL;
}

static void
finish_parties (MattraDraft *self)
{
  Part *part = peek_part (self, MATTRA_FIELD_RESPONSIBLE);
  g_autoptr (GPtrArray) parties = NULL;

  if (part == NULL || mattra_items_is_none (part->text->str))
    return;

  parties = mattra_division_list_split (self->divisions, part->text->str);
  for (guint i = 0; i < parties->len; i++)
    mattra_measure_take_party (self->measure, mattra_party_new (g_ptr_array_index (parties, i)));
}

static char *
proposal_of (const MattraPeriod *period)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (!mattra_date_is_set (period->proposed_start) && !mattra_date_is_set (period->proposed_end))
    return NULL;

  start = mattra_date_is_set (period->proposed_start) ? mattra_date_to_iso (period->proposed_start) : g_strdup ("");
  end = mattra_date_is_set (period->proposed_end) ? mattra_date_to_iso (period->proposed_end) : g_strdup ("");

  return g_strconcat (start, "/", end, NULL);
}

static void
ask_period (MattraDraft        *self,
            const MattraPeriod *period,
            const char         *text,
            const MattraCell   *cell)
{
  const char *question = mattra_period_question (period);
  g_autofree char *proposal = proposal_of (period);

  mattra_draft_ask (self, MATTRA_QUESTION_ASKED, cell, "period", text,
                    question != NULL ? question : N_("The period could not be read. Which are the first and the last day?"),
                    proposal);
}

static void
set_period (MattraDraft      *self,
            const char       *text,
            const MattraCell *cell)
{
  MattraPeriod period;
  int times = 0;

  mattra_measure_set_period_text (self->measure, text);
  mattra_period_parse (text, self->import->document.fiscal_year, &period);
  mattra_measure_set_period_start (self->measure, period.start);
  mattra_measure_set_period_end (self->measure, period.end);
  if (mattra_recurrence_find (text, &times))
    mattra_measure_set_recurrence (self->measure, times);
  if (mattra_draft_is_unclear (&period) && !mattra_items_is_none (text))
    ask_period (self, &period, text, cell);
}

/* Start and end in columns of their own: each is a period of its own, of which one day counts. */
static void
finish_bounds (MattraDraft *self)
{
  Part *start = peek_part (self, MATTRA_FIELD_PERIOD_START);
  Part *end = peek_part (self, MATTRA_FIELD_PERIOD_END);
  g_autofree char *text = NULL;
  MattraPeriod first = { 0 }, last = { 0 };

  if (start == NULL && end == NULL)
    return;

  text = start != NULL && end != NULL ? g_strconcat (start->text->str, " - ", end->text->str, NULL)
                                      : g_strdup ((start != NULL ? start : end)->text->str);
  if (start != NULL)
    mattra_period_parse (start->text->str, self->import->document.fiscal_year, &first);
  if (end != NULL)
    mattra_period_parse (end->text->str, self->import->document.fiscal_year, &last);

  mattra_measure_set_period_text (self->measure, text);
  mattra_measure_set_period_start (self->measure, first.start);
  mattra_measure_set_period_end (self->measure, last.end);
  if (start != NULL && mattra_draft_is_unclear (&first))
    ask_period (self, &first, start->text->str, start->first);
  if (end != NULL && mattra_draft_is_unclear (&last))
    ask_period (self, &last, end->text->str, end->first);
}

static gboolean
is_unticked (const char *text)
{
  static const char *const marks[] = { "☐", "□", "◻", "❏" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (text, marks[i]) == 0)
      return TRUE;

  return mattra_items_is_none (text);
}

/* A cross is a tick on many forms, but not in a row that has a real one. */
static gboolean
is_cross (const char *text)
{
  static const char *const marks[] = { "X", "x", "×", "✗", "✘", "✕", "✖", "☒", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (text, marks[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_mark (const char *text)
{
  static const char *const marks[] = { "/", "✓", "✔", "√", "☑", "✅", "v", "V", "P", "ü", "1", "๑", "●", "•", "*", "//", "⁄", "∕", "ü", "" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (text, marks[i]) == 0)
      return TRUE;

  return is_cross (text);
}

/* Leaves those ticks of one kind that count. */
static GArray *
ticks_of (MattraDraft *self,
          MattraField  field)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
  guint n_real = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      Tick tick = g_array_index (self->ticks, Tick, i);

      if (tick.head->field != field || is_unticked (tick.cell->text))
        continue;
      n_real += !is_cross (tick.cell->text);
      g_array_append_val (ticks, tick);
    }

  for (guint i = ticks->len; i-- > 0 && n_real > 0;)
    if (is_cross (g_array_index (ticks, Tick, i).cell->text))
      g_array_remove_index (ticks, i);

  return ticks;
}

/* Words in a column of ticks say more than the tick: they are kept as extra text. */
static void
keep_words (MattraDraft *self,
            GArray      *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const Tick *tick = &g_array_index (ticks, Tick, i);
      MattraItem *item;

      if (is_mark (tick->cell->text) || mattra_field_status_of_word (tick->cell->text) != MATTRA_STATUS_NONE)
        continue;
      item = mattra_item_new (tick->cell->text);
      item->label = g_strdup (tick->head->label);
      mattra_measure_take_item (self->measure, MATTRA_ITEM_EXTRA, item);
    }
}

static char *
heads_of (GArray *ticks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", g_array_index (ticks, Tick, i).head->label);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
finish_period_ticks (MattraDraft *self)
{
  g_autoptr (GArray) ticks = ticks_of (self, MATTRA_FIELD_PERIOD_TICK);
  g_autofree char *text = NULL;
  const Tick *first, *last;

  if (ticks->len == 0)
    return;

  keep_words (self, ticks);
  first = &g_array_index (ticks, Tick, 0);
  last = &g_array_index (ticks, Tick, ticks->len - 1);
  if (ticks->len > 1 && last->column - first->column == ticks->len - 1)
    text = g_strdup_printf ("%s - %s", first->head->label, last->head->label);
  else
    text = heads_of (ticks);

  set_period (self, text, first->cell);
}

static void
finish_period (MattraDraft *self)
{
  Part *part = peek_part (self, MATTRA_FIELD_PERIOD);

  finish_period_ticks (self);
  finish_bounds (self);
  if (part != NULL)
    set_period (self, part->text->str, part->first);
}

static void
state_status (MattraDraft  *self,
              MattraStatus  status)
{
  MattraAnswer *answer = mattra_measure_ensure_answer (self->measure, self->import->document.round, NULL);

  mattra_answer_set_stated (answer, status);
}

static void
finish_status_word (MattraDraft *self)
{
  Part *part = peek_part (self, MATTRA_FIELD_STATUS);
  MattraStatus status;
  MattraItem *item;

  if (part == NULL || mattra_items_is_none (part->text->str))
    return;

  status = mattra_field_status_of_word (part->text->str);
  if (status != MATTRA_STATUS_NONE)
    {
      state_status (self, status);
      return;
    }

  item = mattra_item_new (part->text->str);
  item->label = g_strdup (part->label);
  mattra_measure_take_item (self->measure, MATTRA_ITEM_EXTRA, item);
  mattra_draft_ask (self, MATTRA_QUESTION_ASKED, part->first, "status", part->text->str,
                    N_("These words state no status that is known and were kept as extra text; which one is meant?"), NULL);
}

static void
finish_status_ticks (MattraDraft *self)
{
  g_autoptr (GArray) ticks = ticks_of (self, MATTRA_FIELD_STATUS_TICK);
  g_autofree char *heads = NULL;
  const Tick *tick;

  if (ticks->len == 0)
    return;

  keep_words (self, ticks);
  tick = &g_array_index (ticks, Tick, 0);
  for (guint i = 1; i < ticks->len; i++)
    if (g_array_index (ticks, Tick, i).head->status != tick->head->status)
      {
        heads = heads_of (ticks);
        mattra_draft_ask (self, MATTRA_QUESTION_ASKED, tick->cell, "status", heads,
                          N_("More than one status is ticked; which one is meant?"), NULL);
        return;
      }

  state_status (self, tick->head->status);
}

static void
finish_extra (MattraDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);
      MattraItem *item;

      if (part->field != MATTRA_FIELD_EXTRA || part->text->len == 0)
        continue;
      item = mattra_items_is_none (part->text->str) ? mattra_item_new_none (part->text->str)
                                                    : mattra_item_new (part->text->str);
      item->label = g_strdup (part->label);
      mattra_measure_take_item (self->measure, MATTRA_ITEM_EXTRA, item);
    }
}

static void
finish_topic (MattraDraft *self)
{
  Part *part = peek_part (self, MATTRA_FIELD_TOPIC);
  MattraMark mark;
  int topic = 0;

  if (part == NULL)
    return;
  if (mattra_mark_parse (part->text->str, &mark))
    topic = mark.number;
  else if (part->text->str[1] == '\0' && g_ascii_isdigit (part->text->str[0]))
    topic = part->text->str[0] - '0';

  if (topic >= 1 && topic <= 7)
    mattra_measure_set_topic (self->measure, topic);
}

/**
 * mattra_draft_finish:
 * @self: a draft
 *
 * Reads what needs all rows of the measure: parties, period, status, extra text.
 */
void
mattra_draft_finish (MattraDraft *self)
{
  g_return_if_fail (self != NULL);

  finish_parties (self);
  finish_period (self);
  finish_status_word (self);
  finish_status_ticks (self);
  finish_extra (self);
  finish_topic (self);
}
