/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-operation.h"

#include "mattra-painter.h"


static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           gpointer           user_data)
{
  mattra_painter_draw_page (user_data, (guint) page, MATTRA_PAINT_PLAIN,
                            gtk_print_context_get_cairo_context (context));
}

/* The pages know their own size and margins; the printer only has to be given paper that fits. */
static GtkPageSetup *
new_page_setup (MattraLayout *layout,
                guint         page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width = 0, height = 0;

  mattra_layout_get_page_size (layout, page, &width, &height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, height >= width ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                         : GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

static void
set_up_page (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             int                page,
             GtkPageSetup      *setup,
             gpointer           user_data)
{
  g_autoptr (GtkPageSetup) wanted = new_page_setup (user_data, (guint) page);

  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
}

static void
free_layout (gpointer  data,
             GClosure *closure)
{
  mattra_layout_free (data);
}

/**
 * mattra_print_operation_new:
 * @layout: (transfer full): the pages
 * @name: what the job is called in the printer's list
 *
 * Makes a job for GTK's print dialog out of the pages that a PDF file would have.
 *
 * Returns: (transfer full): the job, to be run
 */
GtkPrintOperation *
mattra_print_operation_new (MattraLayout *layout,
                            const char   *name)
{
  GtkPrintOperation *operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (layout != NULL && name != NULL, NULL);

  operation = gtk_print_operation_new ();
  setup = new_page_setup (layout, 0);
  gtk_print_operation_set_n_pages (operation, (int) mattra_layout_get_n_pages (layout));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (set_up_page), layout);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page), layout, free_layout, G_CONNECT_DEFAULT);
  return operation;
}
