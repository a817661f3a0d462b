/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seek.h"

#include <string.h>

static const char *
says (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget)) ? gtk_button_get_label (GTK_BUTTON (widget))
                                                      : gtk_widget_get_tooltip_text (widget);
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return NULL;
}

static void
collect (GtkWidget  *widget,
         GType       type,
         const char *text,
         GPtrArray  *found)
{
  const char *said = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? says (widget) : NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (text == NULL || (said && strstr (said, text))))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, type, text, found);
}

/* All widgets below @widget that are of @type and say @text, any text where it is %NULL. */
GPtrArray *
seek_all (GtkWidget  *widget,
          GType       type,
          const char *text)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, text, found);

  return found;
}

/* The first of them, %NULL if there is none. */
GtkWidget *
seek (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  g_autoptr (GPtrArray) found = seek_all (widget, type, text);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

/* Presses the button that says @label; there must be one that can be pressed. */
void
seek_click (GtkWidget  *widget,
            const char *label)
{
  GtkWidget *button = seek (widget, GTK_TYPE_BUTTON, label);

  if (button == NULL || !gtk_widget_is_sensitive (button) || !gtk_widget_get_mapped (button))
    g_error ("There is no button “%s” to be pressed", label);
  g_signal_emit_by_name (button, "clicked");
}

/* The window that lies above @window; %NULL if there is none. */
GtkWindow *
seek_dialog (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}
