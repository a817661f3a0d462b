/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-place.h"

#include "mattra-window-state.h"

/* So many seconds after a change it is kept: a crash takes no more. */
#define SAVE_DELAY_SECONDS 2

#define SHOW_FORM "show-form"
#define SHOW_VIEW "view"

struct _MattraWindowPlace
{
  GObject parent_instance;

  MattraSession *session;
  GSettings *settings;
  GtkWindow *window;          /* NULL before there is a page, and after the window went */
  MattraRegisterPage *page;   /* the same */
  MattraWindowState *state;   /* as it was loaded, then as it was saved last */
  gboolean known;             /* the register was open here before */
  guint save_timeout;
};

G_DEFINE_FINAL_TYPE (MattraWindowPlace, mattra_window_place, G_TYPE_OBJECT)

/* Arriving: the session shows what it showed, before anything is seen of it. */

static gboolean
has_year (MattraWindowPlace *self,
          int                year)
{
  GArray *years = mattra_session_get_years (self->session);

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

static gboolean
has_division (MattraWindowPlace *self,
              const char        *division)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (mattra_session_get_plan (self->session));

  return division == NULL || *division == '\0'
         || (divisions && mattra_division_list_find_id (divisions, division) != NULL);
}

static void
restore_session (MattraWindowPlace *self)
{
  const MattraWindowState *state = self->state;
  const MattraFilter filter = {
    .division = has_division (self, state->division) ? state->division : NULL,
    .list = (MattraSmartList) state->list,
    .statuses = (guint) state->statuses,
    .indicator = state->indicator,
    .groups = (guint) state->groups,
    .years = (guint) state->years,
  };

  if (state->has_round)
    mattra_session_set_round (self->session, state->round);
  mattra_session_set_filter (self->session, &filter);
}

static void
arrived (GTask *task)
{
  MattraWindowPlace *self = g_task_get_source_object (task);

  g_signal_handlers_disconnect_by_data (self->session, task);
  restore_session (self);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * mattra_window_place_arrive_async:
 * @self: a place
 * @callback: called when the session is there
 * @user_data: data for @callback
 *
 * Has the session show the fiscal year, round, list and division that were left. What is gone is
 * passed over.
 */
void
mattra_window_place_arrive_async (MattraWindowPlace   *self,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = NULL;
  int year = 0;

  g_return_if_fail (MATTRA_IS_WINDOW_PLACE (self));

  task = g_task_new (self, NULL, callback, user_data);
  year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));
  if (!self->known || self->state->fiscal_year == year || !has_year (self, self->state->fiscal_year))
    {
      arrived (task);
      return;
    }
  g_signal_connect_swapped (self->session, "notify::plan", G_CALLBACK (arrived), task);
  g_signal_connect_swapped (self->session, "failed", G_CALLBACK (arrived), task);
  mattra_session_set_year (self->session, self->state->fiscal_year);
}

/**
 * mattra_window_place_arrive_finish:
 * @self: a place
 * @result: what the callback was given
 *
 * Ends it.
 */
void
mattra_window_place_arrive_finish (MattraWindowPlace *self,
                                   GAsyncResult      *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/* The page */

static gboolean
has_form (MattraWindowPlace *self)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (self->page), SHOW_FORM) != NULL;
}

static void
restore_filter (MattraWindowPlace *self,
                MattraTablePage   *table)
{
  const MattraWindowState *state = self->state;

  if (state->search == NULL || *state->search == '\0')
    return;
  mattra_table_page_set_search_shown (table, TRUE);
  mattra_table_page_set_search (table, state->search);
}

static void
restore_page (MattraWindowPlace *self)
{
  const MattraWindowState *state = self->state;
  MattraTablePage *table = mattra_register_page_get_table (self->page);

  mattra_grid_restore_state (mattra_table_page_get_grid (table), state->columns);
  restore_filter (self, table);
  if (state->measure)
    mattra_table_page_select (table, state->measure, state->column);
  g_object_set (self->page, "show-sidebar", state->sidebar, NULL);
  if (has_form (self))
    g_object_set (self->page, SHOW_FORM, state->form, NULL);
  if (state->view)
    g_object_set (self->page, SHOW_VIEW, state->view, NULL);
}

/* What there is to be kept */

static void
note_size (MattraWindowPlace *self,
           MattraWindowState *state)
{
  /* GTK keeps the size apart from that of a window that is maximized, tiled or fills the screen. */
  gtk_window_get_default_size (self->window, &state->width, &state->height);
  state->maximized = gtk_window_is_maximized (self->window);
}

static void
note_session (MattraWindowPlace *self,
              MattraWindowState *state)
{
  const MattraFilter *filter = mattra_session_get_filter (self->session);

  state->fiscal_year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));
  state->has_round = TRUE;
  state->round = mattra_session_get_round (self->session);
  state->division = g_strdup (filter->division);
  state->list = filter->list;
  state->statuses = filter->statuses;
  state->indicator = filter->indicator;
  state->groups = filter->groups;
  state->years = filter->years;
}

static void
note_columns (MattraWindowPlace *self,
              MattraWindowState *state)
{
  MattraGrid *grid = mattra_table_page_get_grid (mattra_register_page_get_table (self->page));

  state->columns = mattra_grid_dup_state (grid);
  g_variant_get_child (state->columns, 1, "s", &state->sort);
  g_variant_get_child (state->columns, 2, "b", &state->descending);
}

static void
note_page (MattraWindowPlace *self,
           MattraWindowState *state)
{
  MattraTablePage *table = mattra_register_page_get_table (self->page);

  note_columns (self, state);
  state->search = g_strdup (mattra_table_page_get_search (table));
  state->measure = g_strdup (mattra_table_page_get_measure (table));
  state->column = g_strdup (mattra_table_page_get_field (table));
  /* On a narrow window the sidebar is away by itself. */
  state->sidebar = g_settings_get_boolean (self->settings, "show-sidebar");
  if (has_form (self))
    g_object_get (self->page, SHOW_FORM, &state->form, NULL);
  g_object_get (self->page, SHOW_VIEW, &state->view, NULL);
}

/**
 * mattra_window_place_save:
 * @self: a place whose page is there
 *
 * Keeps at once how the window is.
 */
void
mattra_window_place_save (MattraWindowPlace *self)
{
  MattraWindowState *state = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW_PLACE (self));

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  if (self->page == NULL || self->window == NULL)
    return;
  state = mattra_window_state_new ();
  state->uncopied = self->state->uncopied;
  note_size (self, state);
  note_session (self, state);
  note_page (self, state);
  mattra_window_state_free (self->state);
  self->state = state;
  if (!mattra_window_state_save (state, mattra_session_get_path (self->session), &error))
    g_info ("How the window is left is not kept: %s", error->message);
}

static gboolean
save_later (gpointer data)
{
  MattraWindowPlace *self = data;

  self->save_timeout = 0;
  mattra_window_place_save (self);
  return G_SOURCE_REMOVE;
}

static void
queue_save (MattraWindowPlace *self)
{
  if (self->save_timeout == 0)
    self->save_timeout = g_timeout_add_seconds (SAVE_DELAY_SECONDS, save_later, self);
}

static void
follow (MattraWindowPlace *self)
{
  MattraTablePage *table = mattra_register_page_get_table (self->page);
  const struct
  {
    gpointer object;
    const char *signals[5];
  } followed[] = {
    { self->window, { "notify::default-width", "notify::default-height", "notify::maximized", NULL } },
    { self->session, { "notify::plan", "notify::round", "notify::filter", NULL } },
    { mattra_table_page_get_list (table), { "notify::pending", NULL } },
    { mattra_table_page_get_grid (table), { "cursor-changed", "layout-changed", "sort-changed", NULL } },
    { self->page, { "notify::show-sidebar", "notify::" SHOW_FORM, "notify::" SHOW_VIEW, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    for (guint k = 0; followed[i].signals[k]; k++)
      g_signal_connect_object (followed[i].object, followed[i].signals[k], G_CALLBACK (queue_save), self,
                               G_CONNECT_SWAPPED);
}

/**
 * mattra_window_place_take:
 * @self: a place whose session is there
 * @window: the register's window
 * @page: its page
 *
 * Has the page show what was left, and keeps how it is left from now on.
 */
void
mattra_window_place_take (MattraWindowPlace  *self,
                          GtkWindow          *window,
                          MattraRegisterPage *page)
{
  g_return_if_fail (MATTRA_IS_WINDOW_PLACE (self) && self->page == NULL);
  g_return_if_fail (GTK_IS_WINDOW (window) && MATTRA_IS_REGISTER_PAGE (page));

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->page, page);
  if (self->known)
    restore_page (self);
  follow (self);
}

/* The object */

static void
mattra_window_place_dispose (GObject *object)
{
  MattraWindowPlace *self = MATTRA_WINDOW_PLACE (object);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_window_place_parent_class)->dispose (object);
}

static void
mattra_window_place_finalize (GObject *object)
{
  mattra_window_state_free (MATTRA_WINDOW_PLACE (object)->state);
  G_OBJECT_CLASS (mattra_window_place_parent_class)->finalize (object);
}

static void
mattra_window_place_class_init (MattraWindowPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_window_place_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_window_place_finalize;
}

static void
mattra_window_place_init (MattraWindowPlace *self)
{
}

/* A window that was kept has a size. */
static gboolean
is_known (const MattraWindowState *state)
{
  return state->width > 0 && state->height > 0;
}

/**
 * mattra_window_place_new:
 * @session: the session of a register that was just opened
 * @settings: the user's settings
 *
 * Returns: (transfer full): how the register's window was left
 */
MattraWindowPlace *
mattra_window_place_new (MattraSession *session,
                         GSettings     *settings)
{
  MattraWindowPlace *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_WINDOW_PLACE, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->state = mattra_window_state_load (mattra_session_get_path (session));
  self->known = is_known (self->state);
  return self;
}

/**
 * mattra_window_place_get_uncopied:
 * @self: a place
 *
 * Returns: the newest fiscal year in which the user did not want the first half's results copied; 0 for none
 */
int
mattra_window_place_get_uncopied (MattraWindowPlace *self)
{
  g_return_val_if_fail (MATTRA_IS_WINDOW_PLACE (self), 0);

  return self->state->uncopied;
}

/**
 * mattra_window_place_set_uncopied:
 * @self: a place
 * @fiscal_year: the fiscal year in which the user does not want the first half's results copied
 *
 * Keeps that it is not to be offered again.
 */
void
mattra_window_place_set_uncopied (MattraWindowPlace *self,
                                  int                fiscal_year)
{
  g_return_if_fail (MATTRA_IS_WINDOW_PLACE (self));

  self->state->uncopied = fiscal_year;
  mattra_window_place_save (self);
}

/**
 * mattra_window_place_show_size:
 * @window: a window that is not shown yet
 * @path: the register that is opened in it
 *
 * Gives the window the size in which the register was left.
 */
void
mattra_window_place_show_size (GtkWindow  *window,
                               const char *path)
{
  g_autoptr (MattraWindowState) state = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window) && path != NULL);

  state = mattra_window_state_load (path);
  if (!is_known (state))
    return;
  gtk_window_set_default_size (window, state->width, state->height);
  if (state->maximized)
    gtk_window_maximize (window);
  else
    gtk_window_unmaximize (window);
}
