/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-text.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"

struct _MattraFormText
{
  MattraFormCell parent_instance;

  GtkTextView *view;
  MattraFormTextKind kind;
  GtkWidget *face;      /* stands in the place of the view while nobody types */
  gboolean editing;

  MattraPlan *plan;     /* under which what is typed is understood */
  MattraTableContext context;
  MattraFormPlace shown;
  char *value;          /* what the register has, as it is shown */
  char *mark;           /* what is remarkable about that */
  char *sent;           /* what is being committed */
  char *refusal;        /* why what is typed was not committed */
  gboolean typed;       /* the view has something else than the register, by the user's hand */
  gboolean overtaken;   /* the register got another value while it was typed */
  gboolean setting;
  gboolean composing;   /* a word, in an input method */
};

G_DEFINE_FINAL_TYPE (MattraFormText, mattra_form_text, MATTRA_TYPE_FORM_CELL)

static MattraFormCell *
as_cell (MattraFormText *self)
{
  return MATTRA_FORM_CELL (self);
}

static const char *
get_field (MattraFormText *self)
{
  return self->shown.field ? self->shown.field : "";
}

/* The note */

static char *
dup_understood (MattraFormText *self,
                gboolean       *valid)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->view);

  *valid = TRUE;
  return self->plan ? mattra_table_cell_understand (&self->context, get_field (self), text, valid) : NULL;
}

/* A period is told in full whenever it is looked at; the rest while it is typed. */
static void
show_note (MattraFormText *self)
{
  gboolean valid = TRUE;
  g_autofree char *understood = dup_understood (self, &valid);
  g_autofree char *overtaken = NULL;

  if (self->refusal)
    mattra_form_cell_set_note (as_cell (self), self->refusal, "error");
  else if (self->typed && mattra_form_cell_get_why (as_cell (self)))
    mattra_form_cell_set_note (as_cell (self), mattra_form_cell_get_why (as_cell (self)), "warning");
  else if (self->overtaken)
    {
      overtaken = g_strdup_printf (_("Changed meanwhile; the register now has: %s"),
                                   *self->value ? self->value : _("(empty)"));
      mattra_form_cell_set_note (as_cell (self), overtaken, "warning");
    }
  else if (self->typed)
    mattra_form_cell_set_note (as_cell (self), understood, valid ? NULL : "error");
  else if (self->mark)
    mattra_form_cell_set_note (as_cell (self), self->mark, "warning");
  else
    mattra_form_cell_set_note (as_cell (self),
                               g_str_equal (get_field (self), "period_text") ? understood : NULL, NULL);
}

/* View and face */

static void
show_face (MattraFormText *self)
{
  gboolean face = self->face && !self->editing && !self->typed && self->value && *self->value;

  if (self->face)
    gtk_widget_set_visible (self->face, face);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !face);
}

/**
 * mattra_form_text_set_face:
 * @self: a field
 * @face: what is shown while nobody types
 *
 * Shows something else than the text.
 */
void
mattra_form_text_set_face (MattraFormText *self,
                           GtkWidget      *face)
{
  g_return_if_fail (MATTRA_IS_FORM_TEXT (self) && GTK_IS_WIDGET (face));

  self->face = face;
  gtk_widget_insert_after (face, GTK_WIDGET (self), GTK_WIDGET (self->view));
  show_face (self);
}

/**
 * mattra_form_text_edit:
 * @self: a field
 *
 * Has the text in place of the face, with the focus in it.
 */
void
mattra_form_text_edit (MattraFormText *self)
{
  g_return_if_fail (MATTRA_IS_FORM_TEXT (self));

  self->editing = TRUE;
  show_face (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
set_view_text (MattraFormText *self,
               const char     *text)
{
  self->setting = TRUE;
  mattra_form_text_view_set_text (self->view, text);
  self->setting = FALSE;
}

/* What is typed */

static void
forget_typed (MattraFormText *self)
{
  self->typed = FALSE;
  self->overtaken = FALSE;
  g_clear_pointer (&self->refusal, g_free);
}

static void
text_changed (MattraFormText *self)
{
  g_autofree char *text = NULL;

  if (self->setting)
    return;
  text = mattra_form_text_view_dup_text (self->view);
  g_clear_pointer (&self->refusal, g_free);
  self->typed = self->sent || g_strcmp0 (text, self->value) != 0;
  if (!self->typed)
    forget_typed (self);
  mattra_form_cell_draft (as_cell (self), self->typed ? text : NULL);
  show_note (self);
}

/**
 * mattra_form_text_type:
 * @self: a field
 * @text: its text, as if the user had typed it
 *
 * Replaces the text. It is committed when the field is left.
 */
void
mattra_form_text_type (MattraFormText *self,
                       const char     *text)
{
  g_return_if_fail (MATTRA_IS_FORM_TEXT (self) && text != NULL);

  mattra_form_text_view_type (self->view, text);
  show_face (self);
}

static void
give_up (MattraFormText *self)
{
  forget_typed (self);
  self->editing = FALSE;
  set_view_text (self, self->value ? self->value : "");
  mattra_form_cell_draft (as_cell (self), NULL);
  show_note (self);
  show_face (self);
}

static void
mattra_form_text_commit (MattraFormCell *cell)
{
  MattraFormText *self = MATTRA_FORM_TEXT (cell);
  gboolean valid = TRUE;
  g_autofree char *why = NULL;

  if (!self->typed || mattra_form_cell_get_why (cell))
    return;
  why = dup_understood (self, &valid);
  if (!valid)
    {
      g_free (self->refusal);
      self->refusal = g_strdup (why);
      show_note (self);
      return;
    }
  forget_typed (self);
  g_free (self->sent);
  self->sent = mattra_form_text_view_dup_text (self->view);
  show_note (self);
  mattra_form_cell_act (cell, self->sent);
  mattra_form_cell_draft (cell, NULL);
}

/* What was typed since then stands in the place of a refused text. */
static void
take_back (MattraFormText *self,
           const char     *text,
           const GError   *error)
{
  g_autofree char *shown = mattra_form_text_view_dup_text (self->view);

  if (!self->typed && !g_str_equal (shown, text))
    {
      set_view_text (self, text);
      g_free (shown);
      shown = g_strdup (text);
    }
  g_free (self->refusal);
  self->refusal = g_strdup (error->message);
  self->typed = TRUE;
  mattra_form_cell_draft (as_cell (self), shown);
}

static void
mattra_form_text_settled (MattraFormCell *cell,
                          const char     *text,
                          const GError   *error)
{
  MattraFormText *self = MATTRA_FORM_TEXT (cell);

  if (text == NULL || (self->sent && !g_str_equal (self->sent, text)))
    return;
  g_clear_pointer (&self->sent, g_free);
  if (error)
    take_back (self, text, error);
  else if (!self->typed)
    mattra_form_text_view_forget_undo (self->view);
  show_note (self);
  show_face (self);
}

static void
mattra_form_text_put_draft (MattraFormCell *cell,
                            const char     *text)
{
  mattra_form_text_type (MATTRA_FORM_TEXT (cell), text);
}

static char *
mattra_form_text_dup_draft (MattraFormCell *cell)
{
  MattraFormText *self = MATTRA_FORM_TEXT (cell);

  return self->typed ? mattra_form_text_view_dup_text (self->view) : NULL;
}

/* What the register has */

static void
take_context (MattraFormText           *self,
              const MattraTableContext *context)
{
  g_set_object (&self->plan, context->plan);
  self->context = *context;
  self->context.plan = self->plan;
  self->context.division = NULL;
  mattra_form_text_view_set_digits (self->view, context->digits);
}

static void
turn_to (MattraFormText        *self,
         const MattraFormPlace *place)
{
  if (mattra_form_place_equal (&self->shown, place))
    return;
  mattra_form_place_copy (&self->shown, place);
  forget_typed (self);
  g_clear_pointer (&self->sent, g_free);
  g_clear_pointer (&self->value, g_free);
  self->editing = FALSE;
}

static char *
dup_mark (MattraFormText           *self,
          const MattraTableContext *context,
          MattraMeasure            *measure)
{
  g_auto (MattraCellLook) look = { 0 };

  mattra_table_cell_look (context, measure, get_field (self), &look);
  return g_steal_pointer (&look.mark);
}

static void
mattra_form_text_show (MattraFormCell           *cell,
                       const MattraTableContext *context,
                       MattraMeasure            *measure)
{
  MattraFormText *self = MATTRA_FORM_TEXT (cell);
  const MattraFormPlace *place = mattra_form_cell_get_place (cell);
  g_autofree char *text = mattra_cell_dup_exactly (context->plan, measure, place->field, context->round,
                                                   place->division);
  g_autofree char *value = mattra_table_cell_dup_words (context, place->field, text);

  turn_to (self, place);
  take_context (self, context);
  if (self->typed && self->value && !g_str_equal (self->value, value))
    self->overtaken = TRUE;
  g_free (self->value);
  self->value = g_steal_pointer (&value);
  g_free (self->mark);
  self->mark = dup_mark (self, context, measure);
  if (!self->typed && self->sent == NULL)
    set_view_text (self, self->value);
  show_note (self);
  show_face (self);
}

static void
mattra_form_text_set_read_only (MattraFormCell *cell,
                                const char     *why)
{
  MattraFormText *self = MATTRA_FORM_TEXT (cell);

  gtk_text_view_set_editable (self->view, why == NULL);
  if (why)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "mattra-read-only");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "mattra-read-only");
}

/* Keys and focus */

static gboolean
escape (MattraFormText *self)
{
  gboolean editing = self->typed || (self->face && self->editing && *self->value);

  if (editing)
    give_up (self);
  return editing;
}

/* Reading only, a key that would type says why. */
static void
say_why (MattraFormText  *self,
         guint            keyval,
         GdkModifierType  state)
{
  const char *why = mattra_form_cell_get_why (as_cell (self));

  if (why && (state & ~GDK_SHIFT_MASK) == 0 && g_unichar_isprint (gdk_keyval_to_unicode (keyval)))
    mattra_form_cell_set_note (as_cell (self), why, "warning");
}

/* Enter and Escape belong to the input method while it composes a word. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraFormText        *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (self->composing)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return state == 0 && escape (self);
  say_why (self, keyval, state);
  if (!enter)
    return FALSE;
  if (state == GDK_CONTROL_MASK || (state == 0 && self->kind == MATTRA_FORM_LINE))
    {
      mattra_form_cell_commit (as_cell (self));
      return TRUE;
    }
  if (self->kind != MATTRA_FORM_LINE && state == GDK_ALT_MASK)
    gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (self->view), "\n", 1,
                                                  gtk_text_view_get_editable (self->view));
  return self->kind == MATTRA_FORM_LINE || state == GDK_ALT_MASK;
}

static void
preedit_changed (MattraFormText *self,
                 const char     *preedit)
{
  self->composing = *preedit != '\0';
}

static void
left (MattraFormText *self)
{
  mattra_form_cell_commit (as_cell (self));
  if (self->typed || !self->editing)
    return;
  self->editing = FALSE;
  show_face (self);
}

/* The object */

static void
mattra_form_text_dispose (GObject *object)
{
  MattraFormText *self = MATTRA_FORM_TEXT (object);

  g_clear_object (&self->plan);
  self->face = NULL;
  G_OBJECT_CLASS (mattra_form_text_parent_class)->dispose (object);
}

static void
mattra_form_text_finalize (GObject *object)
{
  MattraFormText *self = MATTRA_FORM_TEXT (object);

  mattra_form_place_clear (&self->shown);
  g_free (self->value);
  g_free (self->mark);
  g_free (self->sent);
  g_free (self->refusal);
  G_OBJECT_CLASS (mattra_form_text_parent_class)->finalize (object);
}

static void
mattra_form_text_class_init (MattraFormTextClass *klass)
{
  MattraFormCellClass *cell_class = MATTRA_FORM_CELL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_form_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_form_text_finalize;
  cell_class->show = mattra_form_text_show;
  cell_class->set_read_only = mattra_form_text_set_read_only;
  cell_class->commit = mattra_form_text_commit;
  cell_class->put_draft = mattra_form_text_put_draft;
  cell_class->dup_draft = mattra_form_text_dup_draft;
  cell_class->settled = mattra_form_text_settled;
}

static void
mattra_form_text_init (MattraFormText *self)
{
}

static void
add_controllers (MattraFormText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_History"), "form-cell.history");
  return G_MENU_MODEL (menu);
}

/**
 * mattra_form_text_new:
 * @session: the session
 * @kind: what is typed into it
 *
 * Returns: (transfer floating): a field that is typed
 */
GtkWidget *
mattra_form_text_new (MattraSession      *session,
                      MattraFormTextKind  kind)
{
  MattraFormText *self = g_object_new (MATTRA_TYPE_FORM_TEXT, NULL);
  g_autoptr (GMenuModel) menu = new_menu ();

  self->kind = kind;
  self->view = mattra_form_text_view_new (kind);
  gtk_text_view_set_extra_menu (self->view, menu);
  mattra_form_cell_set_session (as_cell (self), session);
  mattra_form_cell_set_content (as_cell (self), GTK_WIDGET (self->view), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (text_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed), self, G_CONNECT_SWAPPED);
  add_controllers (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_form_text_get_view:
 * @self: a field
 *
 * Returns: (transfer none): what is typed into
 */
GtkTextView *
mattra_form_text_get_view (MattraFormText *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_TEXT (self), NULL);

  return self->view;
}

/**
 * mattra_form_text_get_context:
 * @self: a field that shows a measure
 *
 * Returns: (transfer none): under what its text is understood
 */
const MattraTableContext *
mattra_form_text_get_context (MattraFormText *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_TEXT (self), NULL);

  return &self->context;
}
