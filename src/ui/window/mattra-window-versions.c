/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-versions.h"

#include "mattra-register-side.h"
#include "mattra-report-panel.h"
#include "mattra-scan-dialog.h"
#include "mattra-seal-dialog.h"
#include "mattra-sign-dialog.h"
#include "mattra-signatures-window.h"
#include "mattra-versions-window.h"

/* Also what belongs to a window that belongs to it. */
static gboolean
belongs_to (GtkWindow *other,
            GtkWindow *window)
{
  for (other = gtk_window_get_transient_for (other); other && other != window;)
    other = gtk_window_get_transient_for (other);
  return other != NULL;
}

/* Returns: (transfer none) (nullable): the window's own of a type. */
static GtkWindow *
find_window (MattraWindow *window,
             GType         type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (other, type)
          && belongs_to (other, GTK_WINDOW (window)))
        return other;
    }
  return NULL;
}

static MattraPrintChoice *
dup_shown_choice (MattraWindow *window)
{
  MattraRegisterSide *side = mattra_register_page_get_side (mattra_window_get_page (window));

  if (!mattra_register_side_get_shown (side, MATTRA_SIDE_REPORT))
    return NULL;
  return mattra_report_panel_dup_choice (MATTRA_REPORT_PANEL (mattra_register_side_get_panel (side,
                                                                                             MATTRA_SIDE_REPORT)));
}

/**
 * mattra_window_versions_seal:
 * @window: a window in which a register is open
 *
 * Has the user confirm a version: of what stands in the panel of the report, or else of what is chosen then.
 */
void
mattra_window_versions_seal (MattraWindow *window)
{
  g_autoptr (MattraPrintChoice) choice = NULL;
  MattraSealDialog *dialog = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  if (find_window (window, MATTRA_TYPE_SEAL_DIALOG))
    return;
  mattra_register_page_commit (mattra_window_get_page (window));
  choice = dup_shown_choice (window);
  dialog = mattra_seal_dialog_present (GTK_WINDOW (window), mattra_window_get_session (window), choice);
  g_signal_connect_object (dialog, "versions", G_CALLBACK (mattra_window_versions_show), window, G_CONNECT_SWAPPED);
}

/* The table may be hidden by the page of people. */
static void
go_to (MattraWindow *window,
       const char   *measure,
       const char   *field)
{
  mattra_window_show_people (window, FALSE);
  mattra_table_page_go_to (mattra_register_page_get_table (mattra_window_get_page (window)), measure, field);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * mattra_window_versions_show:
 * @window: a window in which a register is open
 *
 * Shows the confirmed versions.
 */
void
mattra_window_versions_show (MattraWindow *window)
{
  GtkWindow *present = NULL;
  MattraVersionsWindow *versions = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  present = find_window (window, MATTRA_TYPE_VERSIONS_WINDOW);
  if (present)
    {
      gtk_window_present (present);
      return;
    }
  versions = mattra_versions_window_present (GTK_WINDOW (window), mattra_window_get_session (window));
  g_signal_connect_object (versions, "go-to", G_CALLBACK (go_to), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (versions, "seal", G_CALLBACK (mattra_window_versions_seal), window, G_CONNECT_SWAPPED);
}

/**
 * mattra_window_versions_sign:
 * @window: a window in which a register is open
 *
 * Has the user sign a PDF digitally.
 */
void
mattra_window_versions_sign (MattraWindow *window)
{
  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  mattra_sign_dialog_present (GTK_WINDOW (window), mattra_window_get_session (window), NULL);
}

/**
 * mattra_window_versions_signatures:
 * @window: a window in which a register is open
 *
 * Has the user look at the digital signatures of a PDF.
 */
void
mattra_window_versions_signatures (MattraWindow *window)
{
  GtkWindow *present = NULL;

  g_return_if_fail (MATTRA_IS_WINDOW (window) && mattra_window_get_session (window));

  present = find_window (window, MATTRA_TYPE_SIGNATURES_WINDOW);
  if (present)
    gtk_window_present (present);
  else
    mattra_signatures_window_present (GTK_WINDOW (window), mattra_window_get_session (window));
}

/**
 * mattra_window_versions_close:
 * @window: a window whose register is closed
 *
 * Closes what belongs to that register.
 */
void
mattra_window_versions_close (MattraWindow *window)
{
  const GType types[] = { MATTRA_TYPE_SCAN_DIALOG, MATTRA_TYPE_SIGN_DIALOG, MATTRA_TYPE_SEAL_DIALOG,
                          MATTRA_TYPE_VERSIONS_WINDOW, MATTRA_TYPE_SIGNATURES_WINDOW };

  g_return_if_fail (MATTRA_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWindow *other = NULL;

      while ((other = find_window (window, types[i])))
        gtk_window_destroy (other);
    }
}
