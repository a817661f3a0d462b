/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-drafts.h"

#include <glib/gi18n-lib.h>

#include "mattra-draft-offer.h"

#define REPLY_PUT_BACK "put-back"
#define REPLY_COPY "copy"
#define REPLY_DISCARD "discard"

struct _MattraWindowDrafts
{
  GObject parent_instance;

  MattraSession *session;
  GSettings *settings;
  MattraTablePage *table;
  MattraBar *bar;

  MattraDrafts *drafts;
  MattraTyped *open;      /* the place of the open editor, once something was typed into it */
  GPtrArray *closed;      /* of MattraTyped: editors that closed, to be forgotten when all is written */
  GPtrArray *offers;      /* of MattraDraftOffer, the oldest first */
  MattraTyped *returning; /* goes back to its cell when the list shows it */
  guint settle_idle;
};

G_DEFINE_FINAL_TYPE (MattraWindowDrafts, mattra_window_drafts, G_TYPE_OBJECT)

/* Places */

static MattraTyped *
place_new (MattraWindowDrafts *self,
           const char         *measure,
           const char         *field,
           const char         *division,
           const char         *text)
{
  MattraTyped *place = g_new0 (MattraTyped, 1);

  place->measure = g_strdup (measure);
  place->field = g_strdup (field);
  place->round = mattra_session_get_round (self->session);
  place->division = g_strdup (division);
  place->text = g_strdup (text);
  return place;
}

static gboolean
is_same_place (const MattraTyped *one,
               const MattraTyped *other)
{
  return g_str_equal (one->measure, other->measure) && g_str_equal (one->field, other->field)
         && one->round == other->round && g_strcmp0 (one->division, other->division) == 0;
}

static void
forget_closed (MattraWindowDrafts *self,
               const MattraTyped  *place)
{
  for (guint i = self->closed->len; i > 0; i--)
    if (is_same_place (g_ptr_array_index (self->closed, i - 1), place))
      g_ptr_array_remove_index (self->closed, i - 1);
}

static void
keep (MattraWindowDrafts *self,
      const MattraTyped  *place)
{
  mattra_drafts_keep (self->drafts, place->measure, place->field, place->round, place->division, place->text);
}

static void
drop (MattraWindowDrafts *self,
      const MattraTyped  *place)
{
  mattra_drafts_drop (self->drafts, place->measure, place->field, place->round, place->division);
}

/* Offers: the last one stands in the bar. */

static MattraDraftOffer *
get_offer (MattraWindowDrafts *self)
{
  return self->offers->len > 0 ? g_ptr_array_index (self->offers, self->offers->len - 1) : NULL;
}

static char *
dup_column_title (MattraWindowDrafts *self,
                  const char         *field)
{
  MattraGridColumn *column = mattra_grid_find_column (mattra_table_page_get_grid (self->table), field);

  return g_strdup (column ? mattra_grid_column_get_title (column) : field);
}

static gboolean
can_put_back (MattraWindowDrafts     *self,
              const MattraDraftOffer *offer)
{
  return offer->year != 0 && !mattra_session_get_read_only (self->session)
         && mattra_grid_find_column (mattra_table_page_get_grid (self->table), offer->typed->field) != NULL;
}

static void
show_offer (MattraWindowDrafts *self)
{
  const MattraDraftOffer *offer = get_offer (self);
  g_autofree char *column = offer ? dup_column_title (self, offer->typed->field) : NULL;
  g_autofree char *words = NULL;
  MattraDigits digits = (MattraDigits) g_settings_get_enum (self->settings, "digits");

  if (offer)
    {
      words = mattra_draft_offer_dup_words (offer, column, self->offers->len, digits);
      mattra_bar_set_reply (self->bar, 0, can_put_back (self, offer) ? REPLY_PUT_BACK : NULL, _("_Put Back"));
      mattra_bar_set_reply (self->bar, 1, REPLY_COPY, _("_Copy"));
      mattra_bar_set_reply (self->bar, 2, REPLY_DISCARD, _("_Discard"));
    }
  mattra_bar_set_text (self->bar, words);
}

static void
forget_offer (MattraWindowDrafts *self,
              const MattraTyped  *place)
{
  guint n = self->offers->len;

  for (guint i = n; i > 0; i--)
    {
      const MattraDraftOffer *offer = g_ptr_array_index (self->offers, i - 1);

      if (is_same_place (offer->typed, place))
        g_ptr_array_remove_index (self->offers, i - 1);
    }
  if (self->offers->len != n)
    show_offer (self);
}

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraWindowDrafts) self = user_data;
  g_autoptr (GPtrArray) found = mattra_draft_offers_look_finish (MATTRA_SESSION (source), result);

  if (found == NULL || self->session == NULL)
    return;
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      MattraDraftOffer *offer = g_ptr_array_index (found, i);

      if (offer->written)
        drop (self, offer->typed);
      else
        forget_offer (self, offer->typed);
      if (offer->written)
        mattra_draft_offer_free (offer);
      else
        g_ptr_array_add (self->offers, offer);
    }
  show_offer (self);
}

/* Takes over @typed. */
static void
offer_all (MattraWindowDrafts *self,
           GPtrArray          *typed)
{
  if (typed->len > 0)
    mattra_draft_offers_look_async (self->session, typed, looked, g_object_ref (self));
  else
    g_ptr_array_unref (typed);
}

/* Takes over @typed. */
static void
offer_one (MattraWindowDrafts *self,
           MattraTyped        *typed)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_typed_free);

  g_ptr_array_add (all, typed);
  offer_all (self, all);
}

/* Replies */

/* The table, once it shows the round and the division for which the text was typed. */
static void
put_back_now (MattraWindowDrafts *self)
{
  g_autoptr (MattraTyped) typed = NULL;

  if (self->returning == NULL || mattra_measure_list_get_pending (mattra_table_page_get_list (self->table))
      || mattra_session_get_round (self->session) != self->returning->round)
    return;
  typed = g_steal_pointer (&self->returning);
  mattra_table_page_edit (self->table, typed->measure, typed->field, typed->text);
}

static gboolean
has_division (MattraWindowDrafts *self,
              const char         *division)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));

  return division && (*division == '\0' || mattra_division_list_find_id (divisions, division));
}

static void
show_view (MattraWindowDrafts *self)
{
  const MattraTyped *typed = self->returning;

  mattra_session_set_round (self->session, typed->round);
  if (g_strcmp0 (mattra_session_get_division (self->session), typed->division) == 0)
    return;
  mattra_session_set_list (self->session, MATTRA_LIST_ALL);
  mattra_session_set_division (self->session, has_division (self, typed->division) ? typed->division : NULL);
}

/* Another year's plan comes later, and with it the round that it begins with. */
static void
year_came (MattraWindowDrafts *self)
{
  if (self->returning == NULL)
    return;
  show_view (self);
  put_back_now (self);
}

static void
put_back (MattraWindowDrafts     *self,
          const MattraDraftOffer *offer)
{
  const MattraTyped *typed = offer->typed;

  g_clear_pointer (&self->returning, mattra_typed_free);
  self->returning = place_new (self, typed->measure, typed->field, typed->division, typed->text);
  self->returning->round = typed->round;
  if (offer->year != mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session)))
    mattra_session_set_year (self->session, offer->year);
  else
    year_came (self);
}

static void
copy (MattraWindowDrafts     *self,
      const MattraDraftOffer *offer)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->bar)), offer->typed->text);
}

static void
discard (MattraWindowDrafts     *self,
         const MattraDraftOffer *offer)
{
  g_autoptr (MattraTyped) place = place_new (self, offer->typed->measure, offer->typed->field,
                                             offer->typed->division, NULL);

  place->round = offer->typed->round;
  drop (self, place);
  forget_offer (self, place);
}

static void
reply (MattraWindowDrafts *self,
       const char         *id)
{
  static const struct
  {
    const char *id;
    void (*follow) (MattraWindowDrafts     *self,
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

/* Typing */

static gboolean
is_saved (MattraWindowDrafts *self)
{
  gboolean saved = FALSE;

  g_object_get (self->session, "saved", &saved, NULL);
  return saved;
}

/* What an editor held when it closed is forgotten when nothing waits to be written: it is in the
 * register then, was given up, or was refused, which takes it out before. */
static void
settle (MattraWindowDrafts *self)
{
  if (!is_saved (self))
    return;
  for (guint i = 0; i < self->closed->len; i++)
    drop (self, g_ptr_array_index (self->closed, i));
  g_ptr_array_set_size (self->closed, 0);
}

static gboolean
settle_when_idle (gpointer data)
{
  MattraWindowDrafts *self = data;

  self->settle_idle = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

static void
queue_settle (MattraWindowDrafts *self)
{
  if (self->settle_idle == 0)
    self->settle_idle = g_idle_add_full (G_PRIORITY_LOW, settle_when_idle, self, NULL);
}

static void
typed_at (MattraWindowDrafts *self,
          const MattraTyped  *place)
{
  keep (self, place);
  forget_closed (self, place);
  forget_offer (self, place);
}

/* Takes over @place. */
static void
closed_at (MattraWindowDrafts *self,
           MattraTyped        *place)
{
  g_ptr_array_add (self->closed, place);
  queue_settle (self);
}

/* Rows move under an open editor: it is the place of the last text that closes. */
static void
draft (MattraWindowDrafts *self,
       guint               row,
       MattraGridColumn   *column,
       const char         *text)
{
  const char *measure = mattra_measure_list_get_id (mattra_table_page_get_list (self->table), row);

  if (text == NULL && self->open)
    closed_at (self, g_steal_pointer (&self->open));
  if (text == NULL || measure == NULL)
    return;
  g_clear_pointer (&self->open, mattra_typed_free);
  self->open = place_new (self, measure, mattra_grid_column_get_id (column),
                          mattra_session_get_division (self->session), text);
  typed_at (self, self->open);
}

static void
edit_lost (MattraWindowDrafts *self,
           MattraGridColumn   *column,
           const char         *text)
{
  MattraTyped *lost = g_steal_pointer (&self->open);

  if (lost == NULL)
    return;
  g_free (lost->text);
  lost->text = g_strdup (text);
  keep (self, lost);
  offer_one (self, lost);
}

/* The editor is open again with the text, where the measure can be seen; else the text is offered. */
static void
refused (MattraWindowDrafts *self,
         const char         *measure,
         const char         *field,
         const char         *text)
{
  g_autoptr (MattraTyped) place = place_new (self, measure, field,
                                             mattra_session_get_division (self->session), text);

  for (guint i = 0; i < self->closed->len; i++)
    {
      MattraTyped *closed = g_ptr_array_index (self->closed, i);

      if (g_str_equal (closed->measure, measure) && g_str_equal (closed->field, field))
        {
          mattra_typed_free (g_steal_pointer (&place));
          place = g_ptr_array_steal_index (self->closed, i);
          break;
        }
    }
  keep (self, place);
  if (!mattra_grid_is_editing (mattra_table_page_get_grid (self->table)))
    offer_one (self, g_steal_pointer (&place));
}

/* The object */

static void
mattra_window_drafts_dispose (GObject *object)
{
  MattraWindowDrafts *self = MATTRA_WINDOW_DRAFTS (object);

  g_clear_handle_id (&self->settle_idle, g_source_remove);
  g_clear_object (&self->drafts);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->table);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (mattra_window_drafts_parent_class)->dispose (object);
}

static void
mattra_window_drafts_finalize (GObject *object)
{
  MattraWindowDrafts *self = MATTRA_WINDOW_DRAFTS (object);

  g_clear_pointer (&self->open, mattra_typed_free);
  g_clear_pointer (&self->returning, mattra_typed_free);
  g_ptr_array_unref (self->closed);
  g_ptr_array_unref (self->offers);
  G_OBJECT_CLASS (mattra_window_drafts_parent_class)->finalize (object);
}

static void
mattra_window_drafts_class_init (MattraWindowDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_window_drafts_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_window_drafts_finalize;
}

static void
mattra_window_drafts_init (MattraWindowDrafts *self)
{
  self->closed = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_typed_free);
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_draft_offer_free);
}

static void
follow (MattraWindowDrafts *self)
{
  MattraGrid *grid = mattra_table_page_get_grid (self->table);
  const struct
  {
    gpointer object;
    const char *signal;
    GCallback follow;
  } followed[] = {
    { grid, "draft", G_CALLBACK (draft) },
    { grid, "edit-lost", G_CALLBACK (edit_lost) },
    { self->table, "change-refused", G_CALLBACK (refused) },
    { mattra_table_page_get_list (self->table), "notify::pending", G_CALLBACK (put_back_now) },
    { self->session, "notify::saved", G_CALLBACK (queue_settle) },
    { self->session, "notify::plan", G_CALLBACK (year_came) },
    { self->settings, "changed::digits", G_CALLBACK (show_offer) },
    { self->bar, "reply", G_CALLBACK (reply) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_object (followed[i].object, followed[i].signal, followed[i].follow, self,
                             G_CONNECT_SWAPPED);
}

/**
 * mattra_window_drafts_new:
 * @session: the session of a register that was just opened
 * @page: its page
 * @settings: the user's settings
 *
 * Begins to keep what is typed, and offers what was left.
 *
 * Returns: (transfer full): the drafts of the window
 */
MattraWindowDrafts *
mattra_window_drafts_new (MattraSession      *session,
                          MattraRegisterPage *page,
                          GSettings          *settings)
{
  MattraWindowDrafts *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_REGISTER_PAGE (page), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_WINDOW_DRAFTS, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->table = g_object_ref (mattra_register_page_get_table (page));
  self->bar = g_object_ref (mattra_register_page_get_draft_bar (page));
  self->drafts = mattra_drafts_new (mattra_session_get_path (session));
  follow (self);
  offer_all (self, mattra_drafts_list (self->drafts));
  return self;
}

/**
 * mattra_window_drafts_note:
 * @self: the drafts of a window
 * @measure: ULID of a measure
 * @field: the field that is typed into, elsewhere than in the table
 * @division: (nullable): ULID of the division whose answer it is
 * @text: (nullable): the text; %NULL when it was committed or given up
 *
 * Keeps what is typed beside the table.
 */
void
mattra_window_drafts_note (MattraWindowDrafts *self,
                           const char         *measure,
                           const char         *field,
                           const char         *division,
                           const char         *text)
{
  g_autoptr (MattraTyped) place = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW_DRAFTS (self) && measure != NULL && field != NULL);

  place = place_new (self, measure, field, division, text);
  if (text)
    typed_at (self, place);
  else
    closed_at (self, g_steal_pointer (&place));
}

/**
 * mattra_window_drafts_finish:
 * @self: the drafts of a window that is about to close
 *
 * Brings to the disk what is still kept. What waits to be written stays kept: whether the register
 * took it is seen when it is opened again.
 */
void
mattra_window_drafts_finish (MattraWindowDrafts *self)
{
  g_return_if_fail (MATTRA_IS_WINDOW_DRAFTS (self));

  settle (self);
  mattra_drafts_flush (self->drafts);
}
