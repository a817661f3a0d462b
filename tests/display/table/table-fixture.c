/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-fixture.h"

#include "mattra-rows.h"
#include "mattra-settings.h"
#include "mattra-table-cell.h"
#include "picture.h"
#include "seek.h"

/* More measures, behind those of the session's fixture: "มาตรการที่ 41" and so on, each with a result. */
static gboolean
add_more (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  int n = GPOINTER_TO_INT (data);

  for (int number = SESSION_FIXTURE_MEASURES + 1; number <= SESSION_FIXTURE_MEASURES + n; number++)
    {
      g_autofree char *title = g_strdup_printf ("มาตรการที่ %d", number);
      g_autofree char *result = g_strdup_printf ("ผลที่ %d", number);
      MattraMeasure *measure = mattra_measure_new ();

      mattra_measure_set_number (measure, number);
      mattra_measure_set_title (measure, title);
      mattra_answer_take_item (mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL),
                               MATTRA_ITEM_RESULT, mattra_item_new (result));
      g_ptr_array_add (measures, measure);
    }
  return mattra_rows_insert (store, plan, NULL, measures, error);
}

void
table_init (Table *self,
            guint  n_more)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();

  *self = (Table) { { NULL } };
  session_fixture_init (&self->fixture);
  self->session = self->fixture.session;
  if (n_more > 0)
    mattra_session_act_async (self->session, "import", NULL, add_more, GINT_TO_POINTER (n_more), NULL, NULL, NULL);
  mattra_session_wait (self->session);
  self->page = MATTRA_TABLE_PAGE (mattra_table_page_new (self->session, settings));
  self->grid = mattra_table_page_get_grid (self->page);
  self->list = mattra_table_page_get_list (self->page);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  table_settle (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  table_settle (self);
}

void
table_clear (Table *self)
{
  if (self->window == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (self->window));
  picture_settle ();
  session_fixture_clear (&self->fixture);
}

/* All that was begun is over, and drawn. */
void
table_settle (Table *self)
{
  picture_settle ();
  mattra_session_wait (self->session);
  picture_settle ();
}

guint
table_n_rows (Table *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static MattraMeasure *
load (Table *self,
      guint  row)
{
  g_autoptr (MattraMeasureRow) item = g_list_model_get_item (G_LIST_MODEL (self->list), row);

  g_assert_nonnull (item);
  mattra_session_wait (self->session);
  return mattra_measure_row_get_measure (item);
}

/* What the grid shows there, loaded first. */
char *
table_text (Table      *self,
            guint       row,
            const char *field)
{
  MattraTableContext context = {
    .plan = mattra_session_get_plan (self->session),
    .round = mattra_session_get_round (self->session),
    .division = mattra_session_get_division (self->session),
    .today = mattra_clock_get_today (mattra_session_get_clock (self->session)),
  };
  MattraMeasure *measure = load (self, row);

  g_assert_nonnull (measure);
  g_assert_nonnull (mattra_grid_find_column (self->grid, field));
  return mattra_table_cell_dup_text (&context, measure, field);
}

int
table_number (Table *self,
              guint  row)
{
  return mattra_measure_get_number (load (self, row));
}

/* The cursor and the selected rows: "3 title 3-4". */
char *
table_where (Table *self)
{
  MattraGridColumn *column = NULL;
  MattraGridRange range = { 0 };
  guint row = 0;

  if (!mattra_grid_get_cursor (self->grid, &row, &column))
    return g_strdup ("nowhere");
  mattra_grid_get_selection (self->grid, &range);
  return g_strdup_printf ("%u %s %u-%u", row, mattra_grid_column_get_id (column), range.top, range.bottom);
}

void
table_go (Table      *self,
          guint       row,
          const char *field)
{
  mattra_grid_set_cursor (self->grid, row, mattra_grid_find_column (self->grid, field));
  table_settle (self);
}

/* Emits the key where a real one would be handled, and waits for what it does. */
void
table_press (Table           *self,
             guint            keyval,
             GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->grid));
  g_autofree GdkKeymapKey *keys = NULL;
  gboolean used = FALSE;
  int n = 0;

  gdk_display_map_keyval (gdk_display_get_default (), keyval, &keys, &n);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !used; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, n > 0 ? keys[0].keycode : 0, modifiers, &used);
    }
  g_assert_true (used);
  table_settle (self);
}

/* Writes into the editor that is open, and commits it. */
void
table_type (Table      *self,
            const char *text)
{
  MattraGridColumn *column = NULL;
  guint row = 0;

  g_assert_true (mattra_grid_get_cursor (self->grid, &row, &column));
  mattra_grid_cancel_edit (self->grid);
  g_assert_true (mattra_grid_edit (self->grid, row, column, text));
  g_assert_true (mattra_grid_commit_edit (self->grid));
  table_settle (self);
}

void
table_act (Table      *self,
           const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->grid), action, NULL));
  table_settle (self);
}

void
table_undo (Table *self)
{
  mattra_session_undo (self->session);
  table_settle (self);
}

const char *
table_division (Table *self,
                guint  index)
{
  return mattra_division_list_get (mattra_plan_get_divisions (mattra_session_get_plan (self->session)), index)->id;
}

/* Shows a division's measures; -1: all. */
void
table_show (Table *self,
            int    division)
{
  mattra_session_set_division (self->session, division < 0 ? NULL : table_division (self, (guint) division));
  table_settle (self);
}

void
table_set_clipboard (Table      *self,
                     const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), text);
}

static void
text_read (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

char *
table_read_clipboard (Table *self)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->window), NULL, text_read, &text);
  picture_wait (is_there, &text);
  return text;
}

/* A window above that of the table. */
GtkWindow *
table_find_dialog (Table *self)
{
  return seek_dialog (self->window);
}
