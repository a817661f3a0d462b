/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-text-editor.h"

#include <string.h>

#include "mattra-date.h"

/* As the cells draw their texts, so that nothing jumps when the editor opens. */
#define PADDING_X 8
#define PADDING_Y 6

/* As high as a line of Thai is. */
#define SAMPLE "กั"

/* So much text fills every window: it need not be measured again with each key. */
#define MEASURED_BYTES_MAX 60000
#define TALLER_THAN_ANY_WINDOW 20000

typedef struct
{
  GtkTextView *view;
  GtkTextTag *tag;
  GCancellable *cancellable;
  int indent;
  double line_factor;
  gboolean composing;
  gboolean setting;
} MattraTextEditorPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MattraTextEditor, mattra_text_editor, MATTRA_TYPE_CELL_EDITOR)

typedef enum
{
  KEY_COMMIT,
  KEY_NEW_LINE,
  KEY_TODAY,
  KEY_CANCEL,
} KeyAction;

static const struct
{
  guint keyval;
  GdkModifierType state;
  KeyAction action;
  MattraCellMove move;
} keys[] = {
  { GDK_KEY_Return, 0, KEY_COMMIT, MATTRA_CELL_MOVE_DOWN },
  { GDK_KEY_Return, GDK_SHIFT_MASK, KEY_COMMIT, MATTRA_CELL_MOVE_UP },
  { GDK_KEY_Return, GDK_CONTROL_MASK, KEY_COMMIT, MATTRA_CELL_MOVE_STAY },
  { GDK_KEY_Return, GDK_ALT_MASK, KEY_NEW_LINE, MATTRA_CELL_MOVE_STAY },
  { GDK_KEY_Tab, 0, KEY_COMMIT, MATTRA_CELL_MOVE_RIGHT },
  { GDK_KEY_Tab, GDK_SHIFT_MASK, KEY_COMMIT, MATTRA_CELL_MOVE_LEFT },
  { GDK_KEY_semicolon, GDK_CONTROL_MASK, KEY_TODAY, MATTRA_CELL_MOVE_STAY },
  { GDK_KEY_Thai_wowaen, GDK_CONTROL_MASK, KEY_TODAY, MATTRA_CELL_MOVE_STAY },
  { GDK_KEY_Escape, 0, KEY_CANCEL, MATTRA_CELL_MOVE_STAY },
};

static MattraTextEditorPrivate *
get_private (MattraTextEditor *self)
{
  return mattra_text_editor_get_instance_private (self);
}

static char *
dup_buffer_text (MattraTextEditor *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_private (self)->view);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* One sort of newline, and none at the end: a copied line brings its own. */
static char *
clean_newlines (const char *text,
                gboolean    single_line)
{
  GString *clean = g_string_sized_new (strlen (text));
  const char *newline = single_line ? " " : "\n";

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append (clean, newline);
      else
        g_string_append_unichar (clean, c);
    }
  if (clean->len > 0 && g_str_has_suffix (clean->str, newline))
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (clean, FALSE);
}

/**
 * mattra_text_editor_insert:
 * @self: an editor
 * @text: text to be put at the cursor, in place of what is selected
 *
 * Types @text, as one step to be undone.
 */
void
mattra_text_editor_insert (MattraTextEditor *self,
                           const char       *text)
{
  GtkTextView *view;
  GtkTextBuffer *buffer;

  g_return_if_fail (MATTRA_IS_TEXT_EDITOR (self));
  g_return_if_fail (text != NULL);

  view = get_private (self)->view;
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, FALSE, 0, 0);
}

static void
on_paste_read (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MattraTextEditor) self = data;
  MattraTextEditorClass *klass = MATTRA_TEXT_EDITOR_GET_CLASS (self);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *lines = NULL;
  g_autofree char *clean = NULL;

  if (text == NULL || g_cancellable_is_cancelled (get_private (self)->cancellable))
    return;
  lines = clean_newlines (text, klass->single_line);
  clean = klass->clean_paste != NULL ? klass->clean_paste (self, lines) : g_steal_pointer (&lines);
  mattra_text_editor_insert (self, clean);
}

static void
on_paste (GtkTextView      *view,
          MattraTextEditor *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (clipboard, get_private (self)->cancellable, on_paste_read,
                                 g_object_ref (self));
}

/**
 * mattra_text_editor_dup_today:
 * @digits: the digits to write it in
 *
 * Returns: (transfer full): the day as it is put into a cell
 */
char *
mattra_text_editor_dup_today (MattraDigits digits)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MattraDate today = mattra_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                                       g_date_time_get_day_of_month (now));

  return mattra_date_format (today, MATTRA_DATE_SHORT, digits);
}

/* The text view would offer pictograms there. */
static void
insert_today (MattraTextEditor *self)
{
  g_autofree char *today = mattra_text_editor_dup_today (mattra_cell_editor_get_digits (MATTRA_CELL_EDITOR (self)));

  mattra_text_editor_insert (self, today);
}

static void
act_on_key (MattraTextEditor *self,
            guint             index)
{
  switch (keys[index].action)
    {
    case KEY_COMMIT:
      mattra_cell_editor_commit (MATTRA_CELL_EDITOR (self), keys[index].move);
      break;
    case KEY_NEW_LINE:
      if (MATTRA_TEXT_EDITOR_GET_CLASS (self)->single_line)
        mattra_cell_editor_error (MATTRA_CELL_EDITOR (self));
      else
        mattra_text_editor_insert (self, "\n");
      break;
    case KEY_TODAY:
      insert_today (self);
      break;
    case KEY_CANCEL:
      mattra_cell_editor_cancel (MATTRA_CELL_EDITOR (self));
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
plain_keyval (guint keyval)
{
  if (keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return GDK_KEY_Return;
  if (keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_KP_Tab)
    return GDK_KEY_Tab;
  return keyval;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                MattraTextEditor      *self)
{
  MattraTextEditorClass *klass = MATTRA_TEXT_EDITOR_GET_CLASS (self);

  /* Enter and Escape belong to the input method while it composes a word. */
  if (get_private (self)->composing)
    return FALSE;
  keyval = plain_keyval (keyval);
  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (klass->key_pressed != NULL && klass->key_pressed (self, keyval, state))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && keys[i].state == state)
      {
        act_on_key (self, i);
        return TRUE;
      }
  return FALSE;
}

static void
on_preedit_changed (GtkTextView      *view,
                    const char       *preedit,
                    MattraTextEditor *self)
{
  get_private (self)->composing = *preedit != '\0';
}

static void
on_text_inserted (GtkTextBuffer    *buffer,
                  GtkTextIter      *end,
                  const char       *text,
                  int               n_bytes,
                  MattraTextEditor *self)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, n_bytes));
  gtk_text_buffer_apply_tag (buffer, get_private (self)->tag, &start, end);
}

static void
on_changed (GtkTextBuffer    *buffer,
            MattraTextEditor *self)
{
  if (!get_private (self)->setting)
    mattra_cell_editor_text_changed (MATTRA_CELL_EDITOR (self));
}

static void
mattra_text_editor_begin (MattraCellEditor *editor,
                          const char       *text,
                          const char       *typed)
{
  MattraTextEditor *self = MATTRA_TEXT_EDITOR (editor);
  MattraTextEditorPrivate *priv = get_private (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (priv->view);

  priv->setting = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, typed != NULL ? "" : text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  if (typed != NULL)
    gtk_text_buffer_insert_at_cursor (buffer, typed, -1);
  priv->setting = FALSE;
  gtk_text_view_scroll_to_mark (priv->view, gtk_text_buffer_get_insert (buffer), 0, FALSE, 0, 0);
}

/**
 * mattra_text_editor_set_text:
 * @self: an editor
 * @text: text
 *
 * Replaces the whole text, as one step to be undone.
 */
void
mattra_text_editor_set_text (MattraTextEditor *self,
                             const char       *text)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  g_return_if_fail (MATTRA_IS_TEXT_EDITOR (self));

  buffer = gtk_text_view_get_buffer (get_private (self)->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  mattra_text_editor_insert (self, text);
}

static char *
mattra_text_editor_dup_text (MattraCellEditor *editor)
{
  return dup_buffer_text (MATTRA_TEXT_EDITOR (editor));
}

static int
sample_height (MattraTextEditor *self,
               PangoAttrList    *attributes)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (get_private (self)->view), SAMPLE);
  int height;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_size (layout, NULL, &height);
  return height;
}

/* A tag knows a line's height only as a multiple of the font's own. */
static void
update_tag (MattraTextEditor *self,
            PangoAttrList    *attributes)
{
  MattraTextEditorPrivate *priv = get_private (self);
  int wanted = sample_height (self, attributes);
  int natural = sample_height (self, NULL);
  double factor = natural > 0 ? wanted / (double) natural : 1;

  if (ABS (factor - priv->line_factor) < 0.001)
    return;
  priv->line_factor = factor;
  g_object_set (priv->tag, "line-height", factor, NULL);
}

static int
mattra_text_editor_content_height (MattraCellEditor *editor,
                                   int               width)
{
  MattraTextEditor *self = MATTRA_TEXT_EDITOR (editor);
  MattraTextEditorPrivate *priv = get_private (self);
  g_autofree char *text = dup_buffer_text (self);
  g_autoptr (PangoLayout) layout = NULL;
  PangoAttrList *attributes = mattra_cell_editor_get_attributes (editor);
  int height;

  if (strlen (text) > MEASURED_BYTES_MAX)
    return TALLER_THAN_ANY_WINDOW;
  update_tag (self, attributes);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (priv->view), text);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, width - 2 * PADDING_X - priv->indent) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * PADDING_Y;
}

static GtkTextView *
make_view (GType type)
{
  GtkTextView *view = g_object_new (type, NULL);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, PADDING_X);
  gtk_text_view_set_right_margin (view, PADDING_X);
  gtk_text_view_set_top_margin (view, PADDING_Y);
  gtk_text_view_set_bottom_margin (view, PADDING_Y);
  gtk_text_view_set_accepts_tab (view, FALSE);
  return view;
}

static void
connect_view (MattraTextEditor *self)
{
  MattraTextEditorPrivate *priv = get_private (self);
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (priv->view);

  priv->tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (on_text_inserted), self);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (priv->view, "preedit-changed", G_CALLBACK (on_preedit_changed), self);
  g_signal_connect (priv->view, "paste-clipboard", G_CALLBACK (on_paste), self);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (priv->view), controller);
}

static void
mattra_text_editor_constructed (GObject *object)
{
  MattraTextEditor *self = MATTRA_TEXT_EDITOR (object);
  MattraTextEditorPrivate *priv = get_private (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (mattra_text_editor_parent_class)->constructed (object);

  priv->view = make_view (MATTRA_TEXT_EDITOR_GET_CLASS (self)->view_type);
  connect_view (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (priv->view));
  mattra_cell_editor_set_content (MATTRA_CELL_EDITOR (self), scroller, GTK_WIDGET (priv->view));
}

static gboolean
mattra_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_private (MATTRA_TEXT_EDITOR (widget))->view));
}

static void
mattra_text_editor_dispose (GObject *object)
{
  MattraTextEditorPrivate *priv = get_private (MATTRA_TEXT_EDITOR (object));

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);

  G_OBJECT_CLASS (mattra_text_editor_parent_class)->dispose (object);
}

static void
mattra_text_editor_finalize (GObject *object)
{
  g_clear_object (&get_private (MATTRA_TEXT_EDITOR (object))->cancellable);

  G_OBJECT_CLASS (mattra_text_editor_parent_class)->finalize (object);
}

static void
mattra_text_editor_class_init (MattraTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MattraCellEditorClass *editor_class = MATTRA_CELL_EDITOR_CLASS (klass);

  object_class->constructed = mattra_text_editor_constructed;
  object_class->dispose = mattra_text_editor_dispose;
  object_class->finalize = mattra_text_editor_finalize;

  GTK_WIDGET_CLASS (klass)->grab_focus = mattra_text_editor_grab_focus;

  editor_class->begin = mattra_text_editor_begin;
  editor_class->dup_text = mattra_text_editor_dup_text;
  editor_class->content_height = mattra_text_editor_content_height;

  klass->view_type = GTK_TYPE_TEXT_VIEW;
}

static void
mattra_text_editor_init (MattraTextEditor *self)
{
  get_private (self)->cancellable = g_cancellable_new ();
}

GtkTextView *
mattra_text_editor_get_view (MattraTextEditor *self)
{
  g_return_val_if_fail (MATTRA_IS_TEXT_EDITOR (self), NULL);

  return get_private (self)->view;
}

/**
 * mattra_text_editor_set_indent:
 * @self: an editor
 * @indent: pixels at the left edge that the lines leave free
 *
 * Makes room for the numbers of items.
 */
void
mattra_text_editor_set_indent (MattraTextEditor *self,
                               int               indent)
{
  MattraTextEditorPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_TEXT_EDITOR (self));

  if (priv->indent == indent)
    return;
  priv->indent = indent;
  gtk_text_view_set_left_margin (priv->view, PADDING_X + indent);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mattra_text_editor_get_line:
 * @self: an editor
 * @text: (out) (optional) (transfer full): the line
 *
 * Returns: the line that the cursor is in, from 0
 */
guint
mattra_text_editor_get_line (MattraTextEditor *self,
                             char            **text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (MATTRA_IS_TEXT_EDITOR (self), 0);

  buffer = gtk_text_view_get_buffer (get_private (self)->view);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  if (text != NULL)
    *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return (guint) gtk_text_iter_get_line (&start);
}
