/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-window.h"

struct _MattraWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (MattraWindow, mattra_window, ADW_TYPE_APPLICATION_WINDOW)

static void
mattra_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MATTRA_TYPE_WINDOW);
  G_OBJECT_CLASS (mattra_window_parent_class)->dispose (object);
}

static void
mattra_window_class_init (MattraWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraWindow, toasts);
}

static void
mattra_window_init (MattraWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mattra_window_new:
 * @application: the program it belongs to
 *
 * Returns: (transfer none): a window with the start page
 */
MattraWindow *
mattra_window_new (MattraApplication *application)
{
  g_return_val_if_fail (MATTRA_IS_APPLICATION (application), NULL);

  return g_object_new (MATTRA_TYPE_WINDOW, "application", application, NULL);
}
