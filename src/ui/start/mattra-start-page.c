/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-start-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-ask.h"
#include "mattra-recent.h"
#include "mattra-sample.h"

#define N_RECENT 8

struct _MattraStartPage
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkWidget *new_button;
  GtkWidget *recent_group;
  GtkListBox *recent_list;
  GtkWidget *sample_row;
  GCancellable *cancellable;
};

enum
{
  SIGNAL_NEW,
  SIGNAL_OPEN,
  SIGNAL_IMPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraStartPage, mattra_start_page, ADW_TYPE_BIN)

static void
ask_new (MattraStartPage *self)
{
  g_signal_emit (self, signals[SIGNAL_NEW], 0);
}

static void
ask_open (MattraStartPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, NULL);
}

static void
ask_import (MattraStartPage *self)
{
  g_signal_emit (self, signals[SIGNAL_IMPORT], 0, NULL);
}

static void
take_path (MattraStartPage *self,
           const char      *path)
{
  g_signal_emit (self, signals[mattra_recent_is_register (path) ? SIGNAL_OPEN : SIGNAL_IMPORT], 0, path);
}

static void
sample_copied (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MattraStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mattra_sample_copy_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->sample_row, TRUE);
  if (path)
    take_path (self, path);
  else
    mattra_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("The Sample Can’t Be Opened"),
                 error->message);
}

static void
try_sample (MattraStartPage *self)
{
  gtk_widget_set_sensitive (self->sample_row, FALSE);
  mattra_sample_copy_async (self->cancellable, sample_copied, g_object_ref (self));
}

static const char *
row_path (gpointer row)
{
  return g_object_get_data (row, "path");
}

static void
open_recent (GtkListBox      *list,
             GtkListBoxRow   *row,
             MattraStartPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, row_path (row));
}

static void
forget_recent (GtkWidget       *button,
               MattraStartPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  mattra_recent_remove (row_path (row));
}

static GtkWidget *
new_forget_button (MattraStartPage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove from This List"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (forget_recent), self);

  return button;
}

static char *
escaped (const char *text)
{
  return g_markup_escape_text (text, -1);
}

static void
grey_out (MattraStartPage *self,
          GtkWidget       *row)
{
  g_autofree char *folder = g_path_get_dirname (row_path (row));
  g_autofree char *said = g_strdup_printf (_("No longer in %s"), folder);
  g_autofree char *subtitle = escaped (said);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "mattra-missing");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_forget_button (self));
}

typedef struct
{
  MattraStartPage *self;
  GtkWidget *row;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->row);
  g_object_unref (look->self);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && gtk_widget_get_parent (look->row))
    grey_out (look->self, look->row);
}

/* A folder on the network may take its time to answer: the row is there before it is known to lead anywhere. */
static void
look_at_file (MattraStartPage *self,
              GtkWidget       *row)
{
  g_autoptr (GFile) file = g_file_new_for_path (row_path (row));
  Look *look = g_new0 (Look, 1);

  look->self = g_object_ref (self);
  look->row = g_object_ref (row);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           self->cancellable, looked, look);
}

static char *
register_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (mattra_recent_is_register (name))
    name[strlen (name) - strlen (MATTRA_REGISTER_SUFFIX)] = '\0';
  return escaped (name);
}

static void
add_recent (MattraStartPage *self,
            const char      *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = register_name (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *subtitle = escaped (shown);

  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->recent_list, row);
  look_at_file (self, row);
}

static void
show_recent (MattraStartPage *self)
{
  g_auto (GStrv) paths = mattra_recent_list (N_RECENT);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))))
    gtk_list_box_remove (self->recent_list, child);
  for (guint i = 0; paths[i]; i++)
    add_recent (self, paths[i]);
  gtk_widget_set_visible (self->recent_group, paths[0] != NULL);
  /* Whoever has a register goes on with it: then making a new one is not the next step. */
  if (paths[0])
    gtk_widget_remove_css_class (self->new_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->new_button, "suggested-action");
}

static gboolean
take_drop (GtkDropTarget   *target,
           const GValue    *value,
           double           x,
           double           y,
           MattraStartPage *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  take_path (self, path);
  return TRUE;
}

static void
add_drop_target (MattraStartPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (take_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Enter goes on with the register of last time, or begins one: the header, which comes first, has no say. */
static void
mattra_start_page_map (GtkWidget *widget)
{
  MattraStartPage *self = MATTRA_START_PAGE (widget);
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (self->recent_list, 0);

  GTK_WIDGET_CLASS (mattra_start_page_parent_class)->map (widget);
  gtk_widget_grab_focus (last ? GTK_WIDGET (last) : self->new_button);
}

static void
mattra_start_page_dispose (GObject *object)
{
  MattraStartPage *self = MATTRA_START_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_START_PAGE);

  G_OBJECT_CLASS (mattra_start_page_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            gboolean    with_path)
{
  return with_path ? g_signal_new (name, MATTRA_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING)
                   : g_signal_new (name, MATTRA_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
mattra_start_page_class_init (MattraStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_start_page_dispose;
  widget_class->map = mattra_start_page_map;

  signals[SIGNAL_NEW] = add_signal ("new", FALSE);
  signals[SIGNAL_OPEN] = add_signal ("open", TRUE);
  signals[SIGNAL_IMPORT] = add_signal ("import", TRUE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraStartPage, icon);
  gtk_widget_class_bind_template_child (widget_class, MattraStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, MattraStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, MattraStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, MattraStartPage, sample_row);
  gtk_widget_class_bind_template_callback (widget_class, ask_new);
  gtk_widget_class_bind_template_callback (widget_class, ask_open);
  gtk_widget_class_bind_template_callback (widget_class, ask_import);
  gtk_widget_class_bind_template_callback (widget_class, try_sample);
}

/* A program that is run where it was built may lack its icon; no picture is better than that of a lack. */
static void
show_icon (MattraStartPage *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  gtk_widget_set_visible (GTK_WIDGET (self->icon),
                          gtk_icon_theme_has_icon (theme, gtk_image_get_icon_name (self->icon)));
}

static void
mattra_start_page_init (MattraStartPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->recent_list, "row-activated", G_CALLBACK (open_recent), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent), self,
                           G_CONNECT_SWAPPED);
  add_drop_target (self);
  show_icon (self);
  show_recent (self);
}

/**
 * mattra_start_page_new:
 *
 * Returns: (transfer floating): the page that begins a window without a register
 */
GtkWidget *
mattra_start_page_new (void)
{
  return g_object_new (MATTRA_TYPE_START_PAGE, NULL);
}
