/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-setting-text.h"

#include <glib/gi18n-lib.h>

#include "mattra-report-choices.h"

struct _MattraSettingText
{
  AdwPreferencesRow parent_instance;

  MattraFormTextKind kind;
  gboolean has_placeholders;
  GtkTextView *view;
  GtkWidget *state; /* whether it is the proposed text */
  GtkWidget *reset;
  GtkWidget *hint;  /* what is wrong with it */
  char *shown;      /* what the register has, or will have once it is written; what differs from it was typed */
  char *proposed;
  gboolean composing; /* the input method holds a word that is not finished */
  gboolean filling;
  gboolean drafted;   /* somebody was told of what was typed */
};

G_DEFINE_FINAL_TYPE (MattraSettingText, mattra_setting_text, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_COMMIT,
  SIGNAL_DRAFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_typed (MattraSettingText *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->view);

  return !g_str_equal (text, self->shown);
}

/* Whether it is the office's own text that is shown. */
static gboolean
is_own (MattraSettingText *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->view);

  return !g_str_equal (g_strstrip (text), self->proposed);
}

static void
update (MattraSettingText *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->view);
  g_autofree char *fault = self->has_placeholders ? mattra_report_check_text (text) : NULL;

  gtk_label_set_text (GTK_LABEL (self->hint), fault ? fault : "");
  gtk_widget_set_visible (self->hint, fault != NULL);
  gtk_widget_set_visible (self->state, *self->proposed != '\0' && !is_own (self));
  gtk_widget_set_sensitive (self->reset, is_own (self));
}

/* What was typed is told of until it is kept or given up; what the register says was not typed. */
static void
tell (MattraSettingText *self)
{
  g_autofree char *text = is_typed (self) ? mattra_form_text_view_dup_text (self->view) : NULL;

  if (self->filling || (text == NULL && !self->drafted))
    return;
  self->drafted = text != NULL;
  g_signal_emit (self, signals[SIGNAL_DRAFT], 0, text);
}

static void
text_changed (MattraSettingText *self)
{
  update (self);
  tell (self);
}

static void
show_text (MattraSettingText *self,
           const char        *text)
{
  g_free (self->shown);
  self->shown = g_strdup (text);
  self->filling = TRUE;
  mattra_form_text_view_set_text (self->view, text);
  self->filling = FALSE;
  mattra_form_text_view_forget_undo (self->view);
  text_changed (self);
}

/* An empty text is none, and the proposed one is not the office's own. */
static void
commit (MattraSettingText *self)
{
  g_autofree char *text = mattra_form_text_view_dup_text (self->view);
  gboolean own;

  g_strstrip (text);
  own = *text != '\0' && !g_str_equal (text, self->proposed);
  show_text (self, own ? text : self->proposed);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, own ? text : NULL);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraSettingText     *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (self->composing)
    return FALSE;
  if (keyval == GDK_KEY_Escape && state == 0 && is_typed (self))
    {
      g_autofree char *shown = g_strdup (self->shown);

      show_text (self, shown);
      return TRUE;
    }
  if (!enter || (self->kind != MATTRA_FORM_LINE && state != GDK_CONTROL_MASK))
    return FALSE;
  mattra_setting_text_commit (self);
  return TRUE;
}

static void
preedit_changed (MattraSettingText *self,
                 const char        *preedit)
{
  self->composing = *preedit != '\0';
}

static void
act_insert (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MattraSettingText *self = MATTRA_SETTING_TEXT (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  if (!gtk_text_view_get_editable (self->view))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* What is selected is left out where data in it are not known. */
static void
act_bracket (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MattraSettingText *self = MATTRA_SETTING_TEXT (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *selected = NULL;
  g_autofree char *bracketed = NULL;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  bracketed = g_strdup_printf ("[%s]", selected);
  act_insert (widget, name, g_variant_new_string (bracketed));
}

static void
act_reset (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MattraSettingText *self = MATTRA_SETTING_TEXT (widget);

  self->filling = TRUE;
  mattra_form_text_view_set_text (self->view, self->proposed);
  self->filling = FALSE;
  commit (self);
}

static gboolean
mattra_setting_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MATTRA_SETTING_TEXT (widget)->view));
}

static void
mattra_setting_text_finalize (GObject *object)
{
  MattraSettingText *self = MATTRA_SETTING_TEXT (object);

  g_free (self->shown);
  g_free (self->proposed);
  G_OBJECT_CLASS (mattra_setting_text_parent_class)->finalize (object);
}

static void
mattra_setting_text_class_init (MattraSettingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mattra_setting_text_finalize;
  widget_class->grab_focus = mattra_setting_text_grab_focus;
  signals[SIGNAL_COMMIT] = g_signal_new ("commit", MATTRA_TYPE_SETTING_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_SETTING_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "text.insert", "s", act_insert);
  gtk_widget_class_install_action (widget_class, "text.bracket", NULL, act_bracket);
  gtk_widget_class_install_action (widget_class, "text.reset", NULL, act_reset);
}

static void
mattra_setting_text_init (MattraSettingText *self)
{
  self->shown = g_strdup ("");
  self->proposed = g_strdup ("");
}

static GMenuModel *
make_menu (void)
{
  g_autofree const char **names = mattra_report_list_placeholders ();
  g_autoptr (GMenu) data = g_menu_new ();
  g_autoptr (GMenu) brackets = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (names[i], NULL);
      g_autofree char *text = g_strdup_printf ("{%s}", names[i]);

      g_menu_item_set_action_and_target (item, "text.insert", "s", text);
      g_menu_append_item (data, item);
    }
  g_menu_append (brackets, _("Left Out Where Not Known: [ ]"), "text.bracket");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (data));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (brackets));
  return G_MENU_MODEL (menu);
}

static void
add_buttons (MattraSettingText *self,
             GtkWidget         *head)
{
  if (self->has_placeholders)
    {
      g_autoptr (GMenuModel) model = make_menu ();
      GtkWidget *menu = gtk_menu_button_new ();

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "list-add-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
      gtk_widget_set_tooltip_text (menu, _("Insert What Is Filled In When It Prints"));
      gtk_widget_add_css_class (menu, "flat");
      gtk_box_append (GTK_BOX (head), menu);
    }
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _("Use the Proposed Text Again"));
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reset), "text.reset");
  gtk_box_append (GTK_BOX (head), self->reset);
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
add_view (MattraSettingText *self,
          GtkWidget         *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = mattra_form_text_view_new (self->kind);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (mattra_setting_text_commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (text_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
}

/**
 * mattra_setting_text_new:
 * @title: what the text is
 * @kind: how it is typed
 * @has_placeholders: whether data can be named in it
 *
 * Returns: (transfer floating): the row, empty
 */
GtkWidget *
mattra_setting_text_new (const char         *title,
                         MattraFormTextKind  kind,
                         gboolean            has_placeholders)
{
  MattraSettingText *self = g_object_new (MATTRA_TYPE_SETTING_TEXT, "activatable", FALSE, "focusable", FALSE,
                                          "use-markup", FALSE, "title", title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = new_label (title, "dim-label");

  self->kind = kind;
  self->has_placeholders = has_placeholders;
  self->state = new_label (_("as proposed"), "accent");
  self->hint = new_label ("", "warning");
  gtk_label_set_wrap (GTK_LABEL (self->state), FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->state);
  add_buttons (self, head);
  gtk_box_append (GTK_BOX (box), head);
  add_view (self, box);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-office-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_setting_text_show:
 * @self: a row
 * @own: (nullable): the office's own text
 * @proposed: what prints without one
 *
 * Shows what the register has. What is being typed stays.
 */
void
mattra_setting_text_show (MattraSettingText *self,
                          const char        *own,
                          const char        *proposed)
{
  gboolean typed;

  g_return_if_fail (MATTRA_IS_SETTING_TEXT (self) && proposed != NULL);

  typed = is_typed (self);
  g_free (self->proposed);
  self->proposed = g_strdup (proposed);
  if (typed)
    update (self);
  else
    show_text (self, own ? own : proposed);
}

/**
 * mattra_setting_text_refuse:
 * @self: a row
 * @text: (nullable): what was committed
 *
 * The register has not taken the text: it is one that is being typed again, unless another was typed since.
 */
void
mattra_setting_text_refuse (MattraSettingText *self,
                            const char        *text)
{
  g_return_if_fail (MATTRA_IS_SETTING_TEXT (self));

  if (is_typed (self))
    return;
  show_text (self, "");
  mattra_form_text_view_set_text (self->view, text ? text : self->proposed);
}

/**
 * mattra_setting_text_commit:
 * @self: a row
 *
 * Commits what was typed, if anything.
 */
void
mattra_setting_text_commit (MattraSettingText *self)
{
  g_return_if_fail (MATTRA_IS_SETTING_TEXT (self));

  if (is_typed (self))
    commit (self);
}

/**
 * mattra_setting_text_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): the text as it stands there
 */
char *
mattra_setting_text_dup_text (MattraSettingText *self)
{
  g_return_val_if_fail (MATTRA_IS_SETTING_TEXT (self), NULL);

  return mattra_form_text_view_dup_text (self->view);
}

/**
 * mattra_setting_text_type:
 * @self: a row
 * @text: a text
 *
 * Puts a text there as if the user had typed it.
 */
void
mattra_setting_text_type (MattraSettingText *self,
                          const char        *text)
{
  g_return_if_fail (MATTRA_IS_SETTING_TEXT (self) && text != NULL);

  mattra_form_text_view_type (self->view, text);
}
