/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtkunixprint.h>
#include <string.h>

#include "mattra-print-job.h"
#include "mattra-print-operation.h"
#include "own-folder.h"
#include "picture.h"

/* What GTK does with the pages on their way to a printer: its dialog is answered with settings that stand there
 * already, and its printer is the one that writes a file. The pages are held against those of Mattra's own file. */

#define MOST_PAGES 8

typedef struct
{
  char *folder;
  MattraSession *session;
  GAsyncResult *result;
  GtkWidget *window;
} Fixture;

/* Pages that stand and pages that lie across. */
static const char KINDS[] = "memo,results";

static gboolean
has_result (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = own_folder_new ();
  path = own_folder_copy_sample (self->folder, "office.mattra");
  mattra_session_open_async (path, FALSE, NULL, take_result, self);
  picture_wait (has_result, self);
  self->session = mattra_session_open_finish (self->result, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  self->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  own_folder_remove (self->folder);
  g_free (self->folder);
}

static MattraLayout *
prepare (Fixture *self)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new (KINDS, MATTRA_ROUND_FULL_YEAR, NULL);
  g_autoptr (GError) error = NULL;
  MattraLayout *layout = NULL;

  g_object_unref (mattra_print_prepare_async (self->session, choice, NULL, take_result, self));
  picture_wait (has_result, self);
  layout = mattra_print_prepare_finish (self->result, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  return layout;
}

/* The file that Mattra writes itself. */
static char *
write_whole (Fixture *self)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new (KINDS, MATTRA_ROUND_FULL_YEAR, NULL);
  g_autofree char *path = g_build_filename (self->folder, "whole.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *written = NULL;

  g_object_unref (mattra_print_export_async (self->session, choice, MATTRA_PRINT_PDF, path, NULL, take_result, self));
  picture_wait (has_result, self);
  written = mattra_print_export_finish (self->result, NULL, &error);
  g_clear_object (&self->result);
  g_assert_no_error (error);
  return written;
}

static char *
ask_tool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                NULL, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static guint
count_pages (const char *path)
{
  const char *const arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *output = ask_tool (arguments);
  const char *line = strstr (output, "Pages:");

  return line ? (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10) : 0;
}

static char *
read_page (const char *path,
           guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const arguments[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };

  return ask_tool (arguments);
}

/* How large a page is and where its first word begins, in points. */
static void
read_place (const char *path,
            guint       page,
            double      place[4])
{
  static const char *const marks[] = { " width=\"", " height=\"", "xMin=\"", "yMin=\"" };
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const arguments[] = { "pdftotext", "-bbox", "-f", number, "-l", number, path, "-", NULL };
  g_autofree char *output = ask_tool (arguments);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *found = strstr (output, marks[i]);

      g_assert_nonnull (found);
      place[i] = g_ascii_strtod (found + strlen (marks[i]), NULL);
    }
}

static void
assert_same_page (const char *path,
                  guint       page,
                  const char *other,
                  guint       other_page)
{
  g_autofree char *text = read_page (path, page);
  g_autofree char *other_text = read_page (other, other_page);
  double place[4] = { 0 }, other_place[4] = { 0 };

  g_assert_cmpstr (g_strstrip (text), ==, g_strstrip (other_text));
  read_place (path, page, place);
  read_place (other, other_page, other_place);
  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    g_assert_cmpfloat_with_epsilon (place[i], other_place[i], 1);
}

static gboolean
have_tools (void)
{
  g_autofree char *info = g_find_program_in_path ("pdfinfo");
  g_autofree char *text = g_find_program_in_path ("pdftotext");

  if (info == NULL || text == NULL)
    g_test_skip ("pdfinfo and pdftotext are not installed");
  return info && text;
}

/* What is asked of the dialog, and the pages that come out. */
typedef struct
{
  const char *name;
  const char *ranges; /* as GTK keeps them, from 0; NULL: all pages */
  int n_copies;
  gboolean reverse;
  GtkPageSet set;
  guint pages[MOST_PAGES]; /* from 1; none: all */
} Row;

static const Row rows[] = {
  { "all", NULL, 1, FALSE, GTK_PAGE_SET_ALL, { 0 } },
  { "first", "0", 1, FALSE, GTK_PAGE_SET_ALL, { 1 } },
  { "range", "1-2", 1, FALSE, GTK_PAGE_SET_ALL, { 2, 3 } },
  { "ranges", "0,2-3", 1, FALSE, GTK_PAGE_SET_ALL, { 1, 3, 4 } },
  { "copies", "1-2", 3, FALSE, GTK_PAGE_SET_ALL, { 2, 3, 2, 3, 2, 3 } },
  { "reverse", "0-2", 1, TRUE, GTK_PAGE_SET_ALL, { 3, 2, 1 } },
  { "even", "0-3", 1, FALSE, GTK_PAGE_SET_EVEN, { 2, 4 } },
  { "beyond-the-end", "8-500", 1, FALSE, GTK_PAGE_SET_ALL, { 9 } },
};

static GtkPrintOperation *
new_operation (MattraLayout *layout,
               const Row    *row,
               const char   *path)
{
  GtkPrintOperation *operation = mattra_print_operation_new (layout, "test");
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_print_settings_set_n_copies (settings, row->n_copies);
  gtk_print_settings_set_collate (settings, TRUE);
  gtk_print_settings_set_reverse (settings, row->reverse);
  gtk_print_settings_set_page_set (settings, row->set);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  if (row->ranges)
    {
      gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_PAGE_RANGES, row->ranges);
    }
  gtk_print_operation_set_print_settings (operation, settings);
  return operation;
}

typedef struct
{
  gboolean done;
  GtkPrintOperationResult result;
  guint n_drawn;
} Job;

static void
note_done (GtkPrintOperation       *operation,
           GtkPrintOperationResult  result,
           Job                     *job)
{
  job->done = gtk_print_operation_is_finished (operation);
  job->result = result;
}

static void
note_status (GtkPrintOperation *operation,
             Job               *job)
{
  job->done = gtk_print_operation_is_finished (operation);
}

static void
note_drawn (GtkPrintOperation *operation,
            GtkPrintContext   *context,
            int                page,
            Job               *job)
{
  job->n_drawn++;
}

static gboolean
is_finished (gpointer data)
{
  return ((Job *) data)->done;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_printer (gpointer data)
{
  GtkWidget *dialog = find_dialog ();

  return dialog && gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog));
}

static void
run (Job               *job,
     GtkPrintOperation *operation,
     GtkWindow         *parent,
     int                response)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (operation, "done", G_CALLBACK (note_done), job);
  g_signal_connect (operation, "status-changed", G_CALLBACK (note_status), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (note_drawn), job);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
  g_assert_no_error (error);
  picture_wait (has_printer, NULL);
  picture_settle ();
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), response);
  picture_wait (is_finished, job);
}

static gboolean
has_both_ways (MattraLayout *layout)
{
  guint n_across = 0;

  for (guint i = 0; i < mattra_layout_get_n_pages (layout); i++)
    {
      double width = 0, height = 0;

      mattra_layout_get_page_size (layout, i, &width, &height);
      n_across += width > height;
    }
  return n_across > 0 && n_across < mattra_layout_get_n_pages (layout);
}

static guint
count_wanted (const Row *row,
              guint      n_pages)
{
  guint n = 0;

  while (n < MOST_PAGES && row->pages[n] > 0)
    n++;
  return n > 0 ? n : n_pages;
}

static void
test_pages (Fixture       *self,
            gconstpointer  data)
{
  const Row *row = data;
  g_autofree char *path = g_build_filename (self->folder, "printer.pdf", NULL);
  g_autofree char *whole = write_whole (self);
  MattraLayout *layout = prepare (self); /* the operation's */
  guint n_pages = mattra_layout_get_n_pages (layout);
  guint n_wanted = count_wanted (row, n_pages);
  g_autoptr (GtkPrintOperation) operation = new_operation (layout, row, path);
  Job job = { FALSE };

  run (&job, operation, GTK_WINDOW (self->window), GTK_RESPONSE_OK);
  g_assert_cmpint (job.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  if (!have_tools ())
    return;
  g_assert_cmpuint (count_pages (whole), ==, n_pages);
  g_assert_cmpuint (count_pages (path), ==, n_wanted);
  g_assert_true (has_both_ways (layout));
  for (guint i = 0; i < n_wanted; i++)
    assert_same_page (path, i + 1, whole, row->pages[0] == 0 ? i + 1 : row->pages[i]);
}

static void
stop (GtkPrintOperation *operation,
      GtkPrintContext   *context,
      int                page)
{
  if (page == 1)
    gtk_print_operation_cancel (operation);
}

/* How a job ends before its last page. */
typedef struct
{
  const char *name;
  const char *ranges;
  int response;
  gboolean stopped; /* while its second page is drawn */
  guint n_drawn;
} End;

static const End ends[] = {
  { "cancelled", NULL, GTK_RESPONSE_CANCEL, FALSE, 0 },
  { "no-page", "500-600", GTK_RESPONSE_OK, FALSE, 0 },
  { "stopped", NULL, GTK_RESPONSE_OK, TRUE, 2 },
};

/* What is cancelled, and what has no page, draws no more and is not said to be printed. */
static void
test_end (Fixture       *self,
          gconstpointer  data)
{
  const End *end = data;
  const Row row = { end->name, end->ranges, 1, FALSE, GTK_PAGE_SET_ALL, { 0 } };
  g_autofree char *path = g_build_filename (self->folder, "printer.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = new_operation (prepare (self), &row, path);
  Job job = { FALSE };

  if (end->stopped)
    g_signal_connect (operation, "draw-page", G_CALLBACK (stop), NULL);
  run (&job, operation, GTK_WINDOW (self->window), end->response);
  g_assert_cmpint (job.result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (job.n_drawn, ==, end->n_drawn);
  g_assert_null (find_dialog ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

typedef struct
{
  GtkPrintOperationPreview *preview;
  cairo_surface_t *surface;
  gboolean ready;
} Preview;

static gboolean
take_preview (GtkPrintOperation        *operation,
              GtkPrintOperationPreview *preview,
              GtkPrintContext          *context,
              GtkWindow                *parent,
              Preview                  *self)
{
  cairo_t *cr = cairo_create (self->surface);

  self->preview = g_object_ref (preview);
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  return TRUE;
}

static void
note_ready (GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            Preview                  *self)
{
  self->ready = TRUE;
}

static gboolean
is_ready (gpointer data)
{
  return ((Preview *) data)->ready;
}

static gboolean
has_ink (cairo_surface_t *surface)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  gsize size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);

  for (gsize i = 0; i < size; i++)
    if (pixels[i] != 0)
      return TRUE;
  return FALSE;
}

/* Whoever shows the pages first gets each of them, and only those there are. */
static void
test_preview (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "printer.pdf", NULL);
  MattraLayout *layout = prepare (self); /* the operation's */
  guint n_pages = mattra_layout_get_n_pages (layout);
  g_autoptr (GtkPrintOperation) operation = new_operation (layout, &rows[0], path);
  g_autoptr (GError) error = NULL;
  Preview preview = { NULL };

  preview.surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 900, 900);
  g_signal_connect (operation, "preview", G_CALLBACK (take_preview), &preview);
  g_signal_connect (operation, "ready", G_CALLBACK (note_ready), &preview);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (self->window), &error);
  g_assert_no_error (error);
  picture_wait (is_ready, &preview);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_t *cr = cairo_create (preview.surface);

      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_destroy (cr);
      g_assert_true (gtk_print_operation_preview_is_selected (preview.preview, (int) i));
      gtk_print_operation_preview_render_page (preview.preview, (int) i);
      cairo_surface_flush (preview.surface);
      g_assert_true (has_ink (preview.surface));
    }
  gtk_print_operation_preview_end_preview (preview.preview);
  g_object_unref (preview.preview);
  cairo_surface_destroy (preview.surface);
  picture_settle ();
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/print/printer/%s", rows[i].name);

      g_test_add (name, Fixture, &rows[i], set_up, test_pages, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strdup_printf ("/print/printer/%s", ends[i].name);

      g_test_add (name, Fixture, &ends[i], set_up, test_end, tear_down);
    }
  g_test_add ("/print/printer/preview", Fixture, NULL, set_up, test_preview, tear_down);
  return g_test_run ();
}
