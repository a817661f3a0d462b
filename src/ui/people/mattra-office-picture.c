/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-office-picture.h"

#include <glib/gi18n-lib.h>

#include "mattra-choose-file.h"
#include "mattra-read-picture.h"
#include "mattra-report.h"

/* The side of the square in which it is seen, and how many points of it are read, for screens with small ones. */
#define SIDE 88
#define READ_SIDE (2 * SIDE)

struct _MattraOfficePicture
{
  AdwPreferencesRow parent_instance;

  MattraSession *session;
  const char *name; /* of the store */
  char *sha256;     /* of what is seen, or will be once it is read */
  GtkImage *picture;
  GtkStack *stack;
  GtkLabel *refusal;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (MattraOfficePicture, mattra_office_picture, ADW_TYPE_PREFERENCES_ROW)

/* What is seen */

typedef struct
{
  char *sha256;
  GdkPixbuf *pixbuf;
} Seen;

static void
seen_free (gpointer data)
{
  Seen *seen = data;

  g_free (seen->sha256);
  g_clear_object (&seen->pixbuf);
  g_free (seen);
}

static void
fit (GdkPixbufLoader *loader,
     int              width,
     int              height)
{
  double scale = MIN (1.0, READ_SIDE / (double) MAX (width, height));

  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

/* On the store's thread: a large picture takes its time. */
static gboolean
read_seen (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Seen *seen = data;
  g_autoptr (GBytes) bytes = mattra_store_load_blob (store, seen->sha256, error);
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean whole;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (fit), NULL);
  whole = bytes && gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, whole ? error : NULL) || !whole)
    return FALSE;
  seen->pixbuf = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return seen->pixbuf != NULL;
}

static void
show_texture (MattraOfficePicture *self,
              GdkTexture          *texture)
{
  gtk_image_set_from_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, texture ? "picture" : "none");
}

static void
seen_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MattraOfficePicture) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  gpointer data = NULL;
  Seen *seen;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      gtk_label_set_text (self->refusal, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
      return;
    }
  seen = data;
  if (g_strcmp0 (seen->sha256, self->sha256) == 0)
    {
      texture = gdk_texture_new_for_pixbuf (seen->pixbuf);
      show_texture (self, texture);
    }
  seen_free (seen);
}

static const char *
kept_picture (MattraOfficePicture *self)
{
  const MattraOrganisation *office = mattra_plan_get_organisation (mattra_session_get_plan (self->session));

  return g_str_equal (self->name, "emblem") ? office->emblem : office->garuda;
}

static void
update (MattraOfficePicture *self)
{
  const char *sha256 = kept_picture (self);
  Seen *seen;

  if (g_strcmp0 (sha256, self->sha256) == 0)
    return;
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
  gtk_widget_set_visible (self->remove_button, sha256 != NULL);
  show_texture (self, NULL);
  if (sha256 == NULL)
    return;
  seen = g_new0 (Seen, 1);
  seen->sha256 = g_strdup (sha256);
  mattra_session_query_async (self->session, read_seen, seen, seen_free, seen_read, g_object_ref (self));
}

/* What is taken */

typedef struct
{
  const char *name;
  char *path;
  GdkTexture *texture;
  GBytes *bytes; /* what was read of either; NULL takes the picture away */
} Taken;

static void
taken_free (gpointer data)
{
  Taken *taken = data;

  g_free (taken->path);
  g_clear_object (&taken->texture);
  g_clear_pointer (&taken->bytes, g_bytes_unref);
  g_free (taken);
}

static gboolean
read_taken (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  Taken *taken = data;

  if (taken->path)
    taken->bytes = mattra_read_picture (taken->path, error);
  else
    taken->bytes = gdk_texture_save_to_png_bytes (taken->texture);
  return taken->bytes != NULL && (taken->path || mattra_report_check_picture (taken->bytes, error));
}

static gboolean
set_picture (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Taken *taken = data;

  return mattra_store_set_picture (store, taken->name, taken->bytes, error);
}

static void
refuse (MattraOfficePicture *self,
        const char          *why)
{
  gtk_label_set_text (self->refusal, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), why != NULL);
  if (why)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->refusal), GTK_ACCESSIBLE_PROPERTY_LABEL, why, -1);
}

static void
taken_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MattraOfficePicture) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    refuse (self, error->message);
  else
    mattra_session_act_async (MATTRA_SESSION (source), "set-picture", NULL, set_picture, data, taken_free, NULL, NULL);
}

static void
take (MattraOfficePicture *self,
      const char          *path,
      GdkTexture          *texture)
{
  Taken *taken = g_new0 (Taken, 1);

  refuse (self, NULL);
  taken->name = self->name;
  taken->path = g_strdup (path);
  taken->texture = texture ? g_object_ref (texture) : NULL;
  mattra_session_query_async (self->session, read_taken, taken, taken_free, taken_read, g_object_ref (self));
}

static void
take_away (MattraOfficePicture *self)
{
  Taken *taken = g_new0 (Taken, 1);

  refuse (self, NULL);
  taken->name = self->name;
  mattra_session_act_async (self->session, "set-picture", NULL, set_picture, taken, taken_free, NULL, NULL);
}

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraOfficePicture) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && self->session)
    mattra_office_picture_take_file (self, file);
}

static void
choose (MattraOfficePicture *self)
{
  static const char *const patterns[] = { "*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG", "*.JPEG", NULL };
  const MattraFileWish wish = { .title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                .accept = _("_Choose"),
                                .filter = _("Pictures (PNG, JPEG)"),
                                .patterns = patterns };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  mattra_choose_file_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &wish, NULL, chosen, g_object_ref (self));
}

static gboolean
take_value (MattraOfficePicture *self,
            const GValue        *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && g_value_get_boxed (value))
    mattra_office_picture_take_file (self, ((GSList *) g_value_get_boxed (value))->data);
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE) && g_value_get_object (value))
    take (self, NULL, g_value_get_object (value));
  else
    return FALSE;
  return TRUE;
}

static gboolean
dropped (GtkDropTarget       *target,
         const GValue        *value,
         double               x,
         double               y,
         MattraOfficePicture *self)
{
  return mattra_session_may (self->session, MATTRA_ACTION_SETTINGS) && take_value (self, value);
}

static void
pasted (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraOfficePicture) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->session && (value == NULL || !take_value (self, value)))
    refuse (self, _("There is no picture on the clipboard. Copy a picture, or its file, and paste it again."));
}

/* A file that was copied comes with its icon as a picture: the file is what is meant. */
static void
paste (MattraOfficePicture *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GType type = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
               || gdk_content_formats_contain_mime_type (formats, "text/uri-list")
                 ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE;

  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, pasted, g_object_ref (self));
}

static gboolean
paste_key (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  paste (MATTRA_OFFICE_PICTURE (widget));
  return TRUE;
}

/* The row */

static void
mattra_office_picture_dispose (GObject *object)
{
  g_clear_object (&MATTRA_OFFICE_PICTURE (object)->session);

  G_OBJECT_CLASS (mattra_office_picture_parent_class)->dispose (object);
}

static void
mattra_office_picture_finalize (GObject *object)
{
  g_free (MATTRA_OFFICE_PICTURE (object)->sha256);

  G_OBJECT_CLASS (mattra_office_picture_parent_class)->finalize (object);
}

static void
mattra_office_picture_class_init (MattraOfficePictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_office_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_office_picture_finalize;

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_v, GDK_CONTROL_MASK, paste_key, NULL);
}

static void
mattra_office_picture_init (MattraOfficePicture *self)
{
}

static GtkWidget *
new_sight (MattraOfficePicture *self,
           const char          *title)
{
  GtkWidget *none = gtk_image_new_from_icon_name ("image-x-generic-symbolic");

  self->picture = GTK_IMAGE (gtk_image_new ());
  gtk_image_set_pixel_size (self->picture, SIDE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_image_set_pixel_size (GTK_IMAGE (none), SIDE / 2);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), "mattra-on-paper");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->picture), "picture");
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), SIDE, SIDE);
  gtk_widget_set_valign (GTK_WIDGET (self->stack), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "mattra-office-picture");
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
new_label (const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
add_button (MattraOfficePicture *self,
            GtkWidget           *box,
            const char          *label,
            GCallback            clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_words (MattraOfficePicture *self,
           const char          *title,
           const char          *purpose)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->refusal = GTK_LABEL (g_object_ref_sink (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                                              "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                                              "xalign", 0.0, "visible", FALSE, NULL)));
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal), "error");
  gtk_box_append (GTK_BOX (words), new_label (title, NULL));
  gtk_box_append (GTK_BOX (words), new_label (purpose, "dim-label"));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->refusal));
  g_object_unref (self->refusal);
  add_button (self, buttons, _("_Choose…"), G_CALLBACK (choose));
  add_button (self, buttons, _("_Paste"), G_CALLBACK (paste));
  self->remove_button = add_button (self, buttons, _("_Remove"), G_CALLBACK (take_away));
  gtk_widget_set_visible (self->remove_button, FALSE);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (words), buttons);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
add_drop_target (MattraOfficePicture *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * mattra_office_picture_new:
 * @session: a session
 * @name: "emblem" or "garuda"
 * @title: what the picture is
 * @purpose: where papers show it, in a sentence
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
mattra_office_picture_new (MattraSession *session,
                           const char    *name,
                           const char    *title,
                           const char    *purpose)
{
  MattraOfficePicture *self;
  GtkWidget *box;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && name != NULL, NULL);
  g_return_val_if_fail (title != NULL && purpose != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_OFFICE_PICTURE, "activatable", FALSE, "focusable", FALSE, "use-markup", FALSE,
                       "title", title, NULL);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->session = g_object_ref (session);
  self->name = g_intern_string (name);
  gtk_box_append (GTK_BOX (box), new_sight (self, title));
  gtk_box_append (GTK_BOX (box), new_words (self, title, purpose));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  add_drop_target (self);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_office_picture_take_file:
 * @self: a row
 * @file: a file that the user has chosen
 *
 * Takes a picture, or says in the row why it cannot be taken.
 */
void
mattra_office_picture_take_file (MattraOfficePicture *self,
                                 GFile               *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (MATTRA_IS_OFFICE_PICTURE (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path)
    take (self, path, NULL);
  else
    refuse (self, _("The picture is not on this computer. Copy it here first, and choose the copy."));
}

/**
 * mattra_office_picture_get_refusal:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): why the last picture was not taken, as it stands in the row
 */
const char *
mattra_office_picture_get_refusal (MattraOfficePicture *self)
{
  g_return_val_if_fail (MATTRA_IS_OFFICE_PICTURE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->refusal)) ? gtk_label_get_text (self->refusal) : NULL;
}

/**
 * mattra_office_picture_has_picture:
 * @self: a row
 *
 * Returns: whether a picture is seen in it
 */
gboolean
mattra_office_picture_has_picture (MattraOfficePicture *self)
{
  g_return_val_if_fail (MATTRA_IS_OFFICE_PICTURE (self), FALSE);

  return gtk_image_get_paintable (self->picture) != NULL;
}
