/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-actor.h"
#include "mattra-choose-file.h"
#include "mattra-evidence-act.h"
#include "mattra-evidence-input.h"
#include "mattra-evidence-row.h"
#include "mattra-session-measure.h"

struct _MattraEvidenceView
{
  AdwBin parent_instance;

  MattraSession *session;
  char *wanted;          /* ULID of the measure */
  MattraRound round;
  char *division;
  MattraMeasure *measure; /* as it was loaded last */
  gboolean fed;           /* whoever owns the view has the measure and gives it anew */
  guint serial;           /* of the newest question to the register */
  guint n_reading;        /* what was dropped, pasted or chosen and is not read yet */

  GtkLabel *lacking;
  GtkWidget *list;
  GPtrArray *rows; /* MattraEvidenceRow, in their order */
  GtkLabel *refusal;
  GtkLabel *note;
  GtkWidget *buttons;
  GtkWidget *spinner;
  GtkWidget *popover;
  GtkEntry *link;
};

G_DEFINE_FINAL_TYPE (MattraEvidenceView, mattra_evidence_view, ADW_TYPE_BIN)

/* Whether it can be changed, and why not */

static const char *
find_refusal (MattraEvidenceView *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  MattraReason reason;

  if (mattra_session_get_read_only (self->session))
    return _("The register is open for reading only.");
  if (self->measure == NULL || plan == NULL || self->round == MATTRA_ROUND_NONE)
    return "";
  reason = mattra_actor_ask (mattra_session_get_actor (self->session), plan, self->measure, MATTRA_ACTION_ADD_EVIDENCE,
                             self->round, self->division);
  return reason != MATTRA_REASON_NONE ? mattra_reason_to_text (reason) : NULL;
}

static gboolean
is_editable (MattraEvidenceView *self)
{
  return self->measure != NULL && find_refusal (self) == NULL;
}

static void
show_refusal (MattraEvidenceView *self,
              const char         *text)
{
  gtk_label_set_text (self->refusal, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), text != NULL && *text != '\0');
  if (text != NULL && *text != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->refusal), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The list */

static MattraEvidenceRow *
find_row (MattraEvidenceView *self,
          const char         *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (mattra_evidence_row_get_id (g_ptr_array_index (self->rows, i)), id) == 0)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static gboolean
has_these (MattraEvidenceView *self,
           GPtrArray          *list)
{
  if (self->rows->len != list->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (mattra_evidence_row_get_id (g_ptr_array_index (self->rows, i)),
                   ((MattraEvidence *) g_ptr_array_index (list, i))->id) != 0)
      return FALSE;
  return TRUE;
}

/* Only another list is put anew; rows that stay keep what is typed in them. */
static void
arrange_rows (MattraEvidenceView *self,
              GPtrArray          *list)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (has_these (self, list))
    return;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < list->len; i++)
    {
      const char *id = ((MattraEvidence *) g_ptr_array_index (list, i))->id;
      MattraEvidenceRow *row = find_row (self, id);

      if (row == NULL)
        row = MATTRA_EVIDENCE_ROW (mattra_evidence_row_new (self->session, id));
      g_ptr_array_add (rows, g_object_ref_sink (row));
    }
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), g_ptr_array_index (rows, i));
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
}

static void
show_list (MattraEvidenceView *self)
{
  g_autoptr (GPtrArray) list = self->measure != NULL
                                 ? mattra_evidence_of_answer (self->measure, self->round, self->division)
                                 : g_ptr_array_new ();
  gboolean editable = is_editable (self);

  arrange_rows (self, list);
  for (guint i = 0; i < list->len; i++)
    mattra_evidence_row_show (g_ptr_array_index (self->rows, i), self->measure, list, i, editable);
  gtk_widget_set_visible (self->list, list->len > 0 || editable);
}

static void
update (MattraEvidenceView *self)
{
  const char *refusal = find_refusal (self);

  show_list (self);
  gtk_widget_set_visible (self->buttons, refusal == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.add-file", refusal == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.paste", refusal == NULL);
  gtk_label_set_text (self->note, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), refusal != NULL && *refusal != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->lacking),
                          self->measure != NULL
                            && mattra_evidence_is_lacking (self->measure, self->round, self->division));
}

/* What the register has. A measure that is no longer there is no error here. */

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraEvidenceView) self = user_data;
  g_autoptr (MattraMeasure) measure = NULL;
  guint serial = 0;

  if (!mattra_session_load_measure_finish (MATTRA_SESSION (source), result, &serial, &measure, NULL)
      || self->session == NULL || serial != self->serial)
    return;
  g_set_object (&self->measure, measure);
  update (self);
}

static void
reload (MattraEvidenceView *self)
{
  if (self->session != NULL && self->wanted != NULL)
    mattra_session_load_measure_async (self->session, self->wanted, ++self->serial, loaded, g_object_ref (self));
}

static void
measures_changed (MattraEvidenceView *self,
                  GPtrArray          *measures)
{
  if (self->wanted != NULL && !self->fed && (measures == NULL
                                             || g_ptr_array_find_with_equal_func (measures, self->wanted, g_str_equal, NULL)))
    reload (self);
}

/* Adding */

/* For whom it was, also where the view shows another answer when it is read. */
typedef struct
{
  MattraEvidenceView *view;
  MattraMeasure *measure;
  MattraRound round;
  char *division;
} Reading;

static Reading *
reading_new (MattraEvidenceView *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->view = g_object_ref (self);
  reading->measure = g_object_ref (self->measure);
  reading->round = self->round;
  reading->division = g_strdup (self->division);
  self->n_reading++;
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  show_refusal (self, NULL);
  return reading;
}

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->view);
  g_object_unref (reading->measure);
  g_free (reading->division);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
input_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  MattraEvidenceView *self = reading->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraEvidenceInput) input = mattra_evidence_input_finish (result, &error);
  g_autofree char *refused = NULL;

  if (self->session == NULL)
    return;
  if (--self->n_reading == 0)
    {
      gtk_spinner_stop (GTK_SPINNER (self->spinner));
      gtk_widget_set_visible (self->spinner, FALSE);
    }
  if (input == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  g_ptr_array_add (input->refusals, NULL);
  refused = g_strjoinv ("\n", (char **) input->refusals->pdata);
  show_refusal (self, refused);
  /* What the register refuses the window tells, as of any act. */
  if (input->drafts->len > 0)
    mattra_evidence_act_add (self->session, reading->measure, reading->round, reading->division, input->drafts, NULL,
                             NULL);
}

/**
 * mattra_evidence_view_take_files:
 * @self: a view
 * @files: (element-type GFile): files that were dropped or chosen
 *
 * Adds files to the answer; those that cannot be evidence are named, with the reason.
 */
void
mattra_evidence_view_take_files (MattraEvidenceView *self,
                                 GListModel         *files)
{
  g_return_if_fail (MATTRA_IS_EVIDENCE_VIEW (self) && G_IS_LIST_MODEL (files));

  if (is_editable (self))
    mattra_evidence_input_read_files (files, NULL, input_read, reading_new (self));
}

/**
 * mattra_evidence_view_take_links:
 * @self: a view
 * @text: links, one each line
 *
 * Adds links to the answer; what is no link is named, with the reason.
 */
void
mattra_evidence_view_take_links (MattraEvidenceView *self,
                                 const char         *text)
{
  g_return_if_fail (MATTRA_IS_EVIDENCE_VIEW (self) && text != NULL);

  if (is_editable (self))
    mattra_evidence_input_read_text (text, NULL, input_read, reading_new (self));
}

/**
 * mattra_evidence_view_paste:
 * @self: a view
 *
 * Adds what was copied: files, a picture, or links.
 */
void
mattra_evidence_view_paste (MattraEvidenceView *self)
{
  g_return_if_fail (MATTRA_IS_EVIDENCE_VIEW (self));

  if (is_editable (self))
    mattra_evidence_input_read_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, input_read,
                                          reading_new (self));
}

static void
paste (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  mattra_evidence_view_paste (MATTRA_EVIDENCE_VIEW (widget));
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MattraEvidenceView) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (file == NULL || self->session == NULL)
    return;
  g_list_store_append (files, file);
  mattra_evidence_view_take_files (self, G_LIST_MODEL (files));
}

static void
add_file (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  static const char *const patterns[] = { "*.[pP][dD][fF]", "*.[jJ][pP][gG]", "*.[jJ][pP][eE][gG]", "*.[pP][nN][gG]",
                                          "*.[dD][oO][cC][xX]", "*.[xX][lL][sS][xX]", "*.[oO][dD][tT]", NULL };
  const MattraFileWish wish = { .title = _("Add Evidence"), .accept = _("_Add"),
                                .filter = _("Documents and pictures (PDF, JPEG, PNG, DOCX, XLSX, ODT)"),
                                .patterns = patterns };
  GtkRoot *root = gtk_widget_get_root (widget);

  mattra_choose_file_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &wish, NULL, file_chosen,
                            g_object_ref (widget));
}

static void
link_typed (MattraEvidenceView *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->link)));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (*g_strstrip (text) == '\0')
    return;
  mattra_evidence_view_take_links (self, text);
  gtk_editable_set_text (GTK_EDITABLE (self->link), "");
}

static gboolean
dropped (GtkDropTarget      *target,
         const GValue       *value,
         double              x,
         double              y,
         MattraEvidenceView *self)
{
  g_autoptr (GListStore) files = NULL;
  g_autoptr (GSList) list = NULL;

  if (!is_editable (self))
    return FALSE;
  if (G_VALUE_HOLDS_STRING (value))
    {
      mattra_evidence_view_take_links (self, g_value_get_string (value));
      return TRUE;
    }
  files = g_list_store_new (G_TYPE_FILE);
  list = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *file = list; file != NULL; file = file->next)
    g_list_store_append (files, file->data);
  mattra_evidence_view_take_files (self, G_LIST_MODEL (files));
  return TRUE;
}

/* The object */

static void
mattra_evidence_view_dispose (GObject *object)
{
  MattraEvidenceView *self = MATTRA_EVIDENCE_VIEW (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->session);
  g_clear_object (&self->measure);
  G_OBJECT_CLASS (mattra_evidence_view_parent_class)->dispose (object);
}

static void
mattra_evidence_view_finalize (GObject *object)
{
  MattraEvidenceView *self = MATTRA_EVIDENCE_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_free (self->wanted);
  g_free (self->division);
  G_OBJECT_CLASS (mattra_evidence_view_parent_class)->finalize (object);
}

static void
mattra_evidence_view_class_init (MattraEvidenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_evidence_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_evidence_view_finalize;
  gtk_widget_class_install_action (widget_class, "evidence.add-file", NULL, add_file);
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "evidence.paste", NULL);
}

static GtkLabel *
new_label (const char *text,
           const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), "mattra-form-note");
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && style == NULL);
  return label;
}

static GtkWidget *
new_link_button (MattraEvidenceView *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *take = gtk_button_new_with_mnemonic (_("_Add"));

  self->link = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->link, "https://");
  gtk_entry_set_input_purpose (self->link, GTK_INPUT_PURPOSE_URL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->link), 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link"), -1);
  g_signal_connect_object (self->link, "activate", G_CALLBACK (link_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (take, "clicked", G_CALLBACK (link_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (take, "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->link));
  gtk_box_append (GTK_BOX (box), take);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Add Link…"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_buttons (MattraEvidenceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_widget_add_css_class (box, "mattra-evidence-buttons");
  gtk_box_append (GTK_BOX (box), new_button (_("Add File…"), "evidence.add-file"));
  gtk_box_append (GTK_BOX (box), new_link_button (self));
  gtk_box_append (GTK_BOX (box), new_button (_("Paste"), "evidence.paste"));
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_box_append (GTK_BOX (box), self->spinner);
  return box;
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkLabel *empty = new_label (_("Drop files or links here"), NULL);

  gtk_label_set_xalign (empty, 0.5);
  gtk_widget_add_css_class (GTK_WIDGET (empty), "mattra-evidence-empty");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), GTK_WIDGET (empty));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "mattra-evidence-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links and files"), -1);
  return list;
}

static void
mattra_evidence_view_init (MattraEvidenceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkLabel *title = new_label (_("Links and files"), NULL);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_remove_css_class (GTK_WIDGET (title), "mattra-form-note");
  gtk_widget_add_css_class (GTK_WIDGET (title), "mattra-form-title");
  self->list = new_list ();
  self->lacking = new_label (_("It is done, and nothing proves it yet."), "warning");
  self->refusal = new_label (NULL, "error");
  self->note = new_label (NULL, "dim-label");
  self->buttons = new_buttons (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (title));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lacking));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->refusal));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-evidence-view");
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * mattra_evidence_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): a view that shows no answer yet
 */
GtkWidget *
mattra_evidence_view_new (MattraSession *session)
{
  static const char *const watched[] = { "notify::plan", "notify::read-only", "notify::actor" };
  MattraEvidenceView *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_EVIDENCE_VIEW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (measures_changed), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (session, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* Returns: whether it is another answer than before, of which what was typed is committed. */
static gboolean
set_place (MattraEvidenceView *self,
           const char         *measure,
           MattraRound         round,
           const char         *division)
{
  if (g_strcmp0 (self->wanted, measure) == 0 && self->round == round && g_strcmp0 (self->division, division) == 0)
    return FALSE;
  mattra_evidence_view_commit (self);
  show_refusal (self, NULL);
  g_free (self->wanted);
  g_free (self->division);
  self->wanted = g_strdup (measure);
  self->round = round;
  self->division = g_strdup (division);
  g_clear_object (&self->measure);
  self->serial++;
  return TRUE;
}

/**
 * mattra_evidence_view_set_answer:
 * @self: a view
 * @measure: (nullable): ULID of a measure; %NULL for none
 * @round: a round
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 *
 * Shows the evidence of an answer, as soon as the register has told it.
 */
void
mattra_evidence_view_set_answer (MattraEvidenceView *self,
                                 const char         *measure,
                                 MattraRound         round,
                                 const char         *division)
{
  g_autofree char *copy = NULL;
  g_autofree char *division_copy = NULL;

  g_return_if_fail (MATTRA_IS_EVIDENCE_VIEW (self));

  copy = g_strdup (measure);
  division_copy = g_strdup (division);
  if (!set_place (self, copy, round, division_copy) && !self->fed)
    return;
  self->fed = FALSE;
  update (self);
  reload (self);
}

/**
 * mattra_evidence_view_show:
 * @self: a view
 * @measure: a measure as it was just loaded
 * @round: a round
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 *
 * Shows the evidence of an answer that is at hand. When the measure changes, whoever calls this calls it again.
 */
void
mattra_evidence_view_show (MattraEvidenceView *self,
                           MattraMeasure      *measure,
                           MattraRound         round,
                           const char         *division)
{
  g_autofree char *division_copy = NULL;

  g_return_if_fail (MATTRA_IS_EVIDENCE_VIEW (self) && MATTRA_IS_MEASURE (measure));

  division_copy = g_strdup (division);
  set_place (self, mattra_measure_get_id (measure), round, division_copy);
  self->fed = TRUE;
  self->serial++;
  g_set_object (&self->measure, measure);
  update (self);
}

/**
 * mattra_evidence_view_commit:
 * @self: a view
 *
 * Commits the captions that were typed.
 */
void
mattra_evidence_view_commit (MattraEvidenceView *self)
{
  g_return_if_fail (MATTRA_IS_EVIDENCE_VIEW (self));

  for (guint i = 0; i < self->rows->len; i++)
    mattra_evidence_row_commit (g_ptr_array_index (self->rows, i));
}
