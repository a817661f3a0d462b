/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-drafts.h"

#include "mattra-cell.h"
#include "mattra-draft-bar.h"
#include "mattra-measure-form.h"

struct _MattraWindowDrafts
{
  GObject parent_instance;

  MattraSession *session;
  MattraTablePage *table;
  MattraRegisterSide *side;
  MattraPeoplePage *people; /* once it was shown */

  MattraDraftBar *bar;
  MattraDrafts *drafts;
  MattraTyped *open;      /* the place of the open editor, once something was typed into it */
  GPtrArray *closed;      /* of MattraTyped: editors that closed, to be forgotten when all is written */
  guint settle_idle;
};

G_DEFINE_FINAL_TYPE (MattraWindowDrafts, mattra_window_drafts, G_TYPE_OBJECT)

/* Places */

/* A cell of the table, as it is looked at now. */
static MattraTyped *
place_new (MattraWindowDrafts *self,
           const char         *measure,
           const char         *field,
           const char         *text)
{
  return mattra_typed_new (measure, field, mattra_session_get_round (self->session),
                           mattra_session_get_division (self->session), FALSE, text);
}

static void
forget_closed (MattraWindowDrafts *self,
               const MattraTyped  *place)
{
  for (guint i = self->closed->len; i > 0; i--)
    if (mattra_typed_is_same_place (g_ptr_array_index (self->closed, i - 1), place))
      g_ptr_array_remove_index (self->closed, i - 1);
}

static void
drop (MattraWindowDrafts *self,
      const MattraTyped  *place)
{
  mattra_drafts_drop (self->drafts, place);
}

/* Takes over @typed. */
static void
offer (MattraWindowDrafts *self,
       MattraTyped        *typed)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_typed_free);

  g_ptr_array_add (all, typed);
  mattra_draft_bar_offer (self->bar, all);
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
  mattra_drafts_keep (self->drafts, place);
  forget_closed (self, place);
  mattra_draft_bar_forget (self->bar, place);
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
  self->open = place_new (self, measure, mattra_grid_column_get_id (column), text);
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
  mattra_drafts_keep (self->drafts, lost);
  offer (self, lost);
}

/* The editor is open again with the text, where the measure can be seen; else the text is offered. */
static void
refused (MattraWindowDrafts *self,
         const char         *measure,
         const char         *field,
         const char         *text)
{
  g_autoptr (MattraTyped) place = place_new (self, measure, field, text);

  for (guint i = 0; i < self->closed->len; i++)
    {
      MattraTyped *closed = g_ptr_array_index (self->closed, i);

      if (!closed->exactly && g_str_equal (closed->measure, measure) && g_str_equal (closed->field, field))
        {
          mattra_typed_free (g_steal_pointer (&place));
          place = g_ptr_array_steal_index (self->closed, i);
          break;
        }
    }
  mattra_drafts_keep (self->drafts, place);
  if (!mattra_grid_is_editing (mattra_table_page_get_grid (self->table)))
    offer (self, g_steal_pointer (&place));
}

/* Beside the table: the form knows whose answer it is, and of which round. */
static void
form_draft (MattraWindowDrafts *self,
            const char         *measure,
            const char         *field,
            int                 round,
            const char         *division,
            const char         *text)
{
  g_autoptr (MattraTyped) place = mattra_typed_new (measure, field, (MattraRound) round, division, TRUE, text);

  if (text)
    typed_at (self, place);
  else
    closed_at (self, g_steal_pointer (&place));
}

/* What the form can't show is offered, or nobody would know of it. */
static void
form_kept (MattraWindowDrafts *self,
           const char         *measure,
           const char         *field,
           int                 round,
           const char         *division,
           const char         *text)
{
  MattraTyped *place = mattra_typed_new (measure, field, (MattraRound) round, division, TRUE, text);

  typed_at (self, place);
  offer (self, place);
}

/* The form is made when it is first shown. */
static void
follow_form (MattraWindowDrafts *self)
{
  GtkWidget *form = NULL;

  if (!mattra_register_side_get_shown (self->side, MATTRA_SIDE_FORM))
    return;
  form = mattra_register_side_get_panel (self->side, MATTRA_SIDE_FORM);
  g_signal_handlers_disconnect_by_func (form, form_draft, self);
  g_signal_handlers_disconnect_by_func (form, form_kept, self);
  g_signal_connect_object (form, "draft", G_CALLBACK (form_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "kept", G_CALLBACK (form_kept), self, G_CONNECT_SWAPPED);
}

/* On the page of office, divisions and people, and in the options of reports: a place is what is typed into,
 * whatever the table shows. */
static MattraTyped *
page_place_new (const char *place,
                const char *field,
                const char *text)
{
  return mattra_typed_new (place, field, MATTRA_ROUND_NONE, NULL, TRUE, text);
}

static void
page_draft (MattraWindowDrafts *self,
            const char         *place,
            const char         *field,
            const char         *text)
{
  g_autoptr (MattraTyped) typed = page_place_new (place, field, text);

  if (text)
    typed_at (self, typed);
  else
    closed_at (self, g_steal_pointer (&typed));
}

static void
page_kept (MattraWindowDrafts *self,
           const char         *place,
           const char         *field,
           const char         *text)
{
  MattraTyped *typed = page_place_new (place, field, text);

  typed_at (self, typed);
  offer (self, typed);
}

/* Into a report's options, beside the table or in a window of their own. */
static void
typed_elsewhere (MattraWindowDrafts *self,
                 const char         *place,
                 const char         *field,
                 const char         *text,
                 gboolean            gone)
{
  if (gone)
    page_kept (self, place, field, text);
  else
    page_draft (self, place, field, text);
}

/* The page is made when it is first shown. */
static void
return_to_people (MattraWindowDrafts *self,
                  const MattraTyped  *typed)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "win.people", NULL);
  if (self->people)
    mattra_people_page_set_draft (self->people, typed->measure, typed->field, typed->text);
}

/* The object */

static void
mattra_window_drafts_dispose (GObject *object)
{
  MattraWindowDrafts *self = MATTRA_WINDOW_DRAFTS (object);

  g_clear_handle_id (&self->settle_idle, g_source_remove);
  if (self->drafts)
    mattra_drafts_close (self->drafts);
  g_clear_object (&self->drafts);
  g_clear_object (&self->session);
  g_clear_object (&self->table);
  g_clear_object (&self->side);
  g_clear_weak_pointer (&self->people);
  g_clear_object (&self->bar);
  G_OBJECT_CLASS (mattra_window_drafts_parent_class)->dispose (object);
}

static void
mattra_window_drafts_finalize (GObject *object)
{
  MattraWindowDrafts *self = MATTRA_WINDOW_DRAFTS (object);

  g_clear_pointer (&self->open, mattra_typed_free);
  g_ptr_array_unref (self->closed);
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
    { self->session, "notify::saved", G_CALLBACK (queue_settle) },
    { self->session, "typed", G_CALLBACK (typed_elsewhere) },
    { self->bar, "dropped", G_CALLBACK (drop) },
    { self->bar, "return-to-people", G_CALLBACK (return_to_people) },
    { self->side, "changed", G_CALLBACK (follow_form) },
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
  self->table = g_object_ref (mattra_register_page_get_table (page));
  self->side = g_object_ref (mattra_register_page_get_side (page));
  self->bar = mattra_draft_bar_new (session, page, settings);
  self->drafts = mattra_drafts_new (mattra_session_get_path (session));
  follow (self);
  follow_form (self);
  mattra_draft_bar_offer (self->bar, mattra_drafts_list (self->drafts));
  return self;
}

/**
 * mattra_window_drafts_follow_people:
 * @self: the drafts of a window
 * @people: the window's page of office, divisions and people
 *
 * Keeps what is typed there too.
 */
void
mattra_window_drafts_follow_people (MattraWindowDrafts *self,
                                    MattraPeoplePage   *people)
{
  g_return_if_fail (MATTRA_IS_WINDOW_DRAFTS (self) && MATTRA_IS_PEOPLE_PAGE (people));

  g_set_weak_pointer (&self->people, people);
  g_signal_connect_object (people, "draft", G_CALLBACK (page_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (people, "kept", G_CALLBACK (page_kept), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_window_drafts_follow_answer:
 * @self: the drafts of a window
 * @view: where one answers measure after measure
 *
 * Keeps what is typed there too.
 */
void
mattra_window_drafts_follow_answer (MattraWindowDrafts *self,
                                    MattraAnswerView   *view)
{
  g_return_if_fail (MATTRA_IS_WINDOW_DRAFTS (self) && MATTRA_IS_ANSWER_VIEW (view));

  g_signal_connect_object (view, "draft", G_CALLBACK (form_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "kept", G_CALLBACK (form_kept), self, G_CONNECT_SWAPPED);
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
