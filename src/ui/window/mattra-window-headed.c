/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window-headed.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
build_header (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/mattra/Mattra/ui/mattra-menu.ui");
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *menu = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (menu), TRUE);
  gtk_widget_set_tooltip_text (menu, _("Menu"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu),
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "primary")));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), menu);
  gtk_widget_add_css_class (header, "flat");
  return header;
}

/**
 * mattra_window_headed_new:
 * @child: what stands below
 *
 * Returns: (transfer floating): it, under a header with the menu of the program
 */
GtkWidget *
mattra_window_headed_new (GtkWidget *child)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), build_header ());
  gtk_box_append (GTK_BOX (box), child);
  return box;
}
