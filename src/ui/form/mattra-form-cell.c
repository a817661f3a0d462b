/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-cell.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-table-columns.h"

typedef struct
{
  GtkWidget *head;
  GtkLabel *title;
  GtkWidget *tool;
  char *tool_words;
  GtkWidget *history;
  GtkLabel *note;
  GtkWidget *focus;

  MattraSession *session;
  MattraFormPlace place;
  char *why;   /* it can't be changed */
  const char *note_style;
} MattraFormCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MattraFormCell, mattra_form_cell, GTK_TYPE_BOX)

enum
{
  SIGNAL_DRAFT,
  SIGNAL_SETTLED,
  SIGNAL_KEPT,
  SIGNAL_HISTORY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraFormCellPrivate *
get_private (MattraFormCell *self)
{
  return mattra_form_cell_get_instance_private (self);
}

static void
ask_history (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MattraFormCell *self = MATTRA_FORM_CELL (widget);

  if (get_private (self)->place.measure != NULL)
    g_signal_emit (self, signals[SIGNAL_HISTORY], 0, get_private (self)->history);
}

/* Acts. What an act was given is kept until it is over: a text that was refused is not lost. */

typedef struct
{
  MattraFormCell *cell;
  MattraFormPlace place;
  char *text;
} Waiting;

static Waiting *
waiting_new (MattraFormCell *self,
             const char     *text)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->cell = g_object_ref (self);
  mattra_form_place_copy (&waiting->place, &get_private (self)->place);
  waiting->text = g_strdup (text);
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->cell);
  mattra_form_place_clear (&waiting->place);
  g_free (waiting->text);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
act_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  MattraFormCell *self = waiting->cell;
  MattraFormCellClass *klass = MATTRA_FORM_CELL_GET_CLASS (self);
  gboolean here = mattra_form_place_equal (&waiting->place, &get_private (self)->place);
  g_autoptr (GError) error = NULL;

  mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error);
  if (error && waiting->text && (!here || gtk_widget_get_root (GTK_WIDGET (self)) == NULL))
    g_signal_emit (self, signals[SIGNAL_KEPT], 0, &waiting->place, waiting->text);
  else if (here && klass->settled)
    klass->settled (self, waiting->text, error);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

/**
 * mattra_form_cell_act:
 * @self: a cell
 * @text: its new text
 *
 * Commits a text.
 */
void
mattra_form_cell_act (MattraFormCell *self,
                      const char     *text)
{
  MattraFormCellPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && text != NULL);

  mattra_form_act_set (priv->session, "set", &priv->place, text, act_done, waiting_new (self, text));
}

/**
 * mattra_form_cell_tick:
 * @self: a cell
 * @step: ULID of a step
 * @occurrence: which time of the round
 * @done: whether it was done
 *
 * Commits a tick.
 */
void
mattra_form_cell_tick (MattraFormCell *self,
                       const char     *step,
                       guint           occurrence,
                       gboolean        done)
{
  MattraFormCellPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && step != NULL);

  mattra_form_act_tick (priv->session, &priv->place, step, occurrence, done, act_done, waiting_new (self, NULL));
}

/**
 * mattra_form_cell_draft:
 * @self: a cell
 * @text: (nullable): what is typed now
 *
 * Tells what is being typed.
 */
void
mattra_form_cell_draft (MattraFormCell *self,
                        const char     *text)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (self));

  g_signal_emit (self, signals[SIGNAL_DRAFT], 0, text);
}

/* What it looks like */

static void
show_names (MattraFormCell *self,
            MattraPlan     *plan,
            const char     *whose)
{
  MattraFormCellPrivate *priv = get_private (self);
  g_autofree char *title = mattra_table_field_dup_title (plan, priv->place.field);
  g_autofree char *name = whose ? g_strdup_printf ("%s, %s", title, whose) : g_strdup (title);
  g_autofree char *history = g_strdup_printf (_("History: %s"), name);

  gtk_label_set_text (priv->title, title);
  gtk_widget_set_visible (GTK_WIDGET (priv->history), !g_str_has_prefix (priv->place.field, MATTRA_CELL_CARRIED));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->history), GTK_ACCESSIBLE_PROPERTY_LABEL, history, -1);
  if (priv->focus)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What the table of permissions says of who uses the window. Ticks on steps are the answer's, not the plan's. */
static char *
dup_refusal (MattraFormCell           *self,
             const MattraTableContext *context,
             MattraMeasure            *measure)
{
  const MattraFormPlace *place = &get_private (self)->place;
  const MattraActor *actor = mattra_session_get_actor (get_private (self)->session);
  MattraReason reason = MATTRA_REASON_NONE;

  if (actor && (mattra_cell_is_answer (place->field) || g_str_equal (place->field, "steps")))
    reason = mattra_actor_ask (actor, context->plan, measure, MATTRA_ACTION_EDIT_ANSWER, place->round, place->division);
  else if (actor)
    reason = mattra_permission_ask (actor->role, MATTRA_ACTION_EDIT_PLAN, FALSE, MATTRA_REVIEW_DRAFT);
  return reason != MATTRA_REASON_NONE ? g_strdup (mattra_reason_to_text (reason)) : NULL;
}

/* A tool changes what stands there; of steps that is the plan. */
static void
show_tool (MattraFormCell *self,
           const char     *why)
{
  MattraFormCellPrivate *priv = get_private (self);
  g_autofree char *of_plan = NULL;

  if (why == NULL && g_str_equal (priv->place.field, "steps"))
    mattra_actor_can (mattra_session_get_actor (priv->session), MATTRA_ACTION_EDIT_PLAN, &of_plan);
  if (of_plan != NULL)
    why = of_plan;
  gtk_widget_set_sensitive (priv->tool, why == NULL);
  gtk_widget_set_tooltip_text (priv->tool, why != NULL ? why : priv->tool_words);
}

static void
show_read_only (MattraFormCell           *self,
                const MattraTableContext *context,
                MattraMeasure            *measure)
{
  MattraFormCellPrivate *priv = get_private (self);
  MattraFormCellClass *klass = MATTRA_FORM_CELL_GET_CLASS (self);
  char *why = NULL;

  if (mattra_session_get_read_only (priv->session))
    why = g_strdup (_("This register is open for reading only."));
  else if (mattra_cell_is_open (context->plan, priv->place.field, context->round, &why))
    why = dup_refusal (self, context, measure);
  g_free (priv->why);
  priv->why = why;
  if (klass->set_read_only)
    klass->set_read_only (self, why);
  if (priv->tool)
    show_tool (self, why);
  if (priv->focus == NULL)
    return;
  gtk_widget_set_tooltip_text (priv->focus, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, why != NULL,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why ? why : "", -1);
}

/**
 * mattra_form_cell_show:
 * @self: a cell
 * @context: under what it is looked at
 * @place: what it stands for
 * @measure: the measure as the register has it
 * @whose: (nullable): name of the division that answers, where several do
 *
 * Shows the cell of a measure; what was typed for the place and not committed stays.
 */
void
mattra_form_cell_show (MattraFormCell           *self,
                       const MattraTableContext *context,
                       const MattraFormPlace    *place,
                       MattraMeasure            *measure,
                       const char               *whose)
{
  MattraFormCellPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && MATTRA_IS_MEASURE (measure));

  mattra_form_place_copy (&priv->place, place);
  show_names (self, context->plan, whose);
  show_read_only (self, context, measure);
  MATTRA_FORM_CELL_GET_CLASS (self)->show (self, context, measure);
}

/**
 * mattra_form_cell_set_whose:
 * @self: a cell that shows a measure
 * @whose: name of the division that answers
 *
 * Has the name stand in the head of the cell.
 */
void
mattra_form_cell_set_whose (MattraFormCell *self,
                            const char     *whose)
{
  g_autofree char *title = NULL;

  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && whose != NULL);

  title = g_strdup_printf ("%s · %s", gtk_label_get_text (get_private (self)->title), whose);
  gtk_label_set_text (get_private (self)->title, title);
}

/**
 * mattra_form_cell_set_note:
 * @self: a cell
 * @note: (nullable): what there is to say below it
 * @style: (nullable): style class of the note
 *
 * Says something below the cell.
 */
void
mattra_form_cell_set_note (MattraFormCell *self,
                           const char     *note,
                           const char     *style)
{
  MattraFormCellPrivate *priv = get_private (self);

  g_return_if_fail (MATTRA_IS_FORM_CELL (self));

  if (priv->note_style)
    gtk_widget_remove_css_class (GTK_WIDGET (priv->note), priv->note_style);
  priv->note_style = style;
  if (style)
    gtk_widget_add_css_class (GTK_WIDGET (priv->note), style);
  gtk_label_set_text (priv->note, note ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->note), note != NULL && *note != '\0');
  if (priv->focus && priv->why == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    note ? note : "", -1);
}

/**
 * mattra_form_cell_set_content:
 * @self: a cell
 * @content: what stands below its head
 * @focus: (nullable): what of it is named by the head
 *
 * Sets what the cell is changed with.
 */
void
mattra_form_cell_set_content (MattraFormCell *self,
                              GtkWidget      *content,
                              GtkWidget      *focus)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && GTK_IS_WIDGET (content));

  get_private (self)->focus = focus;
  gtk_box_insert_child_after (GTK_BOX (self), content, get_private (self)->head);
}

/**
 * mattra_form_cell_add_tool:
 * @self: a cell
 * @tool: a button
 *
 * Puts a button into the head.
 */
void
mattra_form_cell_add_tool (MattraFormCell *self,
                           GtkWidget      *tool)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && GTK_IS_WIDGET (tool));

  gtk_widget_set_valign (tool, GTK_ALIGN_CENTER);
  get_private (self)->tool = tool;
  get_private (self)->tool_words = g_strdup (gtk_widget_get_tooltip_text (tool));
  gtk_grid_attach_next_to (GTK_GRID (get_private (self)->head), tool, get_private (self)->history, GTK_POS_LEFT,
                           1, 1);
}

void
mattra_form_cell_set_session (MattraFormCell *self,
                              MattraSession  *session)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && MATTRA_IS_SESSION (session));

  g_set_object (&get_private (self)->session, session);
}

MattraSession *
mattra_form_cell_get_session (MattraFormCell *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), NULL);

  return get_private (self)->session;
}

GtkWidget *
mattra_form_cell_get_focus (MattraFormCell *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), NULL);

  return get_private (self)->focus;
}

const char *
mattra_form_cell_get_title (MattraFormCell *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), NULL);

  return gtk_label_get_text (get_private (self)->title);
}

const MattraFormPlace *
mattra_form_cell_get_place (MattraFormCell *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), NULL);

  return &get_private (self)->place;
}

/**
 * mattra_form_cell_get_why:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): why it can't be changed; %NULL where it can
 */
const char *
mattra_form_cell_get_why (MattraFormCell *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), NULL);

  return get_private (self)->why;
}

/**
 * mattra_form_cell_is_read_only:
 * @self: a cell
 *
 * Returns: whether nothing in the register can be changed, by whomever
 */
gboolean
mattra_form_cell_is_read_only (MattraFormCell *self)
{
  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), TRUE);

  return mattra_session_get_read_only (get_private (self)->session);
}

/**
 * mattra_form_cell_commit:
 * @self: a cell
 *
 * Commits what was typed.
 */
void
mattra_form_cell_commit (MattraFormCell *self)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (self));

  if (MATTRA_FORM_CELL_GET_CLASS (self)->commit)
    MATTRA_FORM_CELL_GET_CLASS (self)->commit (self);
}

/**
 * mattra_form_cell_put_draft:
 * @self: a cell
 * @text: a text that was typed and not committed
 *
 * Shows the text as if it had just been typed.
 */
void
mattra_form_cell_put_draft (MattraFormCell *self,
                            const char     *text)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (self) && text != NULL);

  if (MATTRA_FORM_CELL_GET_CLASS (self)->put_draft)
    MATTRA_FORM_CELL_GET_CLASS (self)->put_draft (self, text);
}

/**
 * mattra_form_cell_dup_draft:
 * @self: a cell
 *
 * Returns: (transfer full) (nullable): what was typed and not committed
 */
char *
mattra_form_cell_dup_draft (MattraFormCell *self)
{
  MattraFormCellClass *klass = NULL;

  g_return_val_if_fail (MATTRA_IS_FORM_CELL (self), NULL);

  klass = MATTRA_FORM_CELL_GET_CLASS (self);
  return klass->dup_draft ? klass->dup_draft (self) : NULL;
}

/* The object */

static void
mattra_form_cell_dispose (GObject *object)
{
  g_clear_object (&get_private (MATTRA_FORM_CELL (object))->session);
  G_OBJECT_CLASS (mattra_form_cell_parent_class)->dispose (object);
}

static void
mattra_form_cell_finalize (GObject *object)
{
  MattraFormCellPrivate *priv = get_private (MATTRA_FORM_CELL (object));

  mattra_form_place_clear (&priv->place);
  g_free (priv->why);
  g_free (priv->tool_words);
  G_OBJECT_CLASS (mattra_form_cell_parent_class)->finalize (object);
}

static void
mattra_form_cell_class_init (MattraFormCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_form_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_form_cell_finalize;
  gtk_widget_class_install_action (widget_class, "form-cell.history", NULL, ask_history);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, GDK_SHIFT_MASK, "form-cell.history", NULL);

  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_FORM_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", MATTRA_TYPE_FORM_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_FORM_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[SIGNAL_HISTORY] = g_signal_new ("history", MATTRA_TYPE_FORM_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static GtkWidget *
new_history_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-recent-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mattra-form-tool");
  gtk_widget_set_tooltip_text (button, _("Who changed it (Shift+F9)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form-cell.history");
  /* Tab goes from field to field; the keyboard has Shift+F9 and the menu of the field. */
  gtk_widget_set_focusable (button, FALSE);
  return button;
}

static void
mattra_form_cell_init (MattraFormCell *self)
{
  MattraFormCellPrivate *priv = get_private (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-form-cell");
  /* A box of label and button in one line measures its height in two ways that differ. */
  priv->head = gtk_grid_new ();
  priv->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (priv->title, 0);
  gtk_label_set_wrap (priv->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (priv->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->title), "mattra-form-title");
  priv->history = new_history_button ();
  gtk_widget_set_valign (priv->history, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (priv->head), GTK_WIDGET (priv->title), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (priv->head), priv->history, 2, 0, 1, 1);
  gtk_box_append (GTK_BOX (self), priv->head);
  priv->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (priv->note, 0);
  gtk_label_set_wrap (priv->note, TRUE);
  gtk_label_set_wrap_mode (priv->note, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (priv->note), "mattra-form-note");
  gtk_widget_set_visible (GTK_WIDGET (priv->note), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (priv->note));
}
