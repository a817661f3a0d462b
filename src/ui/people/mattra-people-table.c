/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-table.h"

#include <glib/gi18n-lib.h>

#include "mattra-grid.h"
#include "mattra-people-live.h"
#include "mattra-word-digits.h"

struct _MattraPeopleTable
{
  GtkBox parent_instance;

  MattraSession *session;
  MattraPeopleCells *cells;
  const MattraPeopleKind *kind;
  MattraDigits digits;
  MattraGrid *grid;
  GtkWidget *add_button; /* NULL where rows are what they are */
  GtkWidget *summary;    /* NULL where there is none */

  char *open_row; /* where something was typed, until the editor closes */
  char *open_field;
};

G_DEFINE_FINAL_TYPE (MattraPeopleTable, mattra_people_table, GTK_TYPE_BOX)

enum
{
  SIGNAL_DRAFT,
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Rows move under an open editor: it is the place of the last text that closes. */
static void
tell (MattraPeopleTable *self,
      guint              signal,
      const char        *text)
{
  if (self->open_row)
    g_signal_emit (self, signals[signal], 0, self->open_row, self->open_field, text);
}

static void
end_open (MattraPeopleTable *self)
{
  g_clear_pointer (&self->open_row, g_free);
  g_clear_pointer (&self->open_field, g_free);
}

static void
begin_open (MattraPeopleTable *self,
            const char        *id,
            const char        *field,
            const char        *text)
{
  end_open (self);
  self->open_row = g_strdup (id);
  self->open_field = g_strdup (field);
  tell (self, SIGNAL_DRAFT, text);
}

static void
draft (MattraPeopleTable *self,
       guint              row,
       MattraGridColumn  *column,
       const char        *text)
{
  const char *id = mattra_people_cells_get_id (self->cells, row);

  if (text == NULL)
    tell (self, SIGNAL_DRAFT, NULL);
  if (text && id)
    begin_open (self, id, mattra_grid_column_get_id (column), text);
  else
    end_open (self);
}

static void
edit_lost (MattraPeopleTable *self,
           MattraGridColumn  *column,
           const char        *text)
{
  tell (self, SIGNAL_KEPT, text);
  end_open (self);
}

/* The editor is open again with the text, where its row can be seen and nothing else is typed; else the text is kept. */
static void
refused (MattraPeopleTable *self,
         const char        *id,
         const char        *field,
         const char        *text)
{
  guint position;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !mattra_grid_is_editing (self->grid)
      && mattra_people_cells_find (self->cells, id, &position))
    mattra_people_table_set_draft (self, id, field, text);
  else
    g_signal_emit (self, signals[SIGNAL_KEPT], 0, id, field, text);
}

static gboolean
is_page (const char *name)
{
  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    if (g_str_equal (mattra_people_kinds[i]->page, name))
      return TRUE;
  return FALSE;
}

static const char *
find_target (MattraPeopleTable *self)
{
  MattraPeopleLive *live = mattra_people_cells_get_live (self->cells);
  MattraGridColumn *column = NULL;
  g_autofree char *field = NULL;
  guint row = 0;

  if (live == NULL || mattra_grid_is_editing (self->grid) || !mattra_grid_get_cursor (self->grid, &row, &column)
      || mattra_people_cells_get_id (self->cells, row) == NULL)
    return NULL;
  field = g_strconcat (mattra_grid_column_get_id (column), MATTRA_PEOPLE_LEADS_TO, NULL);
  return mattra_people_live_lookup (live, mattra_people_cells_get_id (self->cells, row), field);
}

/* To a page of these tables, or else to a measure. */
static gboolean
follow (MattraPeopleTable *self)
{
  const char *target = find_target (self);
  g_auto (GStrv) words = g_strsplit (target != NULL ? target : "", MATTRA_PEOPLE_LEADS_SEPARATOR, 2);

  return g_strv_length (words) == 2
         && gtk_widget_activate_action (GTK_WIDGET (self), is_page (words[0]) ? "people.show-cell" : "win.show-cell",
                                        "(ss)", words[0], words[1]);
}

static gboolean
key_pressed (MattraPeopleTable *self,
             guint              keyval,
             guint              keycode,
             GdkModifierType    state)
{
  return (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_F2)
         && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && follow (self);
}

/* The first click went to the cell. */
static void
pressed (MattraPeopleTable *self,
         int                n_press,
         double             x,
         double             y,
         GtkGesture        *gesture)
{
  if (n_press == 2 && follow (self))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Before the grid, which would say that the cell follows from others. */
static void
add_controllers (MattraPeopleTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (click));
}

/**
 * mattra_people_table_show_column:
 * @self: the table, which is shown
 * @field: the store's name of a field
 *
 * Leads to its column, in the row one stands on.
 */
void
mattra_people_table_show_column (MattraPeopleTable *self,
                                 const char        *field)
{
  MattraGridColumn *column = NULL;
  guint row = 0;

  g_return_if_fail (MATTRA_IS_PEOPLE_TABLE (self) && field != NULL);

  column = mattra_grid_find_column (self->grid, field);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  mattra_grid_get_cursor (self->grid, &row, NULL);
  if (column != NULL)
    mattra_grid_set_cursor (self->grid, row, column);
}

static gboolean
is_choice (const MattraPeopleKind *kind,
           const char             *field)
{
  for (guint i = 0; kind->columns[i].field; i++)
    if (g_str_equal (kind->columns[i].field, field))
      return kind->columns[i].kind == MATTRA_CELL_CHOICE;
  return FALSE;
}

/* A row that was just added waits for its name, or for what it is. */
static void
edit_added (MattraPeopleCells *cells,
            const char        *id,
            MattraPeopleTable *self)
{
  MattraGridColumn *column = mattra_grid_find_column (self->grid, self->kind->name_field);
  guint position;

  if (!mattra_people_cells_find (cells, id, &position))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  mattra_grid_set_cursor (self->grid, position, column);
  mattra_grid_edit (self->grid, position, column, is_choice (self->kind, self->kind->name_field) ? NULL : "");
}

static void
update_read_only (MattraSession     *session,
                  GParamSpec        *property,
                  MattraPeopleTable *self)
{
  gboolean read_only = !mattra_session_may (session, MATTRA_ACTION_EDIT_PEOPLE);

  mattra_grid_set_read_only (self->grid, read_only);
  if (self->add_button != NULL)
    gtk_widget_set_sensitive (self->add_button, !read_only);
}

static void
append_columns (MattraPeopleTable *self)
{
  for (guint i = 0; self->kind->columns[i].field; i++)
    {
      const MattraPeopleColumn *described = &self->kind->columns[i];
      g_autoptr (MattraGridColumn) column = mattra_grid_column_new (described->field, _(described->title),
                                                                    described->kind, described->width);

      mattra_grid_column_set_sortable (column, FALSE);
      mattra_grid_append_column (self->grid, column);
    }
}

static GtkWidget *
new_toolbar (MattraPeopleTable *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(self->kind->purpose));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (bar), label);
  if (!self->kind->fixed)
    {
      self->add_button = gtk_button_new_with_mnemonic (_(self->kind->add_label));
      gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
      g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (mattra_people_cells_add), self->cells);
      gtk_box_append (GTK_BOX (bar), self->add_button);
    }
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 9);
  gtk_widget_set_margin_bottom (bar, 9);

  return bar;
}

/* What the rows come to */

static void
update_summary (MattraPeopleTable *self)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (self->summary == NULL)
    return;
  text = self->kind->dup_summary (mattra_session_get_plan (self->session));
  shown = mattra_digits_apply (text != NULL ? text : "", mattra_word_digits (self->digits));
  gtk_label_set_text (GTK_LABEL (self->summary), shown);
  gtk_widget_set_visible (self->summary, text != NULL);
}

static GtkWidget *
new_summary (MattraPeopleTable *self)
{
  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_set_margin_start (self->summary, 12);
  gtk_widget_set_margin_end (self->summary, 12);
  gtk_widget_set_margin_bottom (self->summary, 9);
  g_signal_connect_object (self->session, "plan-changed", G_CALLBACK (update_summary), self, G_CONNECT_SWAPPED);
  update_summary (self);
  return self->summary;
}

static void
watch (MattraPeopleTable *self,
       gboolean           watched)
{
  MattraPeopleLive *live = self->cells != NULL ? mattra_people_cells_get_live (self->cells) : NULL;

  if (live != NULL)
    mattra_people_live_watch (live, watched);
}

static void
mattra_people_table_map (GtkWidget *widget)
{
  MattraPeopleTable *self = MATTRA_PEOPLE_TABLE (widget);

  GTK_WIDGET_CLASS (mattra_people_table_parent_class)->map (widget);
  watch (self, TRUE);
}

static void
mattra_people_table_unmap (GtkWidget *widget)
{
  MattraPeopleTable *self = MATTRA_PEOPLE_TABLE (widget);

  watch (self, FALSE);
  GTK_WIDGET_CLASS (mattra_people_table_parent_class)->unmap (widget);
}

static void
mattra_people_table_dispose (GObject *object)
{
  g_clear_object (&MATTRA_PEOPLE_TABLE (object)->cells);
  g_clear_object (&MATTRA_PEOPLE_TABLE (object)->session);
  end_open (MATTRA_PEOPLE_TABLE (object));

  G_OBJECT_CLASS (mattra_people_table_parent_class)->dispose (object);
}

static void
mattra_people_table_class_init (MattraPeopleTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_people_table_dispose;
  GTK_WIDGET_CLASS (klass)->map = mattra_people_table_map;
  GTK_WIDGET_CLASS (klass)->unmap = mattra_people_table_unmap;

  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_PEOPLE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_PEOPLE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mattra_people_table_init (MattraPeopleTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
new_grid (MattraPeopleTable *self,
          MattraDigits       digits)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->grid = MATTRA_GRID (mattra_grid_new (MATTRA_GRID_DELEGATE (self->cells)));
  g_object_set (self->grid, "thai-digits", digits == MATTRA_DIGITS_THAI, NULL);
  append_columns (self);
  mattra_grid_set_model (self->grid, mattra_people_cells_get_rows (self->cells));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (window, TRUE);

  return window;
}

/**
 * mattra_people_table_new:
 * @session: a session
 * @kind: what the rows are
 * @digits: script of the numbers that are shown
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
mattra_people_table_new (MattraSession          *session,
                         const MattraPeopleKind *kind,
                         MattraDigits            digits)
{
  MattraPeopleTable *self = g_object_new (MATTRA_TYPE_PEOPLE_TABLE, NULL);

  self->session = g_object_ref (session);
  self->digits = digits;
  self->kind = kind;
  self->cells = mattra_people_cells_new (session, kind, digits);
  gtk_box_append (GTK_BOX (self), new_toolbar (self));
  if (kind->dup_summary != NULL)
    gtk_box_append (GTK_BOX (self), new_summary (self));
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self), new_grid (self, digits));
  g_signal_connect_object (self->cells, "added", G_CALLBACK (edit_added), self, 0);
  if (kind->load_live != NULL)
    add_controllers (self);
  g_signal_connect_object (self->cells, "refused", G_CALLBACK (refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "draft", G_CALLBACK (draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "edit-lost", G_CALLBACK (edit_lost), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (update_read_only), self, 0);
  g_signal_connect_object (session, "notify::actor", G_CALLBACK (update_read_only), self, 0);
  update_read_only (session, NULL, self);

  return GTK_WIDGET (self);
}

/**
 * mattra_people_table_set_draft:
 * @self: the table, which is shown
 * @id: ULID of a person or division
 * @field: the store's name of a field
 * @text: what was typed into it
 *
 * Goes on to type: an editor opens with the text in it.
 */
void
mattra_people_table_set_draft (MattraPeopleTable *self,
                               const char        *id,
                               const char        *field,
                               const char        *text)
{
  MattraGridColumn *column = NULL;
  guint position;

  g_return_if_fail (MATTRA_IS_PEOPLE_TABLE (self));
  g_return_if_fail (id != NULL && field != NULL && text != NULL);

  column = mattra_grid_find_column (self->grid, field);
  if (column == NULL || !mattra_people_cells_find (self->cells, id, &position))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (mattra_grid_edit (self->grid, position, column, text))
    begin_open (self, id, field, text); /* the editor may close before the grid tells of it */
}
