/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-run.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtkunixprint.h>

#include "mattra-ask.h"

/* So long a server that is asked for its printers may be silent. */
#define PATIENCE_MS 2000

/* A job that waits to know whether there is a printer. */
typedef struct
{
  GtkPrintOperation *operation;
  GtkWindow *parent; /* weak */
  gboolean found;
  gboolean asked; /* the printers' dialog or the question had the word */
  guint timer;
} Run;

static void
run_clear (gpointer data)
{
  Run *self = data;

  g_clear_object (&self->operation);
  g_clear_weak_pointer (&self->parent);
}

static void
run_unref (Run *self)
{
  g_rc_box_release_full (self, run_clear);
}

static void
ask_printers (Run *self)
{
  gtk_print_operation_run (self->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, self->parent, NULL);
}

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Run *self = user_data;
  g_autofree char *answer = mattra_ask_finish (result);

  if (g_strcmp0 (answer, "file") == 0)
    ask_printers (self);
  run_unref (self);
}

static void
tell_no_printer (Run *self)
{
  const MattraReply replies[] = {
    { "cancel", _("_Cancel"), MATTRA_REPLY_PLAIN },
    { "file", _("Print to a _File…"), MATTRA_REPLY_PLAIN },
  };

  mattra_ask_async (self->parent, _("There Is No Printer"),
                    _("Connect one and set it up in the settings of the computer, then print again. Or export the report "
                      "as PDF and print it on another computer."),
                    replies, G_N_ELEMENTS (replies), answered, g_rc_box_acquire (self));
}

static void
go_on (Run      *self,
       gboolean  known)
{
  if (self->asked)
    return;
  self->asked = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->found || !known)
    ask_printers (self);
  else
    tell_no_printer (self);
}

static gboolean
look_at (GtkPrinter *printer,
         gpointer    user_data)
{
  Run *self = user_data;

  self->found = self->found || !gtk_printer_is_virtual (printer);
  if (self->found)
    go_on (self, TRUE);
  return self->found;
}

static void
looked (gpointer user_data)
{
  go_on (user_data, TRUE);
  run_unref (user_data);
}

static gboolean
lose_patience (gpointer user_data)
{
  Run *self = user_data;

  self->timer = 0;
  go_on (self, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * mattra_print_run:
 * @operation: a job
 * @parent: (nullable): the window that it comes from
 *
 * Lets GTK's dialog ask for the printer. Where there is none the user is told so, and what to do instead. In a sandbox
 * only the system's own dialog knows the printers.
 */
void
mattra_print_run (GtkPrintOperation *operation,
                  GtkWindow         *parent)
{
  Run *self;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  self = g_rc_box_new0 (Run);
  self->operation = g_object_ref (operation);
  g_set_weak_pointer (&self->parent, parent);
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      ask_printers (self);
      run_unref (self);
      return;
    }
  self->timer = g_timeout_add (PATIENCE_MS, lose_patience, self);
  gtk_enumerate_printers (look_at, self, looked, FALSE);
}
