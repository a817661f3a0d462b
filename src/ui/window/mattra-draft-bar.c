/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-draft-bar.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-draft-offer.h"
#include "mattra-measure-form.h"
#include "mattra-people-place.h"
#include "mattra-report-panel.h"
#include "mattra-report-place.h"
#include "mattra-review-act.h"
#include "mattra-table-columns.h"
#include "mattra-word-digits.h"

#define REPLY_PUT_BACK "put-back"
#define REPLY_COPY "copy"
#define REPLY_DISCARD "discard"

struct _MattraDraftBar
{
  GObject parent_instance;

  MattraSession *session;
  GSettings *settings;
  MattraTablePage *table;
  MattraRegisterSide *side;
  MattraBar *bar;

  GPtrArray *offers;      /* of MattraDraftOffer, the oldest first */
  GPtrArray *expected;    /* of MattraTyped: places that are being looked up to be offered */
  MattraTyped *returning; /* goes back to its cell when the list shows it */
};

G_DEFINE_FINAL_TYPE (MattraDraftBar, mattra_draft_bar, G_TYPE_OBJECT)

enum
{
  SIGNAL_DROPPED,
  SIGNAL_RETURN_TO_PEOPLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Offers: the last one stands in the bar. */

static MattraDraftOffer *
get_offer (MattraDraftBar *self)
{
  return self->offers->len > 0 ? g_ptr_array_index (self->offers, self->offers->len - 1) : NULL;
}

static gboolean
is_of_people (const MattraTyped *typed)
{
  return mattra_people_place_is_one (typed->measure);
}

static gboolean
is_of_report (const MattraTyped *typed)
{
  return mattra_report_place_is_one (typed->measure);
}

static gboolean
is_of_measure (const MattraTyped *typed)
{
  return !is_of_people (typed) && !is_of_report (typed);
}

/* What is said about an answer: it is copied into where it is said next. */
static const char *
find_said (const char *field)
{
  if (g_str_equal (field, MATTRA_DRAFT_COMMENT))
    return _("Comment on the measure");
  return g_str_equal (field, MATTRA_DRAFT_REASON) ? _("What is to be mended") : NULL;
}

static char *
dup_column_title (MattraDraftBar *self,
                  const char     *field)
{
  MattraGridColumn *column = mattra_grid_find_column (mattra_table_page_get_grid (self->table), field);

  if (find_said (field))
    return g_strdup (find_said (field));
  return column ? g_strdup (mattra_grid_column_get_title (column))
                : mattra_table_field_dup_title (mattra_session_get_plan (self->session), field);
}

/* What was typed into the form goes back there: the table may show another answer in its place, or none. */

static gboolean
can_put_back (MattraDraftBar         *self,
              const MattraDraftOffer *offer)
{
  return offer->year != 0 && !mattra_session_get_read_only (self->session) && find_said (offer->typed->field) == NULL
         && (offer->typed->exactly
             || mattra_grid_find_column (mattra_table_page_get_grid (self->table), offer->typed->field) != NULL);
}

static void
show_offer (MattraDraftBar *self)
{
  const MattraDraftOffer *offer = get_offer (self);
  g_autofree char *column = offer && is_of_measure (offer->typed) ? dup_column_title (self, offer->typed->field)
                                                                  : NULL;
  g_autofree char *words = NULL;
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));

  if (offer)
    {
      words = mattra_draft_offer_dup_words (offer, column, self->offers->len, digits);
      mattra_bar_set_reply (self->bar, 0, can_put_back (self, offer) ? REPLY_PUT_BACK : NULL, _("_Put Back"));
      mattra_bar_set_reply (self->bar, 1, REPLY_COPY, _("_Copy"));
      mattra_bar_set_reply (self->bar, 2, REPLY_DISCARD, _("_Discard"));
    }
  mattra_bar_set_text (self->bar, words);
}

static MattraDraftOffer *
find_offer (MattraDraftBar    *self,
            const MattraTyped *place)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      MattraDraftOffer *offer = g_ptr_array_index (self->offers, i);

      if (mattra_typed_is_same_place (offer->typed, place))
        return offer;
    }
  return NULL;
}

/* Takes over @offer. What the register holds by now, and the wish to have nothing there, need no offer. */
static void
take_offer (MattraDraftBar   *self,
            MattraDraftOffer *offer)
{
  if (!offer->written && *offer->typed->text != '\0')
    {
      g_ptr_array_remove (self->offers, find_offer (self, offer->typed));
      g_ptr_array_add (self->offers, offer);
      return;
    }
  g_ptr_array_remove (self->offers, find_offer (self, offer->typed));
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, offer->typed);
  mattra_draft_offer_free (offer);
}

/* Whether a text that was to be offered still is: it may be typed on meanwhile. */
static gboolean
is_expected (MattraDraftBar    *self,
             const MattraTyped *place)
{
  guint found = 0;

  if (!g_ptr_array_find_with_equal_func (self->expected, place, (GEqualFunc) mattra_typed_is_same_place, &found))
    return FALSE;
  g_ptr_array_remove_index (self->expected, found);
  return TRUE;
}

/* A measure that was gone may be there again, and a text may have been written elsewhere: what is offered is
 * looked up again now and then. */
static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraDraftBar) self = user_data;
  g_autoptr (GPtrArray) found = mattra_draft_offers_look_finish (MATTRA_SESSION (source), result);

  if (found == NULL)
    return;
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      MattraDraftOffer *offer = g_ptr_array_index (found, i);

      if (is_expected (self, offer->typed) || find_offer (self, offer->typed))
        take_offer (self, offer);
      else
        mattra_draft_offer_free (offer);
    }
  show_offer (self);
}

static void
look_again (MattraDraftBar *self)
{
  GPtrArray *typed = NULL;

  if (self->offers->len == 0)
    return;
  typed = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_typed_free);
  for (guint i = 0; i < self->offers->len; i++)
    {
      const MattraDraftOffer *offer = g_ptr_array_index (self->offers, i);

      g_ptr_array_add (typed, mattra_typed_copy (offer->typed));
    }
  mattra_draft_offers_look_async (self->session, typed, looked, g_object_ref (self));
}

/* Replies */

/* The view of the table does not matter to the form; only the round of its answers does. */
static gboolean
is_of_round (const MattraTyped *typed)
{
  return !typed->exactly || (is_of_measure (typed) && mattra_cell_is_answer (typed->field));
}

static void
put_into_form (MattraDraftBar *self)
{
  g_autoptr (MattraTyped) typed = g_steal_pointer (&self->returning);

  mattra_register_side_set_shown (self->side, MATTRA_SIDE_FORM, TRUE);
  mattra_measure_form_set_draft (
    MATTRA_MEASURE_FORM (mattra_register_side_get_panel (self->side, MATTRA_SIDE_FORM)), typed->field,
    typed->division, typed->text);
}

static void
put_into_report (MattraDraftBar *self)
{
  g_autoptr (MattraTyped) typed = g_steal_pointer (&self->returning);

  mattra_register_side_set_shown (self->side, MATTRA_SIDE_REPORT, TRUE);
  mattra_report_panel_set_draft (
    MATTRA_REPORT_PANEL (mattra_register_side_get_panel (self->side, MATTRA_SIDE_REPORT)), typed->measure,
    typed->field, typed->text);
}

/* The table, once it shows the round and the division for which the text was typed; the form, once the table's
 * cursor stands on its measure. */
static void
put_back_now (MattraDraftBar *self)
{
  g_autoptr (MattraTyped) typed = NULL;

  if (self->returning && is_of_people (self->returning))
    {
      typed = g_steal_pointer (&self->returning);
      g_signal_emit (self, signals[SIGNAL_RETURN_TO_PEOPLE], 0, typed);
      return;
    }
  if (self->returning && is_of_report (self->returning))
    {
      put_into_report (self);
      return;
    }
  if (self->returning == NULL || mattra_measure_list_get_pending (mattra_table_page_get_list (self->table))
      || (is_of_round (self->returning) && mattra_session_get_round (self->session) != self->returning->round))
    return;
  if (!self->returning->exactly)
    {
      typed = g_steal_pointer (&self->returning);
      mattra_table_page_edit (self->table, typed->measure, typed->field, typed->text);
    }
  else if (g_strcmp0 (mattra_table_page_get_measure (self->table), self->returning->measure) == 0)
    put_into_form (self);
  else
    mattra_table_page_show_cell (self->table, self->returning->measure, self->returning->field);
}

static gboolean
has_division (MattraDraftBar *self,
              const char     *division)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));

  return division && (*division == '\0' || mattra_division_list_find_id (divisions, division));
}

static void
show_view (MattraDraftBar *self)
{
  const MattraTyped *typed = self->returning;

  if (is_of_round (typed))
    mattra_session_set_round (self->session, typed->round);
  if (typed->exactly || g_strcmp0 (mattra_session_get_division (self->session), typed->division) == 0)
    return;
  mattra_session_set_list (self->session, MATTRA_LIST_ALL);
  mattra_session_set_division (self->session, has_division (self, typed->division) ? typed->division : NULL);
}

/* Another year's plan comes later, and with it the round that it begins with. */
static void
year_came (MattraDraftBar *self)
{
  if (self->returning == NULL)
    return;
  show_view (self);
  put_back_now (self);
}

static void
put_back (MattraDraftBar         *self,
          const MattraDraftOffer *offer)
{
  g_clear_pointer (&self->returning, mattra_typed_free);
  self->returning = mattra_typed_copy (offer->typed);
  if (offer->year != mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session)))
    mattra_session_set_year (self->session, offer->year);
  else
    year_came (self);
}

static void
copy (MattraDraftBar         *self,
      const MattraDraftOffer *offer)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->bar)), offer->typed->text);
}

static void
discard (MattraDraftBar         *self,
         const MattraDraftOffer *offer)
{
  g_autoptr (MattraTyped) place = mattra_typed_copy (offer->typed);

  mattra_draft_bar_forget (self, place);
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, place);
}

static void
reply (MattraDraftBar *self,
       const char     *id)
{
  static const struct
  {
    const char *id;
    void (*follow) (MattraDraftBar         *self,
                    const MattraDraftOffer *offer);
  } replies[] = {
    { REPLY_PUT_BACK, put_back },
    { REPLY_COPY, copy },
    { REPLY_DISCARD, discard },
  };

  for (guint i = 0; get_offer (self) && i < G_N_ELEMENTS (replies); i++)
    if (g_str_equal (replies[i].id, id))
      {
        replies[i].follow (self, get_offer (self));
        return;
      }
}

/* The object */

static void
mattra_draft_bar_dispose (GObject *object)
{
  MattraDraftBar *self = MATTRA_DRAFT_BAR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->table);
  g_clear_object (&self->side);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (mattra_draft_bar_parent_class)->dispose (object);
}

static void
mattra_draft_bar_finalize (GObject *object)
{
  MattraDraftBar *self = MATTRA_DRAFT_BAR (object);

  g_clear_pointer (&self->returning, mattra_typed_free);
  g_ptr_array_unref (self->offers);
  g_ptr_array_unref (self->expected);
  G_OBJECT_CLASS (mattra_draft_bar_parent_class)->finalize (object);
}

static void
mattra_draft_bar_class_init (MattraDraftBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_draft_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_draft_bar_finalize;

  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", MATTRA_TYPE_DRAFT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_RETURN_TO_PEOPLE] = g_signal_new ("return-to-people", MATTRA_TYPE_DRAFT_BAR, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mattra_draft_bar_init (MattraDraftBar *self)
{
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_draft_offer_free);
  self->expected = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_typed_free);
}

static void
follow (MattraDraftBar *self)
{
  const struct
  {
    gpointer object;
    const char *signal;
    GCallback follow;
  } followed[] = {
    { mattra_table_page_get_list (self->table), "notify::pending", G_CALLBACK (put_back_now) },
    { self->table, "measure-changed", G_CALLBACK (put_back_now) },
    { self->session, "notify::plan", G_CALLBACK (year_came) },
    { self->session, "changed", G_CALLBACK (look_again) },
    { self->session, "plan-changed", G_CALLBACK (look_again) },
    { self->settings, "changed::digits", G_CALLBACK (show_offer) },
    { self->bar, "reply", G_CALLBACK (reply) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (followed[i].object, followed[i].signal, followed[i].follow, self,
                             G_CONNECT_SWAPPED);
}

/**
 * mattra_draft_bar_new:
 * @session: a register's session
 * @page: its page
 * @settings: the user's settings
 *
 * Returns: (transfer full): what offers texts in the page's bar
 */
MattraDraftBar *
mattra_draft_bar_new (MattraSession      *session,
                      MattraRegisterPage *page,
                      GSettings          *settings)
{
  MattraDraftBar *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_REGISTER_PAGE (page), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_DRAFT_BAR, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->table = g_object_ref (mattra_register_page_get_table (page));
  self->side = g_object_ref (mattra_register_page_get_side (page));
  self->bar = g_object_ref (mattra_register_page_get_draft_bar (page));
  follow (self);
  return self;
}

/**
 * mattra_draft_bar_offer:
 * @self: the bar
 * @typed: (element-type MattraTyped) (transfer full): texts, the oldest first
 *
 * Offers them, as far as the register does not hold them.
 */
void
mattra_draft_bar_offer (MattraDraftBar *self,
                        GPtrArray      *typed)
{
  g_return_if_fail (MATTRA_IS_DRAFT_BAR (self) && typed != NULL);

  for (guint i = 0; i < typed->len; i++)
    g_ptr_array_add (self->expected, mattra_typed_copy (g_ptr_array_index (typed, i)));
  if (typed->len > 0)
    mattra_draft_offers_look_async (self->session, typed, looked, g_object_ref (self));
  else
    g_ptr_array_unref (typed);
}

/**
 * mattra_draft_bar_forget:
 * @self: the bar
 * @place: where a text goes on to be typed
 *
 * Offers what was typed there no more.
 */
void
mattra_draft_bar_forget (MattraDraftBar    *self,
                         const MattraTyped *place)
{
  g_return_if_fail (MATTRA_IS_DRAFT_BAR (self) && place != NULL);

  while (is_expected (self, place))
    ;
  if (g_ptr_array_remove (self->offers, find_offer (self, place)))
    show_offer (self);
}
