/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-grid FILE.tsv: CPU milliseconds to the first frame, p50 and p95 of a frame while scrolling
 * 120 px a frame, p50 of a jump to a far place, how far the scroll position moved by itself, and peak
 * memory. bench-grid --demo FILE.tsv: the same table to be played with. The first line of the file
 * names the columns; rows are made on demand from the mapped file.
 */

#include "mattra-grid.h"

#include <string.h>
#include <sys/resource.h>

#define COLUMNS 6
#define SCROLL_FRAMES 200
#define JUMPS 30

static const int column_px[COLUMNS] = { 180, 290, 140, 130, 280, 190 };

/* Rows on demand: where each line starts in the mapped file, 4 bytes a row */

#define LINE_TYPE_ROW (line_row_get_type ())
G_DECLARE_FINAL_TYPE (LineRow, line_row, LINE, ROW, GObject)

struct _LineRow
{
  GObject parent_instance;
  const char *start;
};

G_DEFINE_FINAL_TYPE (LineRow, line_row, G_TYPE_OBJECT)

static void
line_row_class_init (LineRowClass *klass)
{
}

static void
line_row_init (LineRow *self)
{
}

#define LINE_TYPE_LIST (line_list_get_type ())
G_DECLARE_FINAL_TYPE (LineList, line_list, LINE, LIST, GObject)

struct _LineList
{
  GObject parent_instance;
  GMappedFile *file;
  GArray *starts;
  guint made;
};

static GType
line_list_get_item_type (GListModel *model)
{
  return LINE_TYPE_ROW;
}

static guint
line_list_get_n_items (GListModel *model)
{
  return LINE_LIST (model)->starts->len;
}

static gpointer
line_list_get_item (GListModel *model,
                    guint       position)
{
  LineList *self = LINE_LIST (model);
  LineRow *row = NULL;

  if (position >= self->starts->len)
    return NULL;
  row = g_object_new (LINE_TYPE_ROW, NULL);
  row->start = g_mapped_file_get_contents (self->file) + g_array_index (self->starts, guint32, position);
  self->made++;
  return row;
}

static void
line_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = line_list_get_item_type;
  iface->get_n_items = line_list_get_n_items;
  iface->get_item = line_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LineList, line_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, line_list_model_init))

static void
line_list_finalize (GObject *object)
{
  LineList *self = LINE_LIST (object);

  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  G_OBJECT_CLASS (line_list_parent_class)->finalize (object);
}

static void
line_list_class_init (LineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = line_list_finalize;
}

static void
line_list_init (LineList *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static LineList *
line_list_new (const char  *path,
               char       **heads)
{
  g_autoptr (GError) error = NULL;
  LineList *self = g_object_new (LINE_TYPE_LIST, NULL);
  const char *start = NULL, *text = NULL, *end = NULL;

  self->file = g_mapped_file_new (path, FALSE, &error);
  if (self->file == NULL || g_mapped_file_get_length (self->file) >= G_MAXUINT32)
    g_error ("%s: %s", path, error != NULL ? error->message : "too large");
  text = g_mapped_file_get_contents (self->file);
  end = text + g_mapped_file_get_length (self->file);
  *heads = g_strndup (text, strcspn (text, "\n"));
  for (start = memchr (text, '\n', end - text); start != NULL && start + 1 < end;
       start = memchr (start + 1, '\n', end - start - 1))
    {
      guint32 offset = start + 1 - text;

      g_array_append_val (self->starts, offset);
    }
  return self;
}

/* What the grid asks */

#define PLAIN_TYPE_DELEGATE (plain_delegate_get_type ())
G_DECLARE_FINAL_TYPE (PlainDelegate, plain_delegate, PLAIN, DELEGATE, GObject)

struct _PlainDelegate
{
  GObject parent_instance;
};

static char *
plain_delegate_dup_text (MattraGridDelegate *delegate,
                         GObject            *item,
                         MattraGridColumn   *column)
{
  const char *field = LINE_ROW (item)->start;

  for (int i = *mattra_grid_column_get_id (column) - '0'; i > 0; i--)
    {
      field += strcspn (field, "\t\n");
      field += *field == '\t';
    }
  return g_strndup (field, strcspn (field, "\t\n"));
}

static void
plain_delegate_apply (MattraGridDelegate   *delegate,
                      MattraGridChangeKind  kind,
                      GPtrArray            *cells)
{
  g_message ("%u cells would change", cells->len);
}

static void
plain_delegate_iface_init (MattraGridDelegateInterface *iface)
{
  iface->dup_text = plain_delegate_dup_text;
  iface->apply = plain_delegate_apply;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlainDelegate, plain_delegate, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MATTRA_TYPE_GRID_DELEGATE, plain_delegate_iface_init))

static void
plain_delegate_class_init (PlainDelegateClass *klass)
{
}

static void
plain_delegate_init (PlainDelegate *self)
{
}

/* Measuring */

typedef struct
{
  GtkWidget *grid;
  GtkAdjustment *position;
  GMainLoop *loop;
  LineList *rows;
  double frame_start;
  double startup;
  double asked;
  double self_moved;
  int frame;
  GArray *scroll_ms;
  GArray *jump_ms;
} Bench;

static double
cpu_ms (void)
{
  struct rusage use;

  getrusage (RUSAGE_SELF, &use);
  return (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1e3
         + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e3;
}

static int
by_value (gconstpointer a,
          gconstpointer b)
{
  double x = *(const double *) a, z = *(const double *) b;

  return (x > z) - (x < z);
}

static double
quantile (GArray *values,
          double  q)
{
  g_array_sort (values, by_value);
  return g_array_index (values, double, (guint) (q * (values->len - 1)));
}

static void
before_paint (GdkFrameClock *clock,
              Bench         *bench)
{
  GtkAdjustment *position = bench->position;

  bench->frame_start = cpu_ms ();
  if (bench->frame > 0 && bench->frame <= SCROLL_FRAMES)
    gtk_adjustment_set_value (position, gtk_adjustment_get_value (position) + 120);
  else if (bench->frame > SCROLL_FRAMES)
    gtk_adjustment_set_value (position, gtk_adjustment_get_upper (position)
                                        * ((bench->frame * 7919) % 1000) / 1000.);
  bench->asked = gtk_adjustment_get_value (position);
}

static void
after_paint (GdkFrameClock *clock,
             Bench         *bench)
{
  double cost = cpu_ms () - bench->frame_start;
  double moved = ABS (gtk_adjustment_get_value (bench->position) - bench->asked);
  struct rusage use;

  if (bench->frame == 0)
    bench->startup = cpu_ms ();
  else
    g_array_append_val (bench->frame <= SCROLL_FRAMES ? bench->scroll_ms : bench->jump_ms, cost);
  bench->self_moved = MAX (bench->self_moved, moved);
  if (++bench->frame <= SCROLL_FRAMES + JUMPS)
    {
      gtk_widget_queue_draw (bench->grid);
      return;
    }
  getrusage (RUSAGE_SELF, &use);
  g_print ("first frame %.0f ms  scroll p50 %.1f p95 %.1f  jump p50 %.1f  memory %ld MB"
           "  self-moved %.0f px  rows made %u\n", bench->startup,
           quantile (bench->scroll_ms, .5), quantile (bench->scroll_ms, .95),
           quantile (bench->jump_ms, .5), use.ru_maxrss / 1024, bench->self_moved, bench->rows->made);
  g_main_loop_quit (bench->loop);
}

static void
measure (Bench     *bench,
         GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  bench->scroll_ms = g_array_new (FALSE, FALSE, sizeof (double));
  bench->jump_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), bench);
}

static GtkWidget *
make_grid (LineList   *rows,
           const char *heads)
{
  g_autoptr (PlainDelegate) delegate = g_object_new (PLAIN_TYPE_DELEGATE, NULL);
  GtkWidget *grid = mattra_grid_new (MATTRA_GRID_DELEGATE (delegate));
  g_auto (GStrv) titles = g_strsplit (heads, "\t", COLUMNS);

  for (guint i = 0; i < MIN (COLUMNS, g_strv_length (titles)); i++)
    {
      char id[] = { '0' + i, '\0' };
      g_autoptr (MattraGridColumn) column = mattra_grid_column_new (id, titles[i], MATTRA_CELL_TEXT,
                                                                    column_px[i]);

      mattra_grid_append_column (MATTRA_GRID (grid), column);
    }
  mattra_grid_set_model (MATTRA_GRID (grid), G_LIST_MODEL (rows));
  return grid;
}

int
main (int    argc,
      char **argv)
{
  gboolean demo = argc > 2 && g_str_equal (argv[1], "--demo");
  g_autofree char *heads = NULL;
  Bench bench = { 0 };
  GtkWidget *window = NULL, *scroller = NULL;

  if (argc < 2)
    g_error ("usage: %s [--demo] FILE.tsv", argv[0]);
  gtk_init ();
  bench.rows = line_list_new (argv[argc - 1], &heads);
  bench.grid = make_grid (bench.rows, heads);
  mattra_grid_set_n_frozen (MATTRA_GRID (bench.grid), demo ? 1 : 0);
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bench.grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 700);
  bench.position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  bench.loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_main_loop_quit), bench.loop);
  gtk_window_present (GTK_WINDOW (window));
  if (!demo)
    measure (&bench, window);
  g_main_loop_run (bench.loop);
  return 0;
}
