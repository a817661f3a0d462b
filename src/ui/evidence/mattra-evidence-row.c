/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "mattra-evidence-act.h"
#include "mattra-evidence-open.h"
#include "mattra-evidence-thumbnail.h"

/* As many steps or results as a menu can name without becoming longer than the screen. */
#define MOST_NAMED 20
#define MOST_CHARACTERS 40

struct _MattraEvidenceRow
{
  GtkListBoxRow parent_instance;

  MattraSession *session;
  char *id;
  MattraMeasure *measure;
  MattraEvidence *evidence;
  char *above;       /* behind which it stands when it is moved up; NULL: first */
  char *below;       /* behind which it stands when it is moved down */
  char *thumbnail;   /* SHA-256 of what the picture shows, or will */
  gboolean writing;  /* a caption is on its way to the register */

  GtkImage *picture;
  GtkEntry *caption;
  GtkLabel *detail;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (MattraEvidenceRow, mattra_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWindow *
find_window (MattraEvidenceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* The caption */

static const char *
kept_caption (MattraEvidenceRow *self)
{
  return self->evidence != NULL && self->evidence->caption != NULL ? self->evidence->caption : "";
}

static void
caption_written (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MattraEvidenceRow) self = user_data;

  /* A refusal is told by the session, and what was typed stays to be changed. */
  self->writing = FALSE;
  mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL);
}

/**
 * mattra_evidence_row_commit:
 * @self: a row
 *
 * Commits the caption that was typed.
 */
void
mattra_evidence_row_commit (MattraEvidenceRow *self)
{
  const char *text;

  g_return_if_fail (MATTRA_IS_EVIDENCE_ROW (self));

  text = gtk_editable_get_text (GTK_EDITABLE (self->caption));
  if (self->evidence == NULL || self->writing || !gtk_editable_get_editable (GTK_EDITABLE (self->caption))
      || g_str_equal (text, kept_caption (self)))
    return;
  self->writing = TRUE;
  mattra_evidence_act_caption (self->session, self->measure, self->evidence, text, caption_written, g_object_ref (self));
}

static gboolean
caption_key (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraEvidenceRow     *self)
{
  if (keyval != GDK_KEY_Escape
      || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->caption)), kept_caption (self)))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->caption), kept_caption (self));
  gtk_editable_set_position (GTK_EDITABLE (self->caption), -1);
  return TRUE;
}

/* Actions */

static void
open_it (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (widget);

  mattra_evidence_open (self->session, find_window (self), self->evidence);
}

static void
save_as (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (widget);

  mattra_evidence_save_as (self->session, find_window (self), self->evidence);
}

static void
copy_link (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), MATTRA_EVIDENCE_ROW (widget)->evidence->url);
}

static void
move_up (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (widget);

  mattra_evidence_act_move (self->session, self->measure, self->evidence, self->above);
}

static void
move_down (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (widget);

  mattra_evidence_act_move (self->session, self->measure, self->evidence, self->below);
}

static void
prove (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (widget);
  const char *item = g_variant_get_string (parameter, NULL);

  mattra_evidence_act_prove (self->session, self->measure, self->evidence, *item != '\0' ? item : NULL);
}

static void
take_away (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (widget);

  mattra_evidence_act_remove (self->session, self->measure, self->evidence);
}

/* The menu */

static void
append_item (GMenu      *menu,
             const char *form,
             guint       number,
             const char *text,
             const char *id)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > MOST_CHARACTERS ? g_utf8_substring (text, 0, MOST_CHARACTERS) : NULL;
  g_autofree char *words = start != NULL ? g_strconcat (start, "…", NULL) : g_strdup (text);
  g_autofree char *label = g_strdup_printf ("%s %u: %s", form, number, words);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "evidence.prove", "s", id);
  g_menu_append_item (menu, item);
}

static void
append_items (GMenu      *menu,
              const char *form,
              GPtrArray  *items)
{
  for (guint i = 0; i < MIN (items->len, MOST_NAMED); i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->id != NULL && !item->none)
        append_item (menu, form, i + 1, item->text, item->id);
    }
}

static GMenu *
new_proves (MattraEvidenceRow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) whole = g_menu_item_new (_("The answer as a whole"), NULL);
  MattraAnswer *answer = mattra_measure_find_answer (self->measure, self->evidence->round, self->evidence->division);

  g_menu_item_set_action_and_target (whole, "evidence.prove", "s", "");
  g_menu_append_item (menu, whole);
  append_items (menu, _("Step"), mattra_measure_get_items (self->measure, MATTRA_ITEM_STEP));
  if (answer != NULL)
    append_items (menu, _("Result"), mattra_answer_get_items (answer, MATTRA_ITEM_RESULT));
  return menu;
}

static void
append_changes (MattraEvidenceRow *self,
                GMenu             *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GMenu) proves = new_proves (self);

  g_menu_append_submenu (section, _("Proves"), G_MENU_MODEL (proves));
  g_menu_append (section, _("Move Up"), "evidence.up");
  g_menu_append (section, _("Move Down"), "evidence.down");
  g_menu_append (last, _("Remove"), "evidence.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
}

static void
set_menu (MattraEvidenceRow *self,
          gboolean           editable)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("Open"), "evidence.open");
  if (self->evidence->kind == MATTRA_EVIDENCE_LINK)
    g_menu_append (section, _("Copy Link"), "evidence.copy-link");
  else
    g_menu_append (section, _("Save a Copy…"), "evidence.save-as");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  if (editable)
    append_changes (self, menu);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
}

/* What is seen */

static const char *
icon_of (const MattraEvidence *evidence)
{
  if (evidence->kind == MATTRA_EVIDENCE_LINK)
    return "web-browser-symbolic";
  if (mattra_evidence_is_picture (evidence))
    return "image-x-generic-symbolic";
  return g_str_has_suffix (mattra_evidence_type_extension (evidence->media_type), "xlsx") ? "x-office-spreadsheet-symbolic"
                                                                                          : "x-office-document-symbolic";
}

typedef struct
{
  MattraEvidenceRow *row;
  char *sha256;
} Wanted;

static void
thumbnail_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Wanted *wanted = user_data;
  g_autoptr (MattraEvidenceRow) self = wanted->row;
  g_autofree char *sha256 = wanted->sha256;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = mattra_evidence_thumbnail_load_finish (result, &error);

  g_free (wanted);
  if (g_strcmp0 (sha256, self->thumbnail) != 0)
    return;
  if (texture != NULL)
    gtk_image_set_from_paintable (self->picture, GDK_PAINTABLE (texture));
  else if (error != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->picture), error->message);
}

static void
show_picture (MattraEvidenceRow *self)
{
  const char *sha256 = mattra_evidence_is_picture (self->evidence) ? self->evidence->blob : NULL;
  Wanted *wanted;

  if (self->thumbnail != NULL && g_strcmp0 (self->thumbnail, sha256) == 0)
    return;
  g_free (self->thumbnail);
  self->thumbnail = g_strdup (sha256);
  gtk_image_set_from_icon_name (self->picture, icon_of (self->evidence));
  gtk_image_set_pixel_size (self->picture, sha256 != NULL ? MATTRA_EVIDENCE_THUMBNAIL : 24);
  if (sha256 == NULL)
    return;
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted) { g_object_ref (self), g_strdup (sha256) };
  mattra_evidence_thumbnail_load_async (self->session, sha256, thumbnail_loaded, wanted);
}

static void
show_detail (MattraEvidenceRow *self)
{
  const MattraEvidence *evidence = self->evidence;
  g_autofree char *item = mattra_evidence_describe_item (evidence, self->measure);
  g_autofree char *size = evidence->kind == MATTRA_EVIDENCE_FILE ? g_format_size (evidence->length) : NULL;
  g_autofree char *what = evidence->kind == MATTRA_EVIDENCE_LINK
                            ? g_strdup (evidence->url)
                            : g_strdup_printf ("%s · %s · %s", evidence->file_name,
                                               mattra_evidence_type_name (evidence->media_type), size);
  g_autofree char *text = item != NULL ? g_strdup_printf ("%s · %s", item, what) : g_strdup (what);

  gtk_label_set_text (self->detail, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), what);
}

/* What is being typed stays. */
static void
show_caption (MattraEvidenceRow    *self,
              const MattraEvidence *evidence,
              gboolean              editable)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->caption));
  gboolean changed = self->evidence != NULL && !g_str_equal (typed, kept_caption (self));
  const char *text = evidence->caption != NULL ? evidence->caption : "";

  if (!changed || !editable)
    gtk_editable_set_text (GTK_EDITABLE (self->caption), text);
  gtk_editable_set_editable (GTK_EDITABLE (self->caption), editable);
  gtk_entry_set_placeholder_text (self->caption, editable ? _("What does it show?") : _("No caption"));
}

/**
 * mattra_evidence_row_show:
 * @self: a row
 * @measure: the measure
 * @list: (element-type MattraEvidence): the evidence of the answer
 * @place: where in it the row's own is
 * @editable: whether it can be changed
 *
 * Shows what the register has.
 */
void
mattra_evidence_row_show (MattraEvidenceRow *self,
                          MattraMeasure     *measure,
                          GPtrArray         *list,
                          guint              place,
                          gboolean           editable)
{
  const MattraEvidence *evidence;

  g_return_if_fail (MATTRA_IS_EVIDENCE_ROW (self) && list != NULL && place < list->len);

  evidence = g_ptr_array_index (list, place);
  show_caption (self, evidence, editable);
  g_clear_pointer (&self->evidence, mattra_evidence_free);
  self->evidence = mattra_evidence_copy (evidence);
  g_set_object (&self->measure, measure);
  g_free (self->above);
  g_free (self->below);
  self->above = place > 1 ? g_strdup (((MattraEvidence *) g_ptr_array_index (list, place - 2))->id) : NULL;
  self->below = place + 1 < list->len ? g_strdup (((MattraEvidence *) g_ptr_array_index (list, place + 1))->id) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.up", editable && place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.down", editable && self->below != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.prove", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.remove", editable);
  show_picture (self);
  show_detail (self);
  set_menu (self, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mattra_evidence_get_text (self->evidence), -1);
}

/* The object */

static void
mattra_evidence_row_dispose (GObject *object)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->measure);
  G_OBJECT_CLASS (mattra_evidence_row_parent_class)->dispose (object);
}

static void
mattra_evidence_row_finalize (GObject *object)
{
  MattraEvidenceRow *self = MATTRA_EVIDENCE_ROW (object);

  g_clear_pointer (&self->evidence, mattra_evidence_free);
  g_free (self->id);
  g_free (self->above);
  g_free (self->below);
  g_free (self->thumbnail);
  G_OBJECT_CLASS (mattra_evidence_row_parent_class)->finalize (object);
}

static void
mattra_evidence_row_class_init (MattraEvidenceRowClass *klass)
{
  static const struct
  {
    const char *action;
    const char *parameter;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "evidence.open", NULL, open_it },   { "evidence.save-as", NULL, save_as }, { "evidence.copy-link", NULL, copy_link },
    { "evidence.up", NULL, move_up },     { "evidence.down", NULL, move_down },  { "evidence.prove", "s", prove },
    { "evidence.remove", NULL, take_away },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_evidence_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_evidence_row_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, actions[i].parameter, actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "evidence.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "evidence.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "evidence.remove", NULL);
}

static GtkWidget *
new_texts (MattraEvidenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->caption = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (self->caption, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "mattra-evidence-caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->caption), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Caption"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (caption_key), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (mattra_evidence_row_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->caption, "activate", G_CALLBACK (mattra_evidence_row_commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->caption), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->caption), focus);
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->detail, 0);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "mattra-form-note");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));
  return box;
}

static GtkWidget *
new_open_button (MattraEvidenceRow *self)
{
  GtkWidget *button = gtk_button_new ();

  self->picture = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), MATTRA_EVIDENCE_THUMBNAIL, MATTRA_EVIDENCE_THUMBNAIL);
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (self->picture));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mattra-evidence-open");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Open a copy"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.open");
  return button;
}

static void
mattra_evidence_row_init (MattraEvidenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_tooltip_text (self->menu, _("More"));
  gtk_box_append (GTK_BOX (box), new_open_button (self));
  gtk_box_append (GTK_BOX (box), new_texts (self));
  gtk_box_append (GTK_BOX (box), self->menu);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * mattra_evidence_row_new:
 * @session: the session
 * @evidence: ULID of the piece of evidence
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mattra_evidence_row_new (MattraSession *session,
                         const char    *evidence)
{
  MattraEvidenceRow *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && evidence != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_EVIDENCE_ROW, NULL);
  self->session = g_object_ref (session);
  self->id = g_strdup (evidence);
  return GTK_WIDGET (self);
}

/**
 * mattra_evidence_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): ULID of its piece of evidence
 */
const char *
mattra_evidence_row_get_id (MattraEvidenceRow *self)
{
  g_return_val_if_fail (MATTRA_IS_EVIDENCE_ROW (self), NULL);

  return self->id;
}
