/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "mattra-accept-import.h"
#include "mattra-edit.h"
#include "mattra-load-report.h"
#include "mattra-painter.h"
#include "mattra-pdf.h"
#include "mattra-preview.h"
#include "mattra-rematch.h"

#define YEAR 2566
#define N_MEASURES 60

/* A twentieth of a millisecond: many turns for a small report. */
#define LITTLE 50

/* Pixels a point: enough to see each letter move. */
#define SMALL 0.5

typedef struct
{
  char *folder;
  char *path;
  MattraStore *store;
  MattraPreview *preview;
  MattraTouched touched;
} Fixture;

static GBytes *
make_table (void)
{
  GString *text = g_string_new ("ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ\n");

  for (guint i = 1; i <= N_MEASURES; i++)
    g_string_append_printf (text, "%u\tเปิดเผยข้อมูลการใช้จ่ายเงินงบประมาณ ครั้งที่ %u\t%s\t%s\tม.ค. 66\tดำเนินการแล้ว %u ครั้ง\n", i, i,
                            i % 3 ? "เผยแพร่บนเว็บไซต์ของหน่วยงานภายในกำหนดเวลา" : "แจ้งเวียนให้ทุกส่วนราชการทราบและถือปฏิบัติโดยเคร่งครัด "
                                                                            "พร้อมทั้งรายงานผลให้ผู้บริหารทราบทุกเดือน",
                            i % 2 ? "กองคลัง" : "ทุกส่วนราชการ", i);
  return g_string_free_to_bytes (text);
}

/* The division that half of the measures name. */
static void
add_division (Fixture *self)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  g_autoptr (MattraDivision) division = mattra_division_new ("กองคลัง");
  g_autofree char *id = NULL;

  g_assert_true (mattra_store_begin_act (self->store, "insert-division", NULL, MATTRA_ACT_EDIT, NULL));
  id = mattra_store_insert_division (self->store, mattra_plan_get_id (plan), division, NULL);
  g_assert_true (mattra_rematch_parties (self->store, YEAR, NULL));
  g_assert_true (mattra_store_commit_act (self->store, NULL));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = mattra_import_read_bytes (bytes, "table.tsv", NULL, &error);
  g_auto (MattraAcceptance) acceptance = { 0 };

  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("mattra-preview-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "r.mattra", NULL);
  g_assert_true (mattra_accept_import (self->path, import, YEAR, FALSE, &acceptance, &error));
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  add_division (self);
  g_assert_true (mattra_store_load_touched (self->store, &self->touched, &error));
  g_clear_pointer (&self->touched.measures, g_ptr_array_unref);
  self->preview = mattra_preview_new ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  mattra_preview_free (self->preview);
  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static MattraPlan *
load_plan (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MattraPlan *plan = mattra_store_load_plan (self->store, YEAR, &error);

  g_assert_no_error (error);
  return plan;
}

static void
open_preview (Fixture                   *self,
              const MattraReportOptions *options)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_preview_open (self->preview, self->store, plan, options, &error));
  g_assert_no_error (error);
}

static guint
run_to_end (Fixture *self,
            gint64   budget)
{
  g_autoptr (GError) error = NULL;
  guint n_turns = 0;

  while (!mattra_preview_is_done (self->preview))
    {
      g_assert_true (mattra_preview_run (self->preview, budget, &error));
      g_assert_no_error (error);
      n_turns++;
    }
  return n_turns;
}

/* The report as the command line would print it now, with columns as wide as in the preview. */
static MattraLayout *
lay_out_afresh (Fixture                   *self,
                const MattraReportOptions *options)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = mattra_load_report (self->store, plan, options, &error);
  MattraLayout *layout;

  g_assert_no_error (error);
  mattra_layout_keep_widths (mattra_preview_get_layout (self->preview), document);
  layout = mattra_print_lay_out (document, &error);
  g_assert_no_error (error);
  return layout;
}

static void
assert_same_picture (cairo_surface_t *one,
                     cairo_surface_t *other)
{
  int height = cairo_image_surface_get_height (one);
  int stride = cairo_image_surface_get_stride (one);

  g_assert_cmpint (cairo_image_surface_get_width (one), ==, cairo_image_surface_get_width (other));
  g_assert_cmpmem (cairo_image_surface_get_data (one), (gsize) height * stride,
                   cairo_image_surface_get_data (other),
                   (gsize) cairo_image_surface_get_height (other) * cairo_image_surface_get_stride (other));
}

static cairo_surface_t *
draw (MattraLayout *layout,
      guint         page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  mattra_layout_get_page_size (layout, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * SMALL + 0.999), (int) (height * SMALL + 0.999));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SMALL, SMALL);
  mattra_painter_draw_page (layout, page, MATTRA_PAINT_PLAIN, cr);
  cairo_destroy (cr);
  return surface;
}

/* The preview's pages are those that would be printed now. */
static void
assert_is_current (Fixture                   *self,
                   const MattraReportOptions *options)
{
  g_autoptr (MattraLayout) expected = NULL;
  MattraLayout *layout = mattra_preview_get_layout (self->preview);

  run_to_end (self, LITTLE);
  layout = mattra_preview_get_layout (self->preview);
  expected = lay_out_afresh (self, options);
  g_assert_cmpstr (mattra_layout_get_fingerprint (layout), ==, mattra_layout_get_fingerprint (expected));
  g_assert_cmpuint (mattra_layout_get_n_pages (layout), ==, mattra_layout_get_n_pages (expected));
  for (guint i = 0; i < mattra_layout_get_n_pages (layout); i++)
    {
      cairo_surface_t *page = mattra_preview_draw (self->preview, i, SMALL);
      cairo_surface_t *expected_page = draw (expected, i);

      assert_same_picture (page, expected_page);
      cairo_surface_destroy (page);
      cairo_surface_destroy (expected_page);
    }
}

/* Follows what was written since the last time. */
static void
touch (Fixture *self)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (GError) error = NULL;
  gboolean known;

  g_assert_true (mattra_store_load_touched (self->store, &self->touched, &error));
  known = self->touched.measures != NULL && !self->touched.plan;
  if (known)
    g_ptr_array_add (self->touched.measures, NULL);
  g_assert_true (mattra_preview_touch (self->preview, self->store, plan,
                                       known ? (const char *const *) self->touched.measures->pdata : NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&self->touched.measures, g_ptr_array_unref);
}

static char *
find_id (Fixture    *self,
         const char *number)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (MattraMeasure) measure = mattra_store_load_measure (self->store, mattra_plan_get_id (plan), number, NULL);

  g_assert_nonnull (measure);
  return g_strdup (mattra_measure_get_id (measure));
}

static void
write_steps (Fixture *self)
{
  g_autofree char *id = find_id (self, "30");
  static const char *const lines[] = { "ขั้นแรก", "ขั้นที่สอง ซึ่งยาวกว่าที่เคยเป็นมา จึงต้องขึ้นบรรทัดใหม่", "ขั้นที่สาม", NULL };

  g_assert_true (mattra_store_set_cell (self->store, id, MATTRA_ITEM_STEP, MATTRA_ROUND_NONE, NULL, lines, NULL, NULL));
}

static void
write_in_middle (Fixture *self)
{
  g_autofree char *id = find_id (self, "41");

  g_assert_true (mattra_store_set_measure_field (self->store, id, "title", "ชื่ออื่น", NULL));
}

static void
write_same_height (Fixture *self)
{
  g_autofree char *id = find_id (self, "7");

  g_assert_true (mattra_store_set_measure_field (self->store, id, "title", "ชื่อใหม่ของมาตรการที่เปลี่ยนไป", NULL));
}

static void
delete_two (Fixture *self)
{
  g_autofree char *first = find_id (self, "1");
  g_autofree char *last = find_id (self, "60");

  g_assert_true (mattra_store_begin_act (self->store, "delete", NULL, MATTRA_ACT_EDIT, NULL));
  g_assert_true (mattra_store_set_measure_deleted (self->store, first, TRUE, NULL));
  g_assert_true (mattra_store_set_measure_deleted (self->store, last, TRUE, NULL));
  g_assert_true (mattra_store_commit_act (self->store, NULL));
}

static void
move_to_front (Fixture *self)
{
  g_autofree char *id = find_id (self, "45");

  g_assert_true (mattra_store_set_measure_field (self->store, id, "sort_key", "0", NULL));
}

/* A column that only one measure fills comes and goes with it. */
static void
fill_budget (Fixture *self)
{
  g_autofree char *id = find_id (self, "12");
  static const char *const lines[] = { "ไม่ใช้งบประมาณ", NULL };

  g_assert_true (mattra_store_set_cell (self->store, id, MATTRA_ITEM_BUDGET, MATTRA_ROUND_NONE, NULL, lines, NULL, NULL));
}

/* The analysis above the measures names those that answer an indicator. */
static void
answer_indicator (Fixture *self)
{
  g_autofree char *id = find_id (self, "20");

  g_assert_true (mattra_store_set_measure_field (self->store, id, "ita_indicator", "2", NULL));
}

static void
set_responsible (Fixture    *self,
                 const char *number,
                 const char *responsible)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  const MattraEdit edit = { number, "responsible", responsible, MATTRA_ROUND_FIRST_HALF, NULL };
  g_autoptr (GError) error = NULL;

  mattra_edit_apply (self->store, plan, &edit, NULL, &error);
  g_assert_no_error (error);
}

/* A measure leaves a division, or comes to it. */
static void
leave_division (Fixture *self)
{
  set_responsible (self, "9", "สำนักปลัด");
}

static void
join_division (Fixture *self)
{
  set_responsible (self, "8", "กองคลัง");
}

static void
undo (Fixture *self)
{
  g_assert_true (mattra_store_undo (self->store, NULL, NULL));
}

static void
write_setting (Fixture *self)
{
  g_autoptr (MattraPlan) plan = load_plan (self);

  g_assert_true (mattra_store_set_setting (self->store, mattra_plan_get_id (plan), MATTRA_SETTING_PREFACE, "คำนำใหม่", NULL));
}

static const struct
{
  const char *name;
  void (*change) (Fixture *self);
} changes[] = {
  { "steps", write_steps },
  { "same-height", write_same_height },
  { "deletion", delete_two },
  { "undo of a deletion", undo },
  { "move", move_to_front },
  { "a column comes", fill_budget },
  { "a column goes", undo },
  { "an indicator", answer_indicator },
  { "leaving a division", leave_division },
  { "joining a division", join_division },
  { "setting", write_setting },
};

/* Kinds, for all divisions or for one, and whether their long table is that of the measures. */
typedef struct
{
  const char *name;
  const char *kind;
  gboolean    of_division;
  gboolean    of_measures;
} Kind;

static const Kind kinds[] = {
  { "results", "results", FALSE, TRUE },
  { "measures", "measures", FALSE, TRUE },
  { "minutes-table", "minutes-table", FALSE, TRUE },
  { "memo", "memo", FALSE, FALSE },
  { "late", "late", FALSE, FALSE },
  { "set", "results,memo", FALSE, TRUE },
  { "two-tables", "results,measures", FALSE, FALSE },
  { "results-of-division", "results", TRUE, TRUE },
  { "division", "division", TRUE, TRUE },
  { "request", "request", TRUE, TRUE },
  { "sheets", "division", FALSE, FALSE },
};

static MattraReportOptions
options_for (Fixture    *self,
             const Kind *kind)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  const MattraDivision *division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);

  return (MattraReportOptions) {
    .kind = kind->kind, .round = MATTRA_ROUND_FIRST_HALF, .digits = MATTRA_DIGITS_THAI,
    .division = kind->of_division ? g_intern_string (division->id) : NULL,
  };
}

static void
set_scores (Fixture *self)
{
  g_autoptr (MattraPlan) plan = load_plan (self);

  g_assert_true (mattra_store_begin_act (self->store, "set", NULL, MATTRA_ACT_EDIT, NULL));
  for (int i = 1; i <= 10; i++)
    g_assert_true (mattra_store_set_score (self->store, mattra_plan_get_analysed_year (plan), i, 70 + 3 * i, NULL));
  g_assert_true (mattra_store_commit_act (self->store, NULL));
  g_assert_true (mattra_store_load_touched (self->store, &self->touched, NULL));
  g_clear_pointer (&self->touched.measures, g_ptr_array_unref);
}

/* An edit in the middle leaves what is above it on paper. */
static void
test_keeps_pages (Fixture       *self,
                  gconstpointer  data)
{
  const Kind *kind = data;
  MattraReportOptions options;
  guint n_pages;

  set_scores (self);
  options = options_for (self, kind);
  open_preview (self, &options);
  run_to_end (self, LITTLE);
  n_pages = mattra_layout_get_n_pages (mattra_preview_get_layout (self->preview));
  write_in_middle (self);
  touch (self);
  g_assert_nonnull (mattra_preview_get_layout (self->preview));
  if (kind->of_measures)
    g_assert_cmpuint (mattra_layout_get_n_pages (mattra_preview_get_layout (self->preview)), >, n_pages / 4);
  else
    g_assert_cmpuint (mattra_layout_get_n_pages (mattra_preview_get_layout (self->preview)), ==, 0);
  assert_is_current (self, &options);
}

static void
test_follows_changes (Fixture       *self,
                      gconstpointer  data)
{
  MattraReportOptions options;

  set_scores (self);
  options = options_for (self, data);
  open_preview (self, &options);
  assert_is_current (self, &options);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%s", changes[i].name);
      changes[i].change (self);
      touch (self);
      assert_is_current (self, &options);
    }
}

/* A change while pages are still being laid out is not lost. */
static void
test_changes_meanwhile (Fixture       *self,
                        gconstpointer  data)
{
  const MattraReportOptions options = { .kind = "results", .round = MATTRA_ROUND_FIRST_HALF, .digits = MATTRA_DIGITS_THAI };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      open_preview (self, &options);
      for (guint turn = 0; turn < i * 2; turn++)
        if (!mattra_preview_is_done (self->preview))
          g_assert_true (mattra_preview_run (self->preview, 1, NULL));
      changes[i].change (self);
      touch (self);
      assert_is_current (self, &options);
    }
}

/* Other options: the measures are not read again where they are the same. */
static void
test_other_options (Fixture       *self,
                    gconstpointer  data)
{
  MattraReportOptions options = { .kind = "results", .round = MATTRA_ROUND_FIRST_HALF, .digits = MATTRA_DIGITS_THAI };
  g_autoptr (MattraPlan) plan = load_plan (self);
  const MattraDivision *division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0);

  open_preview (self, &options);
  assert_is_current (self, &options);
  options.digits = MATTRA_DIGITS_WESTERN;
  open_preview (self, &options);
  g_assert_nonnull (mattra_preview_get_layout (self->preview));
  assert_is_current (self, &options);
  options.kind = "measures";
  open_preview (self, &options);
  assert_is_current (self, &options);
  options.kind = "memo";
  open_preview (self, &options);
  assert_is_current (self, &options);
  options.kind = "results";
  options.division = division->id;
  open_preview (self, &options);
  g_assert_null (mattra_preview_get_layout (self->preview));
  assert_is_current (self, &options);
  write_steps (self);
  touch (self);
  assert_is_current (self, &options);
}

/* It can be interrupted: a little time gives a few pages, more time the rest, and what was there stays. */
static void
test_little_by_little (Fixture       *self,
                       gconstpointer  data)
{
  const MattraReportOptions options = { .kind = "results", .round = MATTRA_ROUND_FIRST_HALF, .digits = MATTRA_DIGITS_THAI };
  MattraLayout *layout;

  open_preview (self, &options);
  g_assert_false (mattra_preview_is_done (self->preview));
  g_assert_null (mattra_preview_get_layout (self->preview));
  g_assert_cmpuint (run_to_end (self, 1), >, N_MEASURES / 16);
  layout = mattra_preview_get_layout (self->preview);
  g_assert_cmpuint (mattra_layout_get_n_pages (layout), >, 3);
  g_assert_nonnull (mattra_layout_get_fingerprint (layout));
}

/* Pictures that different programs draw of the same page differ at the edges of letters; their grey, taken over a few
 * millimetres, does not. */
#define BLOCK 12
#define ALIKE 40

static double
mean_grey (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  gint64 sum = 0;

  for (int row = y; row < y + BLOCK; row++)
    for (int column = x; column < x + BLOCK; column++)
      sum += data[row * stride + column * 4 + 1];
  return (double) sum / (BLOCK * BLOCK);
}

static double
greatest_difference (cairo_surface_t *one,
                     cairo_surface_t *other)
{
  int width = MIN (cairo_image_surface_get_width (one), cairo_image_surface_get_width (other));
  int height = MIN (cairo_image_surface_get_height (one), cairo_image_surface_get_height (other));
  double greatest = 0;

  for (int y = 0; y + BLOCK <= height; y += BLOCK)
    for (int x = 0; x + BLOCK <= width; x += BLOCK)
      greatest = MAX (greatest, ABS (mean_grey (one, x, y) - mean_grey (other, x, y)));
  return greatest;
}

/* Pictures of a file's pages, as another program draws them. */
static cairo_surface_t *
draw_printed (Fixture    *self,
              const char *pdf,
              guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *base = g_build_filename (self->folder, "page", NULL);
  g_autofree char *png = g_strconcat (base, ".png", NULL);
  const char *const command[] = { "pdftoppm", "-r", "72", "-png", "-singlefile", "-f", number, pdf, base, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return cairo_image_surface_create_from_png (png);
}

/* The pages that are seen are those of the file. */
static void
test_same_as_file (Fixture       *self,
                   gconstpointer  data)
{
  const MattraReportOptions options = { .kind = "results", .round = MATTRA_ROUND_FIRST_HALF, .digits = MATTRA_DIGITS_THAI };
  const MattraPdfOptions pdf_options = { .tags = TRUE };
  g_autofree char *tool = g_find_program_in_path ("pdftoppm");
  g_autofree char *pdf = g_build_filename (self->folder, "r.pdf", NULL);
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (MattraDocument) document = mattra_load_report (self->store, plan, &options, NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages;

  if (tool == NULL)
    {
      g_test_skip ("pdftoppm is not installed");
      return;
    }
  open_preview (self, &options);
  run_to_end (self, LITTLE);
  g_assert_true (mattra_print_pdf (document, pdf, &pdf_options, NULL, &error));
  g_assert_no_error (error);
  n_pages = mattra_layout_get_n_pages (mattra_preview_get_layout (self->preview));
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_surface_t *seen = mattra_preview_draw (self->preview, i, 1);
      cairo_surface_t *other = mattra_preview_draw (self->preview, i == 0 ? n_pages - 1 : 0, 1);
      cairo_surface_t *printed = draw_printed (self, pdf, i);

      g_assert_cmpfloat (greatest_difference (seen, printed), <, ALIKE);
      g_assert_cmpfloat (greatest_difference (other, printed), >, ALIKE);
      cairo_surface_destroy (seen);
      cairo_surface_destroy (other);
      cairo_surface_destroy (printed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *follows = g_strconcat ("/operations/preview/follows-changes/", kinds[i].name, NULL);
      g_autofree char *keeps = g_strconcat ("/operations/preview/keeps-pages/", kinds[i].name, NULL);

      g_test_add (follows, Fixture, &kinds[i], set_up, test_follows_changes, tear_down);
      g_test_add (keeps, Fixture, &kinds[i], set_up, test_keeps_pages, tear_down);
    }
  g_test_add ("/operations/preview/changes-meanwhile", Fixture, NULL, set_up, test_changes_meanwhile, tear_down);
  g_test_add ("/operations/preview/other-options", Fixture, NULL, set_up, test_other_options, tear_down);
  g_test_add ("/operations/preview/same-as-file", Fixture, NULL, set_up, test_same_as_file, tear_down);
  g_test_add ("/operations/preview/little-by-little", Fixture, NULL, set_up, test_little_by_little, tear_down);
  return g_test_run ();
}
