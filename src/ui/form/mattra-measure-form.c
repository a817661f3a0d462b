/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-form-private.h"

#include "mattra-cell.h"
#include "mattra-compare-years.h"
#include "mattra-find.h"
#include "mattra-form-layout.h"

G_DEFINE_FINAL_TYPE (MattraMeasureForm, mattra_measure_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_NAVIGATE,
  SIGNAL_DRAFT,
  SIGNAL_KEPT,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
commit_cell (MattraMeasureForm *self,
             MattraFormCell    *cell)
{
  mattra_form_cell_commit (cell);
}

static void
show_measure (MattraMeasureForm *self)
{
  mattra_measure_form_show_page (self);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->scrolled));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.previous", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.next", TRUE);
  mattra_measure_form_focus_wanted (self);
}

static void
show_none (MattraMeasureForm *self)
{
  g_clear_object (&self->loaded);
  gtk_label_set_text (self->name, "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.previous", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.next", FALSE);
}

/* What the register has */

typedef struct
{
  guint serial;
  char *id;
  MattraMeasure *measure;
  char **changed;
  int origin_year;
  gboolean is_new;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->id);
  g_clear_object (&job->measure);
  g_strfreev (job->changed);
  g_free (job);
}

static char **
list_fields (GPtrArray *differences)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  for (guint i = 0; i < differences->len; i++)
    g_strv_builder_add (fields, ((const MattraDifference *) g_ptr_array_index (differences, i))->field);
  return g_strv_builder_end (fields);
}

/* Where it came from, and what was changed in it since. */
static gboolean
load_origin (MattraStore  *store,
             MattraPlan   *plan,
             Job          *job,
             GError      **error)
{
  g_autoptr (MattraOrigin) origin = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (!mattra_store_find_origin_year (store, mattra_plan_get_id (plan), &job->origin_year, error)
      || !mattra_store_load_origin (store, mattra_measure_get_id (job->measure), &origin, error))
    return FALSE;
  job->is_new = job->origin_year != 0 && origin == NULL;
  if (origin == NULL)
    return TRUE;
  job->origin_year = origin->fiscal_year;
  differences = mattra_compare_with_origin (plan, job->measure, origin, error);
  job->changed = differences != NULL ? list_fields (differences) : NULL;
  return differences != NULL;
}

/* A measure that is no longer there is no error here. */
static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;

  return mattra_find_measure_or_none (store, plan, job->id, &job->measure, error)
         && (job->measure == NULL || load_origin (store, plan, job, error));
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraMeasureForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Job *job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error) || self->session == NULL)
    {
      g_clear_pointer (&data, job_free);
      return;
    }
  job = data;
  if (job->serial == self->serial && gtk_widget_get_root (GTK_WIDGET (self)))
    {
      g_set_object (&self->loaded, job->measure);
      g_strfreev (self->changed);
      self->changed = g_steal_pointer (&job->changed);
      self->origin_year = job->origin_year;
      self->is_new = job->is_new;
      if (self->loaded)
        show_measure (self);
      else
        show_none (self);
    }
  job_free (job);
}

void
mattra_measure_form_reload (MattraMeasureForm *self)
{
  Job *job = NULL;

  if (self->measure == NULL || self->session == NULL)
    return;
  job = g_new0 (Job, 1);
  job->serial = ++self->serial;
  job->id = g_strdup (self->measure);
  mattra_session_query_async (self->session, load, job, job_free, loaded, g_object_ref (self));
}

static void
measures_changed (MattraMeasureForm *self,
                  GPtrArray         *measures)
{
  if (self->measure && (measures == NULL
                        || g_ptr_array_find_with_equal_func (measures, self->measure, g_str_equal, NULL)))
    mattra_measure_form_reload (self);
}

static void
show_again (MattraMeasureForm *self)
{
  if (self->loaded && g_strcmp0 (mattra_measure_get_id (self->loaded), self->measure) == 0)
    show_measure (self);
}

/* Round or division: what is typed belongs to the one before. */
static void
view_changed (MattraMeasureForm *self)
{
  mattra_measure_form_for_each_cell (self, commit_cell);
  show_again (self);
}

/* Actions and keys */

static void
navigate (MattraMeasureForm *self,
          int                delta)
{
  if (self->measure == NULL)
    return;
  mattra_measure_form_for_each_cell (self, commit_cell);
  g_signal_emit (self, signals[SIGNAL_NAVIGATE], 0, delta);
}

static void
go_previous (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  navigate (MATTRA_MEASURE_FORM (widget), -1);
}

static void
go_next (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  navigate (MATTRA_MEASURE_FORM (widget), 1);
}

static void
close_form (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MattraMeasureForm *self = MATTRA_MEASURE_FORM (widget);

  mattra_measure_form_for_each_cell (self, commit_cell);
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* Before a text view takes them for itself. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraMeasureForm     *self)
{
  gboolean up = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;
  gboolean down = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down;

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (state != GDK_CONTROL_MASK || (!up && !down))
    return FALSE;
  navigate (self, up ? -1 : 1);
  return TRUE;
}

/* The object */

static void
mattra_measure_form_dispose (GObject *object)
{
  MattraMeasureForm *self = MATTRA_MEASURE_FORM (object);

  mattra_measure_form_drop_history (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_MEASURE_FORM);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->loaded);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_measure_form_parent_class)->dispose (object);
}

static void
mattra_measure_form_finalize (GObject *object)
{
  MattraMeasureForm *self = MATTRA_MEASURE_FORM (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->kept);
  g_free (self->measure);
  g_strfreev (self->changed);
  g_free (self->answer_keys);
  g_free (self->wanted_field);
  G_OBJECT_CLASS (mattra_measure_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-measure-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, name);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, stack);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, empty);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, head);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, origin);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, carried);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, round);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, closed);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, answers);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, talk);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, more);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, extras);
}

static void
mattra_measure_form_class_init (MattraMeasureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_measure_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_measure_form_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, go_previous);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "form.close", NULL, close_form);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.close", NULL);

  signals[SIGNAL_NAVIGATE] = g_signal_new ("navigate", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT,
                                        G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT,
                                       G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
mattra_measure_form_init (MattraMeasureForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->kept = g_ptr_array_new_with_free_func (mattra_measure_form_kept_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
follow_session (MattraMeasureForm *self)
{
  static const struct
  {
    const char *signal;
    void (*follow) (MattraMeasureForm *self);
  } watched[] = {
    { "notify::plan", mattra_measure_form_reload },
    { "notify::round", view_changed },
    { "notify::division", view_changed },
    { "notify::read-only", show_again },
    { "notify::actor", show_again },
    { "notify::extras", show_again },
    { "notify::actor", show_again },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, G_CALLBACK (watched[i].follow), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (measures_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mattra_session_get_clock (self->session), "day-changed", G_CALLBACK (show_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_measure_form_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): a form that shows no measure yet
 */
GtkWidget *
mattra_measure_form_new (MattraSession *session,
                         GSettings     *settings)
{
  MattraMeasureForm *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_MEASURE_FORM, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  adw_bin_set_child (self->head, mattra_form_layout_build (session, MATTRA_FORM_PART_HEAD, self->cells));
  adw_bin_set_child (self->more, mattra_form_layout_build (session, MATTRA_FORM_PART_MORE, self->cells));
  mattra_measure_form_for_each_of (self, self->cells, mattra_measure_form_add_cell);
  follow_session (self);
  show_none (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_measure_form_get_measure:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): ULID of the measure it shows
 */
const char *
mattra_measure_form_get_measure (MattraMeasureForm *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_FORM (self), NULL);

  return self->measure;
}

/**
 * mattra_measure_form_set_measure:
 * @self: a form
 * @measure: (nullable): ULID of a measure
 *
 * Shows another measure; what was typed for the one before is committed.
 */
void
mattra_measure_form_set_measure (MattraMeasureForm *self,
                                 const char        *measure)
{
  char *copy = NULL;

  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self));

  if (g_strcmp0 (self->measure, measure) == 0)
    return;
  mattra_measure_form_for_each_cell (self, commit_cell);
  copy = g_strdup (measure);
  g_free (self->measure);
  self->measure = copy;
  self->serial++;
  if (measure == NULL)
    show_none (self);
  else
    mattra_measure_form_reload (self);
}

/**
 * mattra_measure_form_focus_field:
 * @self: a form
 * @field: a field
 *
 * Puts the focus into the field, as soon as the measure is there; without such a field into the title.
 */
void
mattra_measure_form_focus_field (MattraMeasureForm *self,
                                 const char        *field)
{
  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self) && field != NULL);

  g_free (self->wanted_field);
  self->wanted_field = g_strdup (field);
  if (self->loaded && g_strcmp0 (mattra_measure_get_id (self->loaded), self->measure) == 0)
    mattra_measure_form_focus_wanted (self);
}

/**
 * mattra_measure_form_set_draft:
 * @self: a form that shows a measure
 * @field: a field
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 * @text: a text that was typed and not committed
 *
 * Puts a text back into its field of the session's round, as if it had just been typed, with the focus in it, as
 * soon as the measure is there.
 */
void
mattra_measure_form_set_draft (MattraMeasureForm *self,
                               const char        *field,
                               const char        *division,
                               const char        *text)
{
  gboolean of_answer = FALSE;
  MattraFormPlace place = { 0 };

  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self) && field != NULL && text != NULL);
  g_return_if_fail (self->measure != NULL);

  of_answer = mattra_cell_is_answer (field);
  place.measure = self->measure;
  place.round = of_answer ? mattra_session_get_round (self->session) : MATTRA_ROUND_NONE;
  place.division = (char *) (of_answer ? division : NULL);
  place.field = (char *) field;
  mattra_measure_form_keep (self, &place, text, TRUE);
  show_again (self);
}

/**
 * mattra_measure_form_commit:
 * @self: a form
 *
 * Commits what was typed.
 */
void
mattra_measure_form_commit (MattraMeasureForm *self)
{
  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self));

  mattra_measure_form_for_each_cell (self, commit_cell);
}
