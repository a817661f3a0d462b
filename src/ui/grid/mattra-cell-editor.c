/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-cell-editor.h"

#include "mattra-cell-frame.h"

/* Narrower than this nobody can type, nor read what was understood. */
#define CONTENT_WIDTH_MIN 96
#define NOTE_WIDTH_MIN 260

typedef struct
{
  GtkWidget *content;
  GtkWidget *focus;
  GtkWidget *note_box;
  GtkWidget *note_row;
  GtkWidget *note;
  GtkWidget *panel;
  char *original;
  MattraDigits digits;
  MattraDate today;
  int cell_width;
  int cell_height;
  gboolean note_above;
  int note_max;
  int content_x;
  PangoAttrList *attributes;
  gboolean has_tool;
  gboolean touched;
} MattraCellEditorPrivate;

enum
{
  COMMIT,
  CANCEL,
  TEXT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MattraCellEditor, mattra_cell_editor, GTK_TYPE_WIDGET)

static MattraCellEditorPrivate *
get_private (MattraCellEditor *self)
{
  return mattra_cell_editor_get_instance_private (self);
}

static int
content_width (MattraCellEditorPrivate *priv,
               int                      width)
{
  return CLAMP (priv->cell_width, CONTENT_WIDTH_MIN, MAX (CONTENT_WIDTH_MIN, width));
}

/**
 * mattra_cell_editor_note_height:
 * @self: an editor
 * @width: pixels
 *
 * Returns: the pixels that the note takes of the editor's height; 0 without a note
 */
int
mattra_cell_editor_note_height (MattraCellEditor *self,
                                int               width)
{
  MattraCellEditorPrivate *priv = get_private (self);
  int height;

  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), 0);

  if (!gtk_widget_get_visible (priv->note_box))
    return 0;
  gtk_widget_measure (priv->note_box, GTK_ORIENTATION_VERTICAL, MAX (width, NOTE_WIDTH_MIN),
                      NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
mattra_cell_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (MattraCellEditorPrivate *priv,
               int                     *minimum,
               int                     *natural)
{
  gboolean has_note = gtk_widget_get_visible (priv->note_box);

  *minimum = CONTENT_WIDTH_MIN;
  *natural = MAX (priv->cell_width, has_note ? NOTE_WIDTH_MIN : CONTENT_WIDTH_MIN);
}

static void
mattra_cell_editor_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  MattraCellEditor *self = MATTRA_CELL_EDITOR (widget);
  MattraCellEditorPrivate *priv = get_private (self);
  int width, note, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (priv, minimum, natural);
      return;
    }
  width = for_size < 0 ? MAX (priv->cell_width, CONTENT_WIDTH_MIN) : for_size;
  note = mattra_cell_editor_note_height (self, width);
  height = MATTRA_CELL_EDITOR_GET_CLASS (self)->content_height (self, content_width (priv, width));
  *minimum = note;
  *natural = MAX (priv->cell_height, height) + note;
}

static void
mattra_cell_editor_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  MattraCellEditor *self = MATTRA_CELL_EDITOR (widget);
  MattraCellEditorPrivate *priv = get_private (self);
  int note = CLAMP (mattra_cell_editor_note_height (self, width), 0, MIN (priv->note_max, height));
  int top = priv->note_above ? note : 0;
  GtkAllocation content = { priv->content_x, top, content_width (priv, width), MAX (0, height - note) };
  GtkAllocation box = { 0, 0, width, note };
  int minimum;

  gtk_widget_measure (priv->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  content.width = MAX (content.width, minimum);
  gtk_widget_measure (priv->content, GTK_ORIENTATION_VERTICAL, content.width, &minimum, NULL, NULL, NULL);
  content.height = MAX (content.height, minimum);
  gtk_widget_size_allocate (priv->content, &content, -1);
  if (note > 0)
    {
      box.y = priv->note_above ? 0 : content.height;
      box.width = MAX (width, NOTE_WIDTH_MIN);
      gtk_widget_size_allocate (priv->note_box, &box, -1);
    }
}

static void
mattra_cell_editor_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  MattraCellEditorPrivate *priv = get_private (MATTRA_CELL_EDITOR (widget));

  if (gtk_widget_get_visible (priv->note_box))
    {
      mattra_cell_frame_shadow (priv->note_box, snapshot);
      gtk_widget_snapshot_child (widget, priv->note_box, snapshot);
      mattra_cell_frame_hairline (priv->note_box, snapshot);
    }
  mattra_cell_frame_shadow (priv->content, snapshot);
  gtk_widget_snapshot_child (widget, priv->content, snapshot);
  mattra_cell_frame_accent (priv->content, snapshot);
}

static gboolean
mattra_cell_editor_grab_focus (GtkWidget *widget)
{
  MattraCellEditorPrivate *priv = get_private (MATTRA_CELL_EDITOR (widget));

  return gtk_widget_grab_focus (priv->focus);
}

static void
mattra_cell_editor_dispose (GObject *object)
{
  MattraCellEditorPrivate *priv = get_private (MATTRA_CELL_EDITOR (object));

  priv->focus = NULL;
  g_clear_pointer (&priv->content, gtk_widget_unparent);
  g_clear_pointer (&priv->note_box, gtk_widget_unparent);

  G_OBJECT_CLASS (mattra_cell_editor_parent_class)->dispose (object);
}

static void
mattra_cell_editor_finalize (GObject *object)
{
  MattraCellEditorPrivate *priv = get_private (MATTRA_CELL_EDITOR (object));

  g_clear_pointer (&priv->original, g_free);
  g_clear_pointer (&priv->attributes, pango_attr_list_unref);

  G_OBJECT_CLASS (mattra_cell_editor_parent_class)->finalize (object);
}

static void
mattra_cell_editor_class_init (MattraCellEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mattra_cell_editor_dispose;
  object_class->finalize = mattra_cell_editor_finalize;

  widget_class->get_request_mode = mattra_cell_editor_get_request_mode;
  widget_class->measure = mattra_cell_editor_measure;
  widget_class->size_allocate = mattra_cell_editor_size_allocate;
  widget_class->snapshot = mattra_cell_editor_snapshot;
  widget_class->grab_focus = mattra_cell_editor_grab_focus;

  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TEXT_CHANGED] = g_signal_new ("text-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "celleditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mattra_cell_editor_init (MattraCellEditor *self)
{
  MattraCellEditorPrivate *priv = get_private (self);

  priv->digits = MATTRA_DIGITS_THAI;
  priv->note_max = G_MAXINT;
  priv->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->note), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (priv->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (priv->note), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (priv->note, TRUE);
  gtk_widget_set_margin_start (priv->note, 8);
  gtk_widget_set_margin_end (priv->note, 8);
  gtk_widget_set_margin_top (priv->note, 4);
  gtk_widget_set_margin_bottom (priv->note, 4);

  priv->note_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (priv->note_row), priv->note);
  priv->note_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (priv->note_box, "view");
  gtk_box_append (GTK_BOX (priv->note_box), priv->note_row);
  gtk_widget_set_visible (priv->note_box, FALSE);
  gtk_widget_set_parent (priv->note_box, GTK_WIDGET (self));
}

/**
 * mattra_cell_editor_begin:
 * @self: an editor
 * @text: the cell's text
 * @typed: (nullable): what takes its place: the first letters typed over the cell
 *
 * Shows the text to be edited, the cursor at its end.
 */
void
mattra_cell_editor_begin (MattraCellEditor *self,
                          const char       *text,
                          const char       *typed)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));
  g_return_if_fail (text != NULL);

  g_free (priv->original);
  priv->original = g_strdup (text);
  MATTRA_CELL_EDITOR_GET_CLASS (self)->begin (self, text, typed);
  priv->touched = typed != NULL && *typed != '\0';
}

/**
 * mattra_cell_editor_dup_text:
 * @self: an editor
 *
 * Returns: (transfer full): the text as it stands now
 */
char *
mattra_cell_editor_dup_text (MattraCellEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  return MATTRA_CELL_EDITOR_GET_CLASS (self)->dup_text (self);
}

/**
 * mattra_cell_editor_dup_result:
 * @self: an editor
 *
 * Returns: (transfer full): the text to be committed
 */
char *
mattra_cell_editor_dup_result (MattraCellEditor *self)
{
  MattraCellEditorClass *klass;

  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  klass = MATTRA_CELL_EDITOR_GET_CLASS (self);
  return klass->dup_result != NULL ? klass->dup_result (self) : klass->dup_text (self);
}

/**
 * mattra_cell_editor_is_changed:
 * @self: an editor
 *
 * Returns: whether something was typed and the text is another than the cell's
 */
gboolean
mattra_cell_editor_is_changed (MattraCellEditor *self)
{
  MattraCellEditorPrivate *priv = get_private (self);
  g_autofree char *text = NULL;

  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), FALSE);

  if (!priv->touched)
    return FALSE;
  text = mattra_cell_editor_dup_text (self);
  return g_strcmp0 (text, priv->original) != 0;
}

/**
 * mattra_cell_editor_understand:
 * @self: an editor
 * @valid: (inout): becomes %FALSE if the text can't be kept
 *
 * Returns: (transfer full) (nullable): what the editor itself understands of the text
 */
char *
mattra_cell_editor_understand (MattraCellEditor *self,
                               gboolean         *valid)
{
  MattraCellEditorClass *klass;

  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  klass = MATTRA_CELL_EDITOR_GET_CLASS (self);
  return klass->understand != NULL ? klass->understand (self, valid) : NULL;
}

/**
 * mattra_cell_editor_set_choices:
 * @self: an editor
 * @choices: (nullable): the words to choose or complete from
 * @marks: (nullable): how each of them looks
 *
 * Gives the editor its words; kinds without any take no notice.
 */
void
mattra_cell_editor_set_choices (MattraCellEditor     *self,
                                const char *const    *choices,
                                const MattraWordMark *marks)
{
  MattraCellEditorClass *klass;

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  klass = MATTRA_CELL_EDITOR_GET_CLASS (self);
  if (klass->set_choices != NULL && choices != NULL)
    klass->set_choices (self, choices, marks);
}

/**
 * mattra_cell_editor_set_label:
 * @self: an editor
 * @label: the column and the row, for screen readers
 *
 * Names what is edited.
 */
void
mattra_cell_editor_set_label (MattraCellEditor *self,
                              const char       *label)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
mattra_cell_editor_set_digits (MattraCellEditor *self,
                               MattraDigits      digits)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  priv->digits = digits;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MattraDigits
mattra_cell_editor_get_digits (MattraCellEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), MATTRA_DIGITS_THAI);

  return get_private (self)->digits;
}

/**
 * mattra_cell_editor_set_today:
 * @self: an editor
 * @today: today: what its calendar begins with, and the fiscal year of days typed without a year
 *
 * Tells the editor which day it is.
 */
void
mattra_cell_editor_set_today (MattraCellEditor *self,
                              MattraDate        today)
{
  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));
  g_return_if_fail (mattra_date_is_set (today));

  get_private (self)->today = today;
}

MattraDate
mattra_cell_editor_get_today (MattraCellEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), MATTRA_DATE_NONE);

  return get_private (self)->today;
}

/**
 * mattra_cell_editor_set_cell_size:
 * @self: an editor
 * @width: the cell's width in pixels
 * @height: the cell's height in pixels
 *
 * The content is as wide as the cell, so that lines break alike, and at least as high.
 */
void
mattra_cell_editor_set_cell_size (MattraCellEditor *self,
                                  int               width,
                                  int               height)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  if (priv->cell_width == width && priv->cell_height == height)
    return;
  priv->cell_width = width;
  priv->cell_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mattra_cell_editor_set_attributes:
 * @self: an editor
 * @attributes: (nullable): how the cells set their lines: their height
 *
 * Has the lines stand where the cell's lines stood.
 */
void
mattra_cell_editor_set_attributes (MattraCellEditor *self,
                                   PangoAttrList    *attributes)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  if (priv->attributes == attributes)
    return;
  g_clear_pointer (&priv->attributes, pango_attr_list_unref);
  if (attributes != NULL)
    priv->attributes = pango_attr_list_ref (attributes);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mattra_cell_editor_get_attributes:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): how the cells set their lines
 */
PangoAttrList *
mattra_cell_editor_get_attributes (MattraCellEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  return get_private (self)->attributes;
}

static void
update_note_box (MattraCellEditorPrivate *priv)
{
  gboolean has_row = priv->has_tool || *gtk_label_get_text (GTK_LABEL (priv->note)) != '\0';
  gboolean has_panel = priv->panel != NULL && gtk_widget_get_visible (priv->panel);

  gtk_widget_set_visible (priv->note_row, has_row);
  gtk_widget_set_visible (priv->note_box, has_row || has_panel);
}

/**
 * mattra_cell_editor_set_note:
 * @self: an editor
 * @note: (nullable): what is understood, or why the text can't be kept
 * @valid: whether it can
 *
 * Says something about the text, below it.
 */
void
mattra_cell_editor_set_note (MattraCellEditor *self,
                             const char       *note,
                             gboolean          valid)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  gtk_label_set_text (GTK_LABEL (priv->note), note != NULL ? note : "");
  if (valid)
    gtk_widget_remove_css_class (priv->note, "error");
  else
    gtk_widget_add_css_class (priv->note, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  update_note_box (priv);
}

const char *
mattra_cell_editor_get_note (MattraCellEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  return gtk_label_get_text (GTK_LABEL (get_private (self)->note));
}

/**
 * mattra_cell_editor_set_note_place:
 * @self: an editor
 * @above: whether the note stands above the content, for want of room below
 * @height_max: the room there, in pixels
 * @content_x: how far right of the note the content begins, in pixels: over its cell, where a wider note has no
 *   room to its right
 *
 * Moves the note; while its editor is being placed.
 */
void
mattra_cell_editor_set_note_place (MattraCellEditor *self,
                                   gboolean          above,
                                   int               height_max,
                                   int               content_x)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  if (priv->note_above == above && priv->note_max == height_max && priv->content_x == content_x)
    return;
  priv->note_above = above;
  priv->note_max = height_max;
  priv->content_x = content_x;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mattra_cell_editor_error:
 * @self: an editor
 *
 * Makes heard that what was asked for can't be done.
 */
void
mattra_cell_editor_error (MattraCellEditor *self)
{
  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * mattra_cell_editor_set_content:
 * @self: an editor
 * @content: what is shown over the cell
 * @focus: the widget in it that the keys go to
 *
 * Puts the editor together; once, when it is made.
 */
void
mattra_cell_editor_set_content (MattraCellEditor *self,
                                GtkWidget        *content,
                                GtkWidget        *focus)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));
  g_return_if_fail (priv->content == NULL);

  priv->content = content;
  priv->focus = focus;
  gtk_widget_add_css_class (content, "view");
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (focus),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->note, NULL,
                                  -1);
}

/**
 * mattra_cell_editor_get_focus:
 * @self: an editor
 *
 * Returns: (transfer none): the widget that the keys go to
 */
GtkWidget *
mattra_cell_editor_get_focus (MattraCellEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  return get_private (self)->focus;
}

/**
 * mattra_cell_editor_add_tool:
 * @self: an editor
 * @icon_name: an icon
 * @name: what the button is for
 *
 * Puts a button beside the note, which then is always there. The keyboard may be in its popover
 * without having left the editor.
 *
 * Returns: (transfer none): the button, still without a popover
 */
GtkMenuButton *
mattra_cell_editor_add_tool (MattraCellEditor *self,
                             const char       *icon_name,
                             const char       *name)
{
  MattraCellEditorPrivate *priv = get_private (self);
  GtkWidget *button;

  g_return_val_if_fail (MATTRA_IS_CELL_EDITOR (self), NULL);

  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (priv->note_row), button);
  priv->has_tool = TRUE;
  update_note_box (priv);
  return GTK_MENU_BUTTON (button);
}

static void
on_panel_visible (GtkWidget        *panel,
                  GParamSpec       *pspec,
                  MattraCellEditor *self)
{
  update_note_box (get_private (self));
}

/**
 * mattra_cell_editor_add_panel:
 * @self: an editor
 * @panel: (transfer floating): a list of words; shown and hidden by who made it
 *
 * Hangs a panel below the note. It is no window of its own, so that the keyboard stays in the content.
 */
void
mattra_cell_editor_add_panel (MattraCellEditor *self,
                              GtkWidget        *panel)
{
  MattraCellEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));
  g_return_if_fail (priv->panel == NULL);

  priv->panel = panel;
  gtk_widget_set_vexpand (panel, TRUE);
  gtk_box_append (GTK_BOX (priv->note_box), panel);
  g_signal_connect (panel, "notify::visible", G_CALLBACK (on_panel_visible), self);
  update_note_box (priv);
}

void
mattra_cell_editor_commit (MattraCellEditor *self,
                           MattraCellMove    move)
{
  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  g_signal_emit (self, signals[COMMIT], 0, (int) move);
}

typedef struct
{
  MattraCellEditor *self;
  MattraCellMove move;
} Commit;

static void
commit_free (gpointer data)
{
  Commit *commit = data;

  g_object_unref (commit->self);
  g_free (commit);
}

static gboolean
on_commit_later (gpointer data)
{
  Commit *commit = data;

  if (gtk_widget_get_root (GTK_WIDGET (commit->self)) != NULL)
    mattra_cell_editor_commit (commit->self, commit->move);
  return G_SOURCE_REMOVE;
}

/**
 * mattra_cell_editor_commit_later:
 * @self: an editor
 * @move: where the cursor goes
 *
 * Commits once the click on a part of the editor is over: that part goes with the editor.
 */
void
mattra_cell_editor_commit_later (MattraCellEditor *self,
                                 MattraCellMove    move)
{
  Commit *commit;

  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  commit = g_new (Commit, 1);
  *commit = (Commit) { g_object_ref (self), move };
  g_idle_add_full (G_PRIORITY_DEFAULT, on_commit_later, commit, commit_free);
}

void
mattra_cell_editor_cancel (MattraCellEditor *self)
{
  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  g_signal_emit (self, signals[CANCEL], 0);
}

void
mattra_cell_editor_text_changed (MattraCellEditor *self)
{
  g_return_if_fail (MATTRA_IS_CELL_EDITOR (self));

  get_private (self)->touched = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}
