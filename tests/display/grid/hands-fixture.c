/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"

#include "picture.h"

#define EMPTY_ROW 4

static const struct
{
  const char *id;
  const char *title;
  MattraCellKind kind;
} columns[HANDS_N_COLUMNS] = {
  { "a", "ที่", MATTRA_CELL_READ_ONLY },
  { "b", "มาตรการ", MATTRA_CELL_TEXT },
  { "c", "วิธีการดำเนินการ", MATTRA_CELL_ITEMS },
  { "d", "กำหนดส่งรายงานผล", MATTRA_CELL_DATE },
  { "e", "ผลการดำเนินการ", MATTRA_CELL_TEXT },
};

#define HANDS_TYPE_ROW (hands_row_get_type ())
G_DECLARE_FINAL_TYPE (HandsRow, hands_row, HANDS, ROW, GObject)

struct _HandsRow
{
  GObject parent_instance;
  char *texts[HANDS_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (HandsRow, hands_row, G_TYPE_OBJECT)

static void
hands_row_finalize (GObject *object)
{
  for (int i = 0; i < HANDS_N_COLUMNS; i++)
    g_free (HANDS_ROW (object)->texts[i]);
  G_OBJECT_CLASS (hands_row_parent_class)->finalize (object);
}

static void
hands_row_class_init (HandsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hands_row_finalize;
}

static void
hands_row_init (HandsRow *self)
{
  for (int i = 0; i < HANDS_N_COLUMNS; i++)
    self->texts[i] = g_strdup ("");
}

static HandsRow *
new_row (guint number)
{
  HandsRow *row = g_object_new (HANDS_TYPE_ROW, NULL);

  for (int i = 0; i < HANDS_N_COLUMNS; i++)
    if (i == 0 || number != EMPTY_ROW)
      {
        g_free (row->texts[i]);
        row->texts[i] = g_strdup_printf ("%u%s", number, i == 0 ? "" : columns[i].id);
      }
  return row;
}

/* The delegate: it writes down what it is asked, and does it. */

#define HANDS_TYPE_DELEGATE (hands_delegate_get_type ())
G_DECLARE_FINAL_TYPE (HandsDelegate, hands_delegate, HANDS, DELEGATE, GObject)

struct _HandsDelegate
{
  GObject parent_instance;
  Hands *hands;
};

static char *
dup_text (MattraGridDelegate *delegate,
          GObject            *item,
          MattraGridColumn   *column)
{
  return g_strdup (HANDS_ROW (item)->texts[*mattra_grid_column_get_id (column) - 'a']);
}

static char *
dup_row_name (MattraGridDelegate *delegate,
              GObject            *item,
              guint               position)
{
  return g_strdup_printf ("มาตรการที่ %u", position + 1);
}

static void
look (MattraGridDelegate *delegate,
      GObject            *item,
      MattraGridColumn   *column,
      MattraCellLook     *cell)
{
  if (g_str_equal (HANDS_ROW (item)->texts[*mattra_grid_column_get_id (column) - 'a'], "locked"))
    cell->read_only = g_strdup ("ปิดรอบแล้ว");
}

static char *
understand (MattraGridDelegate *delegate,
            GObject            *item,
            MattraGridColumn   *column,
            const char         *text,
            gboolean           *valid)
{
  *valid = g_strcmp0 (text, "???") != 0;
  return NULL;
}

static void
apply (MattraGridDelegate   *delegate,
       MattraGridChangeKind  kind,
       GPtrArray            *cells)
{
  static const char *const names[] = { "type", "paste", "cut", "clear", "fill" };
  Hands *hands = HANDS_DELEGATE (delegate)->hands;

  g_string_append_printf (hands->log, "%s", names[kind]);
  for (guint i = 0; i < cells->len; i++)
    {
      MattraGridCellText *cell = g_ptr_array_index (cells, i);
      const char *id = mattra_grid_column_get_id (cell->column);

      g_string_append_printf (hands->log, " %u%s=%s", cell->row, id, cell->text);
      while (cell->row >= g_list_model_get_n_items (G_LIST_MODEL (hands->rows)))
        {
          g_autoptr (HandsRow) row = g_object_new (HANDS_TYPE_ROW, NULL);

          g_list_store_append (hands->rows, row);
        }
      hands_put (hands, cell->row, (guint) (*id - 'a'), cell->text);
    }
  g_string_append_c (hands->log, ';');
}

static void
insert_rows (MattraGridDelegate *delegate,
             guint               position,
             guint               n)
{
  Hands *hands = HANDS_DELEGATE (delegate)->hands;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_object_new (HANDS_TYPE_ROW, NULL));
  g_string_append_printf (hands->log, "insert %u %u;", position, n);
  g_list_store_splice (hands->rows, position, 0, rows->pdata, n);
}

static void
log_rows (Hands      *hands,
          const char *what,
          GArray     *positions)
{
  g_string_append (hands->log, what);
  for (guint i = 0; i < positions->len; i++)
    g_string_append_printf (hands->log, " %u", g_array_index (positions, guint, i));
}

static void
duplicate_rows (MattraGridDelegate *delegate,
                GArray             *positions)
{
  Hands *hands = HANDS_DELEGATE (delegate)->hands;
  guint last = g_array_index (positions, guint, positions->len - 1);

  log_rows (hands, "duplicate", positions);
  g_string_append_c (hands->log, ';');
  for (guint i = positions->len; i > 0; i--)
    {
      HandsRow *row = g_list_model_get_item (G_LIST_MODEL (hands->rows),
                                             g_array_index (positions, guint, i - 1));
      g_autoptr (HandsRow) copy = new_row (0);

      for (int j = 0; j < HANDS_N_COLUMNS; j++)
        {
          g_free (copy->texts[j]);
          copy->texts[j] = g_strdup (row->texts[j]);
        }
      g_object_unref (row);
      g_list_store_insert (hands->rows, last + 1, copy);
    }
}

static void
delete_rows (MattraGridDelegate *delegate,
             GArray             *positions)
{
  Hands *hands = HANDS_DELEGATE (delegate)->hands;

  log_rows (hands, "delete", positions);
  g_string_append_c (hands->log, ';');
  for (guint i = positions->len; i > 0; i--)
    g_list_store_remove (hands->rows, g_array_index (positions, guint, i - 1));
}

static void
move_rows (MattraGridDelegate *delegate,
           GArray             *positions,
           guint               position)
{
  Hands *hands = HANDS_DELEGATE (delegate)->hands;
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = g_array_index (positions, guint, 0);

  log_rows (hands, "move", positions);
  g_string_append_printf (hands->log, " before %u;", position);
  for (guint i = 0; i < positions->len; i++)
    g_ptr_array_add (moved, g_list_model_get_item (G_LIST_MODEL (hands->rows), first + i));
  g_list_store_splice (hands->rows, first, moved->len, NULL, 0);
  g_list_store_splice (hands->rows, position > first ? position - moved->len : position, 0,
                       moved->pdata, moved->len);
}

static void
hands_delegate_iface_init (MattraGridDelegateInterface *iface)
{
  iface->dup_text = dup_text;
  iface->dup_row_name = dup_row_name;
  iface->look = look;
  iface->understand = understand;
  iface->apply = apply;
  iface->insert_rows = insert_rows;
  iface->duplicate_rows = duplicate_rows;
  iface->delete_rows = delete_rows;
  iface->move_rows = move_rows;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HandsDelegate, hands_delegate, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE,
                                                      hands_delegate_iface_init))

static void
hands_delegate_class_init (HandsDelegateClass *klass)
{
}

static void
hands_delegate_init (HandsDelegate *self)
{
}

Hands *
hands_new (guint n_rows)
{
  Hands *self = g_new0 (Hands, 1);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->log = g_string_new (NULL);
  self->rows = g_list_store_new (HANDS_TYPE_ROW);
  self->delegate = g_object_new (HANDS_TYPE_DELEGATE, NULL);
  HANDS_DELEGATE (self->delegate)->hands = self;
  self->grid = MATTRA_GRID (mattra_grid_new (MATTRA_GRID_DELEGATE (self->delegate)));
  for (int i = 0; i < HANDS_N_COLUMNS; i++)
    {
      g_autoptr (MattraGridColumn) column = mattra_grid_column_new (columns[i].id, columns[i].title,
                                                                    columns[i].kind, i == 0 ? 50 : 150);

      mattra_grid_append_column (self->grid, column);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (HandsRow) row = new_row (i);

      g_list_store_append (self->rows, row);
    }
  mattra_grid_set_model (self->grid, G_LIST_MODEL (self->rows));
  mattra_grid_set_n_frozen (self->grid, 1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("before"));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("after"));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 480);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  picture_settle ();
  return self;
}

void
hands_free (Hands *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  picture_settle ();
  g_object_unref (self->rows);
  g_object_unref (self->delegate);
  g_string_free (self->log, TRUE);
  g_free (self);
}

void
hands_put (Hands      *self,
           guint       row,
           guint       column,
           const char *text)
{
  g_autoptr (HandsRow) item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  g_free (item->texts[column]);
  item->texts[column] = g_strdup (text);
  g_list_model_items_changed (G_LIST_MODEL (self->rows), row, 1, 1);
}

/* What was asked since the last time. */
char *
hands_take (Hands *self)
{
  char *taken = g_strdup (self->log->str);

  g_string_truncate (self->log, 0);
  return taken;
}

static guint
find_keycode (guint keyval)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n = 0;

  if (!gdk_display_map_keyval (gdk_display_get_default (), keyval, &keys, &n) || n == 0)
    return 0;
  return keys[0].keycode;
}

/* Emits the key where a real one would be handled. Returns whether it was used. */
gboolean
hands_press_code (Hands           *self,
                  guint            keyval,
                  guint            keycode,
                  GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->grid));
  gboolean used = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !used; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, keycode, modifiers, &used);
    }
  return used;
}

gboolean
hands_press (Hands           *self,
             guint            keyval,
             GdkModifierType  modifiers)
{
  return hands_press_code (self, keyval, find_keycode (keyval), modifiers);
}

/* The cursor and the range: "2b 1-3,b-c". */
char *
hands_where (Hands *self)
{
  MattraGridColumn *column = NULL;
  MattraGridRange range = { 0 };
  guint row = 0;

  if (!mattra_grid_get_cursor (self->grid, &row, &column))
    return g_strdup ("nowhere");
  mattra_grid_get_selection (self->grid, &range);
  return g_strdup_printf ("%u%s %u-%u,%s-%s", row, mattra_grid_column_get_id (column), range.top,
                          range.bottom, columns[range.left].id, columns[range.right].id);
}

/* "2b", or "2b3d" with a selection to there. */
void
hands_stand (Hands      *self,
             const char *from)
{
  char id[2] = { from[1], '\0' };

  mattra_grid_set_cursor (self->grid, (guint) (from[0] - '0'), mattra_grid_find_column (self->grid, id));
  if (from[2] == '\0')
    return;
  for (int row = from[0]; row < from[2]; row++)
    hands_press (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  for (int column = from[1]; column < from[3]; column++)
    hands_press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
}
