/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grid-fixture.h"

#include "mattra-digits.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (GridFixtureRow, grid_fixture_row, G_TYPE_OBJECT)

static const char *const titles[] = {
  "มาตรการป้องกันการรับสินบนและการเรียกรับผลประโยชน์",
  "มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง",
  "การเปิดเผยข้อมูลสาธารณะ",
  "แนวทางการใช้จ่ายงบประมาณและการมีส่วนร่วมของบุคลากรภายในหน่วยงาน",
};

static const char *const steps[] = {
  "จัดทำประกาศเจตนารมณ์นโยบายไม่รับของขวัญ (No Gift Policy) จากการปฏิบัติหน้าที่",
  "แจ้งเวียนให้บุคลากรทุกคนในสังกัดรับทราบและถือปฏิบัติ",
  "รายงานผลการดำเนินการให้ผู้บริหารทราบทุกไตรมาส พร้อมทั้งเผยแพร่บนเว็บไซต์ของหน่วยงานเพื่อให้ประชาชนตรวจสอบได้",
  "ประเมินผลและทบทวนมาตรการเพื่อปรับปรุงในปีงบประมาณถัดไป",
  "จัดอบรม",
};

static const struct
{
  const char *word;
  MattraCellShape shape;
  MattraCellTone tone;
} statuses[] = {
  { "ดำเนินการแล้วเสร็จ", MATTRA_SHAPE_FULL, MATTRA_TONE_GOOD },
  { "อยู่ระหว่างดำเนินการ", MATTRA_SHAPE_HALF, MATTRA_TONE_PLAIN },
  { "เกินกำหนด", MATTRA_SHAPE_TRIANGLE, MATTRA_TONE_ERROR },
  { "ใกล้ครบกำหนด", MATTRA_SHAPE_CLOCK, MATTRA_TONE_WARNING },
  { "ยังไม่ถึงกำหนดดำเนินการ", MATTRA_SHAPE_RING, MATTRA_TONE_DIM },
  { "รอสรุปผล", MATTRA_SHAPE_DOTS, MATTRA_TONE_PLAIN },
  { "ยกเลิก", MATTRA_SHAPE_DASH, MATTRA_TONE_DIM },
};

static void
grid_fixture_row_finalize (GObject *object)
{
  for (int i = 0; i < GRID_FIXTURE_COLUMNS; i++)
    g_free (GRID_FIXTURE_ROW (object)->texts[i]);
  G_OBJECT_CLASS (grid_fixture_row_parent_class)->finalize (object);
}

static void
grid_fixture_row_class_init (GridFixtureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = grid_fixture_row_finalize;
}

static void
grid_fixture_row_init (GridFixtureRow *self)
{
}

static char *
some_steps (guint from,
            guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", steps[(from + i) % G_N_ELEMENTS (steps)]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GridFixtureRow *
grid_fixture_row_new (guint number)
{
  GridFixtureRow *row = g_object_new (GRID_TYPE_FIXTURE_ROW, NULL);

  row->texts[0] = g_strdup_printf ("%u", number);
  row->texts[1] = g_strdup (titles[number % G_N_ELEMENTS (titles)]);
  row->texts[2] = some_steps (number, number * 7 % 5);
  row->texts[3] = g_strdup (number % 3 == 0 ? "สำนักปลัด\nกองคลัง" : "กองช่าง");
  row->texts[4] = g_strdup ("ต.ค. 2565 - มี.ค. 2566");
  row->texts[5] = g_strdup (statuses[number % G_N_ELEMENTS (statuses)].word);
  row->texts[6] = some_steps (number * 3, number * 11 % 4);
  row->late = number % G_N_ELEMENTS (statuses) == 2;
  return row;
}

void
grid_fixture_row_set (GridFixtureRow *row,
                      int             column,
                      const char     *text)
{
  g_free (row->texts[column]);
  row->texts[column] = g_strdup (text);
}

/* What the grid asks */

struct _GridFixtureDelegate
{
  GObject parent_instance;
};

static int
column_number (MattraGridColumn *column)
{
  return *mattra_grid_column_get_id (column) - '0';
}

static char *
dup_text (MattraGridDelegate *delegate,
          GObject            *item,
          MattraGridColumn   *column)
{
  return g_strdup (GRID_FIXTURE_ROW (item)->texts[column_number (column)]);
}

static void
look (MattraGridDelegate *delegate,
      GObject            *item,
      MattraGridColumn   *column,
      MattraCellLook     *cell)
{
  const char *text = GRID_FIXTURE_ROW (item)->texts[column_number (column)];

  if (column_number (column) == 5)
    for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
      if (g_str_equal (text, statuses[i].word))
        {
          cell->shape = statuses[i].shape;
          cell->tone = statuses[i].tone;
        }
  if (column_number (column) == 0)
    cell->tone = MATTRA_TONE_DIM;
  if (column_number (column) == 6)
    cell->placeholder = "ยังไม่มีผลการดำเนินการ";
  if (column_number (column) == 4 && GRID_FIXTURE_ROW (item)->late)
    cell->mark = g_strdup ("สิ้นสุดก่อนวันนี้");
}

static char *
dup_row_name (MattraGridDelegate *delegate,
              GObject            *item,
              guint               position)
{
  return g_strdup_printf ("มาตรการที่ %s", GRID_FIXTURE_ROW (item)->texts[0]);
}

static gboolean
is_late (MattraGridDelegate *delegate,
         GObject            *item)
{
  return GRID_FIXTURE_ROW (item)->late;
}

static void
apply (MattraGridDelegate   *delegate,
       MattraGridChangeKind  kind,
       GPtrArray            *cells)
{
  g_assert_not_reached ();
}

static void
grid_fixture_delegate_iface_init (MattraGridDelegateInterface *iface)
{
  iface->dup_text = dup_text;
  iface->look = look;
  iface->dup_row_name = dup_row_name;
  iface->is_late = is_late;
  iface->apply = apply;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GridFixtureDelegate, grid_fixture_delegate, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE,
                                                      grid_fixture_delegate_iface_init))

static void
grid_fixture_delegate_class_init (GridFixtureDelegateClass *klass)
{
}

static void
grid_fixture_delegate_init (GridFixtureDelegate *self)
{
}

static const struct
{
  const char *id;
  const char *title;
  MattraCellKind kind;
  int width;
} columns[] = {
  { "0", "ที่", MATTRA_CELL_READ_ONLY, 44 },
  { "1", "มาตรการ", MATTRA_CELL_TEXT, 190 },
  { "2", "วิธีการดำเนินการ", MATTRA_CELL_ITEMS, 280 },
  { "3", "ผู้รับผิดชอบ", MATTRA_CELL_PEOPLE, 120 },
  { "4", "ระยะเวลาดำเนินการ", MATTRA_CELL_PERIOD, 130 },
  { "5", "สถานะ", MATTRA_CELL_CHOICE, 190 },
  { "6", "ผลการดำเนินการ", MATTRA_CELL_ITEMS, 260 },
};

/* A window with a grid of @n_rows over the fixture's columns. */
GridFixture *
grid_fixture_new (guint n_rows,
                  int   width,
                  int   height)
{
  GridFixture *self = g_new0 (GridFixture, 1);
  g_autoptr (GridFixtureDelegate) delegate = g_object_new (GRID_TYPE_FIXTURE_DELEGATE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (GRID_TYPE_FIXTURE_ROW);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GridFixtureRow) row = grid_fixture_row_new (i + 1);

      g_list_store_append (self->rows, row);
    }
  self->grid = MATTRA_GRID (mattra_grid_new (MATTRA_GRID_DELEGATE (delegate)));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (MattraGridColumn) column = mattra_grid_column_new (columns[i].id, columns[i].title,
                                                                    columns[i].kind, columns[i].width);

      mattra_grid_append_column (self->grid, column);
    }
  mattra_grid_set_model (self->grid, G_LIST_MODEL (self->rows));
  self->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  self->vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  grid_fixture_frame (self);
  return self;
}

void
grid_fixture_free (GridFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->rows);
  g_free (self);
}

/* Lets what is due be laid out and drawn. */
void
grid_fixture_frame (GridFixture *self)
{
  gtk_test_widget_wait_for_draw (self->window);
}
