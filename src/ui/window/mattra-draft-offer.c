/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-draft-offer.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-digits.h"
#include "mattra-people-place.h"
#include "mattra-read-date.h"
#include "mattra-report-place.h"
#include "mattra-review-act.h"
#include "mattra-table-cell.h"
#include "mattra-text.h"

/* Characters of a text, or of a title, that a bar has room for. */
#define TEXT_SHOWN 160
#define TITLE_SHOWN 40

/**
 * mattra_draft_offer_free:
 * @self: (transfer full) (nullable): an offer
 *
 * Frees it.
 */
void
mattra_draft_offer_free (MattraDraftOffer *self)
{
  if (self == NULL)
    return;
  mattra_typed_free (self->typed);
  g_free (self->title);
  g_free (self->place);
  g_free (self);
}

/* Looking into the register */

static gboolean
is_written (MattraPlan        *plan,
            MattraMeasure     *measure,
            const MattraTyped *typed)
{
  const MattraTableContext context = { .plan = plan, .round = typed->round, .division = typed->division };
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (typed->field, MATTRA_DRAFT_COMMENT) || g_str_equal (typed->field, MATTRA_DRAFT_REASON))
    return FALSE;
  if (!typed->exactly)
    text = mattra_table_cell_dup_text (&context, measure, typed->field);
  else
    {
      value = mattra_cell_dup_exactly (plan, measure, typed->field, typed->round, typed->division);
      text = mattra_table_cell_dup_words (&context, typed->field, value);
    }
  return g_strcmp0 (text, typed->text) == 0;
}

/* The day or the number that a text says in whatever way, or the text itself without what is never kept. */
static char *
dup_said (const char *text)
{
  g_autofree char *said = mattra_text_squeeze (text);
  g_autofree char *western = mattra_digits_to_western (said);
  char *end = NULL;
  double number = g_ascii_strtod (western, &end);
  MattraDate day;

  if (end != western && *end == '\0')
    return g_strdup_printf ("%.2f", number);
  return mattra_read_date (western, &day) ? mattra_date_to_iso (day) : g_steal_pointer (&western);
}

/* What is typed elsewhere than into a measure. */
typedef struct
{
  gboolean (*is_one)    (const char *place);
  char    *(*dup_words) (const char *place,
                         const char *field,
                         MattraPlan *plan);
  char    *(*dup_text)  (const char *place,
                         const char *field,
                         MattraPlan *plan);
  char    *(*dup_gone)  (const char *place,
                         const char *field);
} Page;

static char *
dup_report_gone (const char *place,
                 const char *field)
{
  return g_strdup (_("a text of a report that is no longer there"));
}

static const Page pages[] = {
  { mattra_people_place_is_one, mattra_people_place_dup_words, mattra_people_place_dup_text,
    mattra_people_place_dup_gone },
  { mattra_report_place_is_one, mattra_report_place_dup_words, mattra_report_place_dup_text, dup_report_gone },
};

static const Page *
find_page (const MattraTyped *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].is_one (typed->measure))
      return &pages[i];
  return NULL;
}

static gboolean
look_on_page (const Page       *page,
              MattraPlan       *plan,
              MattraDraftOffer *offer)
{
  const MattraTyped *typed = offer->typed;
  g_autofree char *text = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *said = NULL;

  offer->place = page->dup_words (typed->measure, typed->field, plan);
  if (offer->place == NULL)
    return FALSE;
  text = page->dup_text (typed->measure, typed->field, plan);
  stored = dup_said (text ? text : "");
  said = dup_said (typed->text);
  offer->year = mattra_plan_get_fiscal_year (plan);
  offer->written = g_str_equal (stored, said);
  return TRUE;
}

static gboolean
look_in_plan (MattraStore      *store,
              MattraPlan       *plan,
              MattraDraftOffer *offer)
{
  g_autoptr (MattraMeasure) measure = NULL;
  const Page *page = find_page (offer->typed);

  if (page)
    return look_on_page (page, plan, offer);
  measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), offer->typed->measure, NULL);
  if (measure == NULL)
    return FALSE;
  offer->year = mattra_plan_get_fiscal_year (plan);
  offer->number = mattra_measure_get_number (measure);
  offer->title = g_strdup (mattra_measure_get_title (measure));
  offer->written = is_written (plan, measure, offer->typed);
  return TRUE;
}

/* The text may have been typed into the plan of another year. */
static void
look_in_other_plans (MattraStore      *store,
                     int               year,
                     MattraDraftOffer *offer)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (store, NULL);

  for (guint i = 0; years && i < years->len; i++)
    {
      int other = GPOINTER_TO_INT (g_ptr_array_index (years, i));
      g_autoptr (MattraPlan) plan = other != year ? mattra_store_load_plan (store, other, NULL) : NULL;

      if (plan && look_in_plan (store, plan, offer))
        return;
    }
}

static gboolean
look (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  GPtrArray *offers = data;

  for (guint i = 0; i < offers->len; i++)
    if (!look_in_plan (store, plan, g_ptr_array_index (offers, i)))
      look_in_other_plans (store, mattra_plan_get_fiscal_year (plan), g_ptr_array_index (offers, i));
  return TRUE;
}

/**
 * mattra_draft_offers_look_async:
 * @session: the register's session
 * @typed: (element-type MattraTyped) (transfer full): texts that are not known to be written
 * @callback: called when all were looked for
 * @user_data: data for @callback
 *
 * Looks what the register knows of the places of typed texts.
 */
void
mattra_draft_offers_look_async (MattraSession       *session,
                                GPtrArray           *typed,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GPtrArray *offers = NULL;

  g_return_if_fail (MATTRA_IS_SESSION (session) && typed != NULL);

  offers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_draft_offer_free);
  g_ptr_array_set_free_func (typed, NULL);
  for (guint i = 0; i < typed->len; i++)
    {
      MattraDraftOffer *offer = g_new0 (MattraDraftOffer, 1);

      offer->typed = g_ptr_array_index (typed, i);
      g_ptr_array_add (offers, offer);
    }
  g_ptr_array_unref (typed);
  mattra_session_query_async (session, look, offers, (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

/**
 * mattra_draft_offers_look_finish:
 * @session: the register's session
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable) (element-type MattraDraftOffer): the offers in the order given; %NULL
 *   where the session was closed
 */
GPtrArray *
mattra_draft_offers_look_finish (MattraSession *session,
                                 GAsyncResult  *result)
{
  gpointer offers = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  return mattra_session_finish (session, result, &offers, NULL) ? offers : NULL;
}

/* Words */

static char *
shorten (const char *text,
         glong       n_characters)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= n_characters)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, n_characters);
  return g_strconcat (head, "…", NULL);
}

static char *
dup_place (const MattraDraftOffer *self,
           const char             *column)
{
  g_autofree char *title = NULL;
  g_autofree char *number = g_strdup_printf ("%d", self->number);
  const Page *page = find_page (self->typed);

  if (self->place)
    return g_strdup (self->place);
  if (page)
    return page->dup_gone (self->typed->measure, self->typed->field);
  if (self->year == 0)
    return g_strdup_printf (_("%s of a measure that is no longer there"), column);
  if (self->number > 0)
    return g_strdup_printf (_("measure %s, %s"), number, column);
  title = shorten (self->title ? self->title : "", TITLE_SHOWN);
  return g_strdup_printf ("“%s”, %s", title, column);
}

/**
 * mattra_draft_offer_dup_words:
 * @self: an offer
 * @column: (nullable): what its column is called, where it is one of a measure
 * @n_offers: how many there are with it
 * @digits: the script of numbers
 *
 * Returns: (transfer full): the offer in words, on one line; the typed text itself keeps its digits
 */
char *
mattra_draft_offer_dup_words (const MattraDraftOffer *self,
                              const char             *column,
                              guint                   n_offers,
                              MattraDigits            digits)
{
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;
  g_autofree char *shown_place = NULL;
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;
  g_autofree char *shown_count = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = shorten (self->typed->text, TEXT_SHOWN);
  place = dup_place (self, column);
  shown_place = mattra_digits_apply (place, digits);
  words = g_strdup_printf (_("Text that was not written (%s): “%s”"), shown_place, text);
  if (n_offers <= 1)
    return g_steal_pointer (&words);
  count = g_strdup_printf (ngettext ("and one more text", "and %u more texts", n_offers - 1), n_offers - 1);
  shown_count = mattra_digits_apply (count, digits);
  return g_strdup_printf ("%s — %s", words, shown_count);
}
