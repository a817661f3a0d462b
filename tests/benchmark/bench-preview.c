/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-preview REGISTER YEAR [KIND]: what the report screen costs: the first page when the report is opened, the page of a
 * measure after each edit, all pages. The limits that the program sets itself are 100 ms for 12 measures and 300 ms for
 * 12 000. The register is changed. */

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "mattra-preview.h"

#define EDITS 20
#define TURN 10000

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
check (gboolean done,
       GError  *error)
{
  if (done)
    return;
  g_printerr ("%s\n", error ? error->message : "failed");
  exit (1);
}

/* Goes on until the page is there; tells the longest turn. */
static double
run_to_page (MattraPreview *preview,
             guint          page)
{
  GError *error = NULL;
  double longest = 0;
  MattraLayout *layout;

  while (!mattra_preview_is_done (preview)
         && ((layout = mattra_preview_get_layout (preview)) == NULL || mattra_layout_get_n_pages (layout) <= page))
    {
      double start = cpu_ms ();

      check (mattra_preview_run (preview, TURN, &error), error);
      longest = MAX (longest, cpu_ms () - start);
    }
  return longest;
}

static void
draw (MattraPreview *preview,
      guint          page)
{
  cairo_surface_destroy (mattra_preview_draw (preview, page, 96 / 72.0));
}

static int
compare (gconstpointer one,
         gconstpointer other)
{
  double a = *(const double *) one;
  double b = *(const double *) other;

  return (a > b) - (a < b);
}

typedef struct
{
  MattraStore *store;
  int year;
  const char *kind;
  MattraPreview *preview;
  GPtrArray *ids;
} Bench;

static MattraPlan *
load_plan (Bench *self)
{
  GError *error = NULL;
  MattraPlan *plan = mattra_store_load_plan (self->store, self->year, &error);

  check (plan != NULL, error);
  return plan;
}

static void
list_ids (Bench *self)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (MattraMeasureSource) source = mattra_store_list_measures (self->store, mattra_plan_get_id (plan), NULL, NULL);
  MattraMeasure *measure;

  self->ids = g_ptr_array_new_with_free_func (g_free);
  while ((measure = mattra_measure_source_next (source, NULL)))
    {
      g_ptr_array_add (self->ids, g_strdup (mattra_measure_get_id (measure)));
      g_object_unref (measure);
    }
}

/* The act itself is not counted, only what the report does with it. */
static double
edit (Bench      *self,
      const char *id,
      guint       n)
{
  g_autofree char *text = g_strdup_printf ("ดำเนินการแล้วเสร็จ ครั้งที่ %u%s", n, n % 2 ? " และรายงานผลให้ผู้บริหารทราบแล้ว" : "");
  const char *const touched[] = { id, NULL };
  g_autoptr (MattraPlan) plan = load_plan (self);
  GError *error = NULL;
  double start, y;
  guint page = 0;

  check (mattra_store_set_measure_field (self->store, id, "title", text, &error), error);
  start = cpu_ms ();
  check (mattra_preview_touch (self->preview, self->store, plan, touched, &error), error);
  while (!mattra_layout_find_row (mattra_preview_get_layout (self->preview), id, &page, &y))
    run_to_page (self->preview, mattra_layout_get_n_pages (mattra_preview_get_layout (self->preview)));
  run_to_page (self->preview, page);
  draw (self->preview, page);
  return cpu_ms () - start;
}

static void
measure_edits (Bench      *self,
               const char *what,
               guint       from)
{
  double costs[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      costs[i] = edit (self, g_ptr_array_index (self->ids, (from + i) % self->ids->len), i);
      run_to_page (self->preview, G_MAXUINT - 1);
    }
  qsort (costs, EDITS, sizeof (double), compare);
  g_print ("  %-40s median %8.1f ms CPU, worst %8.1f\n", what, costs[EDITS / 2], costs[EDITS - 1]);
}

static void
measure_open (Bench *self)
{
  const MattraReportOptions options = { .kind = self->kind, .round = MATTRA_ROUND_FIRST_HALF, .digits = MATTRA_DIGITS_THAI };
  g_autoptr (MattraPlan) plan = load_plan (self);
  GError *error = NULL;
  double start = cpu_ms ();
  double longest;

  check (mattra_preview_open (self->preview, self->store, plan, &options, &error), error);
  longest = run_to_page (self->preview, 1);
  draw (self->preview, 1);
  g_print ("  %-40s        %8.1f ms CPU, longest turn %8.1f\n", "first page with rows, report opened", cpu_ms () - start, longest);
  longest = run_to_page (self->preview, G_MAXUINT - 1);
  g_print ("  %-40s        %8.1f ms CPU, longest turn %8.1f\n", "all pages", cpu_ms () - start, longest);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { NULL };
  GError *error = NULL;
  struct rusage usage;

  if (argc != 3 && argc != 4)
    {
      g_printerr ("usage: %s REGISTER YEAR [KIND]\n", argv[0]);
      return 2;
    }
  self.store = mattra_store_open (argv[1], FALSE, &error);
  check (self.store != NULL, error);
  self.year = atoi (argv[2]);
  self.kind = argc == 4 ? argv[3] : "results";
  self.preview = mattra_preview_new ();
  list_ids (&self);
  g_print ("%u measures, %s\n", self.ids->len, self.kind);
  measure_open (&self);
  measure_edits (&self, "page of the first measures after an edit", 0);
  measure_edits (&self, "page of those in the middle", self.ids->len / 2);
  measure_edits (&self, "page of the last ones", self.ids->len - MIN (EDITS, self.ids->len));
  getrusage (RUSAGE_SELF, &usage);
  g_print ("  %u pages, %ld MB\n", mattra_layout_get_n_pages (mattra_preview_get_layout (self.preview)), usage.ru_maxrss / 1024);
  mattra_preview_free (self.preview);
  g_object_unref (self.store);
  g_ptr_array_unref (self.ids);
  return 0;
}
