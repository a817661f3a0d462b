/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-desk.h"

#include <string.h>

#include "picture.h"

#define DESK_TYPE_ROW (desk_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskRow, desk_row, DESK, ROW, GObject)

struct _DeskRow
{
  GObject parent_instance;

  int number;
  char *texts[DESK_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (DeskRow, desk_row, G_TYPE_OBJECT)

static void
desk_row_finalize (GObject *object)
{
  for (int i = 0; i < DESK_N_COLUMNS; i++)
    g_free (DESK_ROW (object)->texts[i]);
  G_OBJECT_CLASS (desk_row_parent_class)->finalize (object);
}

static void
desk_row_class_init (DeskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_row_finalize;
}

static void
desk_row_init (DeskRow *self)
{
}

#define DESK_TYPE_DELEGATE (desk_delegate_get_type ())
G_DECLARE_FINAL_TYPE (DeskDelegate, desk_delegate, DESK, DELEGATE, GObject)

struct _DeskDelegate
{
  GObject parent_instance;

  GListStore *rows;
  guint n_applied;
};

static void desk_delegate_iface_init (MattraGridDelegateInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskDelegate, desk_delegate, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, desk_delegate_iface_init))

static const struct
{
  const char *id;
  const char *title;
  MattraCellKind kind;
  int width;
  const char *text;
} kinds[DESK_N_COLUMNS] = {
  [DESK_TEXT] = { "title", "มาตรการ", MATTRA_CELL_TEXT, 200, "การสร้างกระบวนการปรึกษาหารือระหว่างผู้บริหารกับบุคลากร" },
  [DESK_ITEMS] = { "steps", "วิธีการดำเนินการ", MATTRA_CELL_ITEMS, 260,
                   "จัดประชุมชี้แจงแนวทางการปฏิบัติงานให้บุคลากรทราบ\nติดตามผลการดำเนินการ\nรายงานผู้บริหาร" },
  [DESK_DATE] = { "date", "วันที่", MATTRA_CELL_DATE, 120, "9 ธ.ค. 2565" },
  [DESK_PERIOD] = { "period", "ระยะเวลา", MATTRA_CELL_PERIOD, 150, "ต.ค.65 - มี.ค.66" },
  [DESK_CHOICE] = { "status", "สถานะ", MATTRA_CELL_CHOICE, 150, "อยู่ระหว่างดำเนินการ" },
  [DESK_PEOPLE] = { "people", "ผู้รับผิดชอบ", MATTRA_CELL_PEOPLE, 180, "นางสาวสมใจ ใจดี" },
  [DESK_READ_ONLY] = { "late", "ล่าช้า", MATTRA_CELL_READ_ONLY, 80, "-" },
};

static const char *const statuses[] = {
  "ยังไม่ถึงกำหนดดำเนินการ", "อยู่ระหว่างดำเนินการ", "ใกล้ครบกำหนด", "เกินกำหนด", "รอสรุปผล", "ดำเนินการแล้วเสร็จ", "ยกเลิก", NULL,
};

static const char *const people[] = {
  "นางสาวสมใจ ใจดี", "นายสมชาย รักไทย", "นายวิชัย ตั้งใจ", "สมาคมผู้สูงอายุ", "กองคลัง", "กองช่าง", NULL,
};

static int
column_index (MattraGridColumn *column)
{
  int i = 0;

  while (strcmp (kinds[i].id, mattra_grid_column_get_id (column)) != 0)
    i++;
  return i;
}

static char *
dup_text (MattraGridDelegate *delegate,
          GObject            *item,
          MattraGridColumn   *column)
{
  return g_strdup (DESK_ROW (item)->texts[column_index (column)]);
}

static char *
dup_row_name (MattraGridDelegate *delegate,
              GObject            *item,
              guint               position)
{
  return g_strdup_printf ("มาตรการที่ %d", DESK_ROW (item)->number);
}

static void
look_status (const char     *status,
             MattraCellLook *cell)
{
  static const struct
  {
    MattraCellShape shape;
    MattraCellTone tone;
  } looks[] = {
    { MATTRA_SHAPE_RING, MATTRA_TONE_DIM }, { MATTRA_SHAPE_HALF, MATTRA_TONE_PLAIN },
    { MATTRA_SHAPE_CLOCK, MATTRA_TONE_WARNING }, { MATTRA_SHAPE_TRIANGLE, MATTRA_TONE_ERROR },
    { MATTRA_SHAPE_DOTS, MATTRA_TONE_PLAIN }, { MATTRA_SHAPE_FULL, MATTRA_TONE_GOOD },
    { MATTRA_SHAPE_DASH, MATTRA_TONE_DIM },
  };

  for (guint i = 0; statuses[i] != NULL; i++)
    if (strcmp (statuses[i], status) == 0)
      {
        cell->shape = looks[i].shape;
        cell->tone = looks[i].tone;
      }
}

static void
look (MattraGridDelegate *delegate,
      GObject            *item,
      MattraGridColumn   *column,
      MattraCellLook     *cell)
{
  if (column_index (column) == DESK_CHOICE)
    look_status (DESK_ROW (item)->texts[DESK_CHOICE], cell);
  if (column_index (column) == DESK_TEXT && DESK_ROW (item)->number == 4)
    cell->read_only = g_strdup ("รอบนี้ยืนยันฉบับแล้ว จึงแก้ไขไม่ได้");
}

static void
look_choice (MattraGridDelegate *delegate,
             GObject            *item,
             MattraGridColumn   *column,
             const char         *choice,
             MattraCellLook     *cell)
{
  if (column_index (column) == DESK_CHOICE)
    look_status (choice, cell);
}

static char **
dup_choices (MattraGridDelegate *delegate,
             GObject            *item,
             MattraGridColumn   *column)
{
  if (column_index (column) == DESK_CHOICE)
    return g_strdupv ((char **) statuses);
  if (column_index (column) == DESK_PEOPLE)
    return g_strdupv ((char **) people);
  return NULL;
}

/* Only one word is refused. Of periods it says its own words, so that they are seen to be used. */
static char *
understand (MattraGridDelegate *delegate,
            GObject            *item,
            MattraGridColumn   *column,
            const char         *text,
            gboolean           *valid)
{
  if (strcmp (text, "ผิด") == 0)
    {
      *valid = FALSE;
      return g_strdup ("คำนี้ใช้ไม่ได้");
    }
  if (column_index (column) != DESK_PERIOD)
    return NULL;
  if (strstr (text, "ปลายปี") != NULL)
    return g_strdup ("ไม่ชัดเจนว่าเริ่มและสิ้นสุดวันใด");
  return g_strdup_printf ("เข้าใจว่า %s", text);
}

static void
apply (MattraGridDelegate  *delegate,
       MattraGridChangeKind kind,
       GPtrArray           *cells)
{
  DeskDelegate *self = DESK_DELEGATE (delegate);

  g_assert_cmpint (kind, ==, MATTRA_GRID_CHANGE_TYPE);
  self->n_applied++;
  for (guint i = 0; i < cells->len; i++)
    {
      MattraGridCellText *cell = cells->pdata[i];
      g_autoptr (DeskRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), cell->row);
      int column = column_index (cell->column);

      g_free (row->texts[column]);
      row->texts[column] = g_strdup (cell->text);
      g_list_store_splice (self->rows, cell->row, 1, (gpointer *) &row, 1);
    }
}

static void
desk_delegate_iface_init (MattraGridDelegateInterface *iface)
{
  iface->dup_text = dup_text;
  iface->dup_row_name = dup_row_name;
  iface->look = look;
  iface->dup_choices = dup_choices;
  iface->look_choice = look_choice;
  iface->understand = understand;
  iface->apply = apply;
}

static void
desk_delegate_class_init (DeskDelegateClass *klass)
{
}

static void
desk_delegate_init (DeskDelegate *self)
{
}

static void
on_draft (MattraGrid       *grid,
          guint             row,
          MattraGridColumn *column,
          const char       *text,
          Desk             *desk)
{
  g_ptr_array_add (desk->drafts, g_strdup (text));
}

static void
on_lost (MattraGrid       *grid,
         MattraGridColumn *column,
         const char       *text,
         Desk             *desk)
{
  g_free (desk->lost);
  desk->lost = g_strdup (text);
}

static void
add_rows (Desk *desk,
          guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (DeskRow) row = g_object_new (DESK_TYPE_ROW, NULL);

      row->number = (int) i + 1;
      for (int column = 0; column < DESK_N_COLUMNS; column++)
        row->texts[column] = g_strdup (kinds[column].text);
      g_list_store_append (desk->rows, row);
    }
}

static void
add_columns (Desk *desk)
{
  for (int i = 0; i < DESK_N_COLUMNS; i++)
    {
      desk->columns[i] = mattra_grid_column_new (kinds[i].id, kinds[i].title, kinds[i].kind, kinds[i].width);
      mattra_grid_append_column (desk->grid, desk->columns[i]);
    }
}

Desk *
desk_new (guint n_rows,
          int   height)
{
  Desk *desk = g_new0 (Desk, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  desk->rows = g_list_store_new (DESK_TYPE_ROW);
  add_rows (desk, n_rows);
  desk->delegate = g_object_new (DESK_TYPE_DELEGATE, NULL);
  DESK_DELEGATE (desk->delegate)->rows = desk->rows;
  desk->drafts = g_ptr_array_new_with_free_func (g_free);
  desk->grid = MATTRA_GRID (mattra_grid_new (desk->delegate));
  add_columns (desk);
  mattra_grid_set_model (desk->grid, G_LIST_MODEL (desk->rows));
  g_signal_connect (desk->grid, "draft", G_CALLBACK (on_draft), desk);
  g_signal_connect (desk->grid, "edit-lost", G_CALLBACK (on_lost), desk);

  desk->window = gtk_window_new ();
  desk->other = gtk_entry_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (desk->grid));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), desk->other);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_window_set_child (GTK_WINDOW (desk->window), box);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1240, height);
  gtk_window_present (GTK_WINDOW (desk->window));
  gtk_widget_grab_focus (GTK_WIDGET (desk->grid));
  picture_settle ();
  return desk;
}

void
desk_free (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  picture_settle ();
  for (int i = 0; i < DESK_N_COLUMNS; i++)
    g_object_unref (desk->columns[i]);
  g_object_unref (desk->delegate);
  g_object_unref (desk->rows);
  g_ptr_array_unref (desk->drafts);
  g_free (desk->lost);
  g_free (desk);
}

const char *
desk_text (Desk *desk,
           guint row,
           int   column)
{
  g_autoptr (DeskRow) item = g_list_model_get_item (G_LIST_MODEL (desk->rows), row);

  return item->texts[column];
}

void
desk_set_text (Desk       *desk,
               guint       row,
               int         column,
               const char *text)
{
  g_autoptr (DeskRow) item = g_list_model_get_item (G_LIST_MODEL (desk->rows), row);

  g_free (item->texts[column]);
  item->texts[column] = g_strdup (text);
  g_list_store_splice (desk->rows, row, 1, (gpointer *) &item, 1);
  picture_settle ();
}

/* Puts new objects into the place of all rows, in the order that @order gives, by old positions. */
void
desk_make_anew (Desk        *desk,
                const guint *order)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (desk->rows));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DeskRow) old = g_list_model_get_item (G_LIST_MODEL (desk->rows), order[i]);
      DeskRow *row = g_object_new (DESK_TYPE_ROW, NULL);

      row->number = old->number;
      for (int column = 0; column < DESK_N_COLUMNS; column++)
        row->texts[column] = g_strdup (old->texts[column]);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (desk->rows, 0, n, rows->pdata, n);
  picture_settle ();
}

guint
desk_n_applied (Desk *desk)
{
  return DESK_DELEGATE (desk->delegate)->n_applied;
}

/* The latest draft: NULL if it was taken back, "none" if there was never one. */
const char *
desk_last_draft (Desk *desk)
{
  return desk->drafts->len > 0 ? desk->drafts->pdata[desk->drafts->len - 1] : "none";
}

GtkWidget *
desk_focus (Desk *desk)
{
  return gtk_root_get_focus (GTK_ROOT (desk->window));
}

void
desk_edit (Desk       *desk,
           guint       row,
           int         column,
           const char *text)
{
  g_assert_true (mattra_grid_edit (desk->grid, row, desk->columns[column], text));
  picture_settle ();
}

/* As an input method does: each letter is one insertion by the user. */
void
desk_type (Desk       *desk,
           const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk_focus (desk)));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, p, (int) (g_utf8_next_char (p) - p), TRUE);
      gtk_text_buffer_end_user_action (buffer);
    }
}

void
desk_press (Desk            *desk,
            guint            keyval,
            GdkModifierType  state)
{
  g_autoptr (GtkWidget) widget = g_object_ref (desk_focus (desk));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean used = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !used; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &used);
    }
  g_assert_true (used);
  picture_settle ();
}
