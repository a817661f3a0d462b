/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pill-label.h"

#include <glib/gi18n-lib.h>

#include "mattra-grid-pill.h"

#define WIDTH_MIN 48
#define DIM 0.6f

struct _MattraPillLabel
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  char *text;
  MattraWordMark mark;
};

G_DEFINE_FINAL_TYPE (MattraPillLabel, mattra_pill_label, GTK_TYPE_WIDGET)

static gboolean
is_pill (MattraPillLabel *self)
{
  return self->mark.shape != MATTRA_SHAPE_NONE && *self->text != '\0';
}

static int
get_room (MattraPillLabel *self)
{
  return is_pill (self) ? MATTRA_GRID_PILL_ROOM : 0;
}

static GtkSizeRequestMode
mattra_pill_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mattra_pill_label_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  MattraPillLabel *self = MATTRA_PILL_LABEL (widget);
  int width, height, room = get_room (self);
  gboolean wraps = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0;

  pango_layout_set_width (self->layout, wraps ? MAX (1, for_size - room) * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width + room : height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (WIDTH_MIN, *natural) : height;
}

static void
mattra_pill_label_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MattraPillLabel *self = MATTRA_PILL_LABEL (widget);
  GdkRGBA colour;

  pango_layout_set_width (self->layout, MAX (1, gtk_widget_get_width (widget) - get_room (self)) * PANGO_SCALE);
  if (is_pill (self) && self->mark.colour != NULL)
    colour = *self->mark.colour;
  else
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (*self->text == '\0')
    colour.alpha *= DIM;
  gtk_snapshot_save (snapshot);
  if (is_pill (self))
    {
      mattra_grid_pill_draw (snapshot, self->layout, self->mark.shape, &colour, 0, 0);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MATTRA_GRID_PILL_TEXT, 0));
    }
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The font may be another. */
static void
mattra_pill_label_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mattra_pill_label_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (MATTRA_PILL_LABEL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
mattra_pill_label_finalize (GObject *object)
{
  MattraPillLabel *self = MATTRA_PILL_LABEL (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (mattra_pill_label_parent_class)->finalize (object);
}

static void
mattra_pill_label_class_init (MattraPillLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mattra_pill_label_finalize;
  widget_class->get_request_mode = mattra_pill_label_get_request_mode;
  widget_class->measure = mattra_pill_label_measure;
  widget_class->snapshot = mattra_pill_label_snapshot;
  widget_class->css_changed = mattra_pill_label_css_changed;
  gtk_widget_class_set_css_name (widget_class, "pilllabel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
mattra_pill_label_init (MattraPillLabel *self)
{
  self->text = g_strdup ("");
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

GtkWidget *
mattra_pill_label_new (void)
{
  return g_object_new (MATTRA_TYPE_PILL_LABEL, NULL);
}

/**
 * mattra_pill_label_set_text:
 * @self: a label
 * @text: the word; for none it says so
 * @mark: (nullable): how it looks
 *
 * Shows a word.
 */
void
mattra_pill_label_set_text (MattraPillLabel      *self,
                            const char           *text,
                            const MattraWordMark *mark)
{
  const char *shown;

  g_return_if_fail (MATTRA_IS_PILL_LABEL (self));
  g_return_if_fail (text != NULL);

  g_free (self->text);
  self->text = g_strdup (text);
  self->mark = mark != NULL ? *mark : (MattraWordMark) { 0 };
  shown = *text != '\0' ? text : _("(empty)");
  pango_layout_set_text (self->layout, shown, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mattra_pill_label_set_attributes:
 * @self: a label
 * @attributes: (nullable): how the cells set their lines
 *
 * Has the word stand as in a cell.
 */
void
mattra_pill_label_set_attributes (MattraPillLabel *self,
                                  PangoAttrList   *attributes)
{
  g_return_if_fail (MATTRA_IS_PILL_LABEL (self));

  if (pango_layout_get_attributes (self->layout) == attributes)
    return;
  pango_layout_set_attributes (self->layout, attributes);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
