/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-find-bar.h"

#include <glib/gi18n-lib.h>

#include "mattra-find-hits.h"
#include "mattra-find-job.h"
#include "mattra-replace-window.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* Milliseconds from a change of the register or of a choice to a new search; typing has the entry's own. */
#define DELAY 200

struct _MattraFindBar
{
  AdwBin parent_instance;

  GtkSearchEntry *find;
  GtkEditable *replacement;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *replace;
  GtkWidget *replace_all;
  GtkDropDown *columns;
  GtkDropDown *scope;
  GtkCheckButton *fold;
  GtkLabel *reason;
  GtkStringList *column_names;

  MattraSession *session;
  MattraMeasureList *list;
  GSettings *settings;
  MattraFindHits *hits;
  char *field;            /* of the cell one stands on */
  char *field_title;
  char *failure;          /* why it could not be looked for */
  guint list_serial;      /* tells one order and choice of measures from another */
  guint due;
  int wanted;             /* the step to do as soon as the hits are there */
  gboolean looking;
  gboolean stale;
  int replacing;          /* place of the hit that is being replaced; -1: none */
  gboolean after_replace; /* go on from it to the next */
};

G_DEFINE_FINAL_TYPE (MattraFindBar, mattra_find_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_N_HITS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_GO_TO,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The order is that of the drop-downs in the template. */
enum
{
  COLUMNS_ALL,
  COLUMNS_THIS,
};

enum
{
  SCOPE_LIST,
  SCOPE_ALL,
};

static MattraDigits
get_digits (MattraFindBar *self)
{
  return (MattraDigits) g_settings_get_enum (self->settings, "digits");
}

static const char *
get_text (MattraFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->find));
}

static gboolean
in_list (MattraFindBar *self)
{
  return gtk_drop_down_get_selected (self->scope) == SCOPE_LIST;
}

/* What is shown */

static char *
write_count (MattraFindBar *self)
{
  guint n = mattra_find_hits_get_n (self->hits);
  int at = mattra_find_hits_get_at (self->hits);
  g_autofree char *all = mattra_digits_format ((int) n, mattra_word_digits (get_digits (self)));
  g_autofree char *here = mattra_digits_format (at + 1, mattra_word_digits (get_digits (self)));
  const char *more = n >= MATTRA_FIND_LIMIT ? "+" : "";

  if (*get_text (self) == '\0' || self->failure != NULL || mattra_find_hits_get_job (self->hits) == NULL)
    return g_strdup ("");
  if (n == 0)
    return g_strdup (_("Not found"));
  if (at >= 0)
    return g_strdup_printf (_("%s of %s%s cells"), here, all, more);
  return g_strdup_printf (ngettext ("%s%s cell", "%s%s cells", n), all, more);
}

/* Why the hit one stands on stays as it is, or why there are no hits at all. */
static const char *
find_reason (MattraFindBar *self)
{
  const MattraReplaceHit *hit = mattra_find_hits_get_current (self->hits);

  if (hit == NULL)
    return self->failure;
  if (hit->why)
    return hit->why;
  return hit->n == 0 ? _("Stands here in other letters: it is found but not replaced") : NULL;
}

static void
show_hits (MattraFindBar *self)
{
  g_autofree char *count = write_count (self);
  const char *reason = find_reason (self);
  gboolean any = mattra_find_hits_get_n (self->hits) > 0;
  gboolean may_write = any && !mattra_session_get_read_only (self->session);

  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->reason, reason ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_sensitive (self->next, any);
  gtk_widget_set_sensitive (self->previous, any);
  gtk_widget_set_sensitive (self->replace, may_write && reason == NULL);
  gtk_widget_set_sensitive (self->replace_all, may_write);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HITS]);
}

/* Searching */

static char **
list_measures (MattraFindBar *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  char **measures = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    measures[i] = g_strdup (mattra_measure_list_get_id (self->list, i));
  return measures;
}

static MattraFindJob *
make_job (MattraFindBar *self)
{
  MattraFindJob *job = g_new0 (MattraFindJob, 1);
  const char *division = in_list (self) ? mattra_session_get_division (self->session) : NULL;

  job->find = g_strdup (get_text (self));
  job->fold = gtk_check_button_get_active (self->fold);
  job->round = mattra_session_get_round (self->session);
  job->division = g_strdup (division && *division ? division : NULL);
  job->measures = in_list (self) ? list_measures (self) : NULL;
  if (gtk_drop_down_get_selected (self->columns) == COLUMNS_THIS)
    job->field = g_strdup (self->field);
  return job;
}

static void look (MattraFindBar *self);
static void schedule (MattraFindBar *self);
static void do_wanted (MattraFindBar *self);

/* What could not be looked for is not said to be nowhere. */
static void
take_hits (MattraFindBar *self,
           MattraFindJob *job,
           const GError  *error)
{
  g_free (self->failure);
  self->failure = g_strdup (error ? error->message : NULL);
  mattra_find_hits_take (self->hits, job ? job : make_job (self));
  if (self->after_replace)
    mattra_find_hits_go_on (self->hits, (guint) self->replacing);
}

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraFindBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraFindJob) job = mattra_find_job_finish (MATTRA_SESSION (source), result, &error);

  self->looking = FALSE;
  if (self->find == NULL)
    return;
  if (self->stale)
    {
      look (self);
      return;
    }
  take_hits (self, g_steal_pointer (&job), error);
  do_wanted (self);
  show_hits (self);
}

static void
find_nothing (MattraFindBar *self)
{
  mattra_find_hits_take (self->hits, NULL);
  g_clear_pointer (&self->failure, g_free);
  self->wanted = 0;
  show_hits (self);
}

static void
look (MattraFindBar *self)
{
  g_autoptr (MattraFindJob) job = NULL;

  g_clear_handle_id (&self->due, g_source_remove);
  self->stale = self->looking;
  if (self->looking)
    return;
  if (*get_text (self) == '\0')
    {
      find_nothing (self);
      return;
    }
  self->looking = TRUE;
  job = make_job (self);
  mattra_find_job_search_async (self->session, job, looked, g_object_ref (self));
}

static gboolean
look_now (gpointer user_data)
{
  MattraFindBar *self = user_data;

  self->due = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (MattraFindBar *self)
{
  self->stale = TRUE;
  if (self->due == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->due = g_timeout_add (DELAY, look_now, self);
}

static void
text_changed (MattraFindBar *self)
{
  mattra_find_hits_leave (self->hits);
  look (self);
}

/* A page of measures that is loaded changes items too, but neither their order nor their choice. */
static void
list_changed (MattraFindBar *self)
{
  guint serial = mattra_measure_list_get_serial (self->list);

  if (serial == self->list_serial)
    return;
  self->list_serial = serial;
  if (in_list (self))
    schedule (self);
}

static void
mattra_find_bar_map (GtkWidget *widget)
{
  MattraFindBar *self = MATTRA_FIND_BAR (widget);

  GTK_WIDGET_CLASS (mattra_find_bar_parent_class)->map (widget);
  if (self->stale)
    look (self);
}

static void
mattra_find_bar_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MATTRA_FIND_BAR (widget)->due, g_source_remove);
  GTK_WIDGET_CLASS (mattra_find_bar_parent_class)->unmap (widget);
}

/* Going from hit to hit */

/* Outside the shown list a hit is of the table of all: its cell says the same only there. */
static void
show_table (MattraFindBar *self)
{
  if (in_list (self))
    return;
  mattra_session_set_list (self->session, MATTRA_LIST_ALL);
  mattra_session_set_division (self->session, NULL);
}

static void
show_current (MattraFindBar *self)
{
  const MattraReplaceHit *hit = mattra_find_hits_get_current (self->hits);
  g_autofree char *measure = hit ? g_strdup (hit->measure) : NULL;
  g_autofree char *field = hit ? g_strdup (hit->field) : NULL;

  if (measure == NULL)
    return;
  show_table (self);
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, measure, field);
}

static void
do_wanted (MattraFindBar *self)
{
  int wanted = self->wanted;

  self->wanted = 0;
  if (self->after_replace)
    self->after_replace = FALSE;
  else if (wanted == 0)
    return;
  else
    mattra_find_hits_step (self->hits, wanted < 0);
  show_current (self);
}

static gboolean
is_pending (MattraFindBar *self)
{
  return self->looking || self->due != 0 || !mattra_find_hits_is_for (self->hits, get_text (self));
}

/**
 * mattra_find_bar_next:
 * @self: a find bar
 * @backwards: whether the hit before is wanted
 *
 * Goes to the next hit after the cell one stands on, and round from the last to the first.
 */
void
mattra_find_bar_next (MattraFindBar *self,
                      gboolean       backwards)
{
  g_return_if_fail (MATTRA_IS_FIND_BAR (self));

  self->wanted = backwards ? -1 : 1;
  if (is_pending (self))
    {
      if (!self->looking || !mattra_find_hits_is_for (self->hits, get_text (self)))
        look (self);
      return;
    }
  do_wanted (self);
  show_hits (self);
}

static void
go_next (MattraFindBar *self)
{
  mattra_find_bar_next (self, FALSE);
}

static void
go_previous (MattraFindBar *self)
{
  mattra_find_bar_next (self, TRUE);
}

/* Replacing */

static void
replaced (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraFindBar) self = user_data;
  g_autoptr (MattraFindJob) job = mattra_find_job_finish (MATTRA_SESSION (source), result, NULL);

  if (job == NULL || self->find == NULL)
    return;
  self->after_replace = TRUE;
  look (self);
}

/* Takes over @job. */
static MattraFindJob *
with_replacement (MattraFindBar *self,
                  MattraFindJob *job)
{
  job->replacement = g_strdup (gtk_editable_get_text (self->replacement));
  return job;
}

/* The hit one stands on; where one stands on none, one goes to the next first. */
static void
replace_one (MattraFindBar *self)
{
  const MattraReplaceHit *hit = mattra_find_hits_get_current (self->hits);
  g_autoptr (MattraFindJob) job = NULL;

  if (hit == NULL || is_pending (self))
    {
      go_next (self);
      return;
    }
  if (!gtk_widget_is_sensitive (self->replace))
    return;
  job = with_replacement (self, mattra_find_job_copy (mattra_find_hits_get_job (self->hits)));
  g_free (job->field);
  g_strfreev (job->measures);
  job->field = g_strdup (hit->field);
  job->measures = g_new0 (char *, 2);
  job->measures[0] = g_strdup (hit->measure);
  self->replacing = mattra_find_hits_get_at (self->hits);
  mattra_find_job_replace_async (self->session, job, replaced, g_object_ref (self));
}

/* What stands in the bar now: its hits may still be those of a word before. */
static void
replace_all (MattraFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (MattraFindJob) job = NULL;

  if (*get_text (self) == '\0')
    return;
  job = with_replacement (self, make_job (self));
  mattra_replace_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session, job);
}

/* Keys */

static void
close_bar (MattraFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static gboolean
close_by_key (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  close_bar (MATTRA_FIND_BAR (widget));
  return TRUE;
}

static gboolean
step_by_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  mattra_find_bar_next (MATTRA_FIND_BAR (widget), g_variant_get_boolean (arguments));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, step_by_key, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, step_by_key, "b", TRUE);
}

/* The object */

static void
mattra_find_bar_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property_id == PROP_N_HITS)
    g_value_set_uint (value, mattra_find_hits_get_n (MATTRA_FIND_BAR (object)->hits));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mattra_find_bar_dispose (GObject *object)
{
  MattraFindBar *self = MATTRA_FIND_BAR (object);

  g_clear_handle_id (&self->due, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_FIND_BAR);
  g_clear_object (&self->session);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_find_bar_parent_class)->dispose (object);
}

static void
mattra_find_bar_finalize (GObject *object)
{
  MattraFindBar *self = MATTRA_FIND_BAR (object);

  mattra_find_hits_free (self->hits);
  g_free (self->field);
  g_free (self->field_title);
  g_free (self->failure);
  G_OBJECT_CLASS (mattra_find_bar_parent_class)->finalize (object);
}

static gboolean
has_focus (GtkEditable *entry)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (entry));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && (focus == GTK_WIDGET (entry) || gtk_widget_is_ancestor (focus, GTK_WIDGET (entry)));
}

/* Tab leads from what is sought to what replaces it, and back; the arrows between them have keys of their own. */
static gboolean
mattra_find_bar_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  MattraFindBar *self = MATTRA_FIND_BAR (widget);
  GtkEditable *find = GTK_EDITABLE (self->find);

  if (direction == GTK_DIR_TAB_FORWARD && has_focus (find)
      && gtk_widget_grab_focus (GTK_WIDGET (self->replacement)))
    return TRUE;
  if (direction == GTK_DIR_TAB_BACKWARD && has_focus (self->replacement))
    return gtk_widget_grab_focus (GTK_WIDGET (find));
  return GTK_WIDGET_CLASS (mattra_find_bar_parent_class)->focus (widget, direction);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, find);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, replace);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, replace_all);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, columns);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, column_names);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, scope);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, fold);
  gtk_widget_class_bind_template_child (widget_class, MattraFindBar, reason);
  gtk_widget_class_bind_template_callback (widget_class, text_changed);
  gtk_widget_class_bind_template_callback (widget_class, go_next);
  gtk_widget_class_bind_template_callback (widget_class, go_previous);
  gtk_widget_class_bind_template_callback (widget_class, replace_one);
  gtk_widget_class_bind_template_callback (widget_class, replace_all);
  gtk_widget_class_bind_template_callback (widget_class, close_bar);
}

static void
mattra_find_bar_class_init (MattraFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_find_bar_get_property;
  object_class->dispose = mattra_find_bar_dispose;
  object_class->finalize = mattra_find_bar_finalize;
  widget_class->map = mattra_find_bar_map;
  widget_class->unmap = mattra_find_bar_unmap;
  widget_class->focus = mattra_find_bar_focus;
  bind_template (widget_class);
  add_keys (widget_class);

  properties[PROP_N_HITS] = g_param_spec_uint ("n-hits", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", MATTRA_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
mattra_find_bar_init (MattraFindBar *self)
{
  self->settings = mattra_settings_new ();
  self->hits = mattra_find_hits_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (MattraFindBar *self)
{
  static const char *const changes[] = {
    "changed", "plan-changed", "notify::plan", "notify::round", "notify::division", "notify::list",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (self->session, changes[i], G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::read-only", G_CALLBACK (show_hits), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_hits), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "notify::selected", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "notify::selected", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fold, "toggled", G_CALLBACK (text_changed), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_find_bar_new:
 * @session: a register's session
 * @list: the list that is shown beside it
 *
 * Returns: (transfer floating): find and replace in the measures of the session
 */
GtkWidget *
mattra_find_bar_new (MattraSession     *session,
                     MattraMeasureList *list)
{
  MattraFindBar *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && MATTRA_IS_MEASURE_LIST (list), NULL);

  self = g_object_new (MATTRA_TYPE_FIND_BAR, NULL);
  self->session = g_object_ref (session);
  self->list = g_object_ref (list);
  list_changed (self);
  follow (self);
  show_hits (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_find_bar_open:
 * @self: a find bar
 * @text: (nullable): what to look for; %NULL for what was looked for last
 *
 * Takes the focus to what is looked for.
 */
void
mattra_find_bar_open (MattraFindBar *self,
                      const char    *text)
{
  g_return_if_fail (MATTRA_IS_FIND_BAR (self));

  if (text && *text)
    gtk_editable_set_text (GTK_EDITABLE (self->find), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->find));
  gtk_editable_select_region (GTK_EDITABLE (self->find), 0, -1);
}

static void
name_column (MattraFindBar *self,
             const char    *title)
{
  g_autofree char *name = g_strdup_printf (_("This column: %s"), title);
  const char *names[] = { name, NULL };
  guint selected = gtk_drop_down_get_selected (self->columns);

  if (g_strcmp0 (self->field_title, title) == 0)
    return;
  g_free (self->field_title);
  self->field_title = g_strdup (title);
  g_signal_handlers_block_by_func (self->columns, text_changed, self);
  gtk_string_list_splice (self->column_names, COLUMNS_THIS, 1, names);
  gtk_drop_down_set_selected (self->columns, selected);
  g_signal_handlers_unblock_by_func (self->columns, text_changed, self);
}

/**
 * mattra_find_bar_set_cell:
 * @self: a find bar
 * @measure: (nullable): ULID of the measure one stands on
 * @field: (nullable): the field one stands on
 * @title: (nullable): what its column is called
 *
 * Says where the next hit is looked for from, and which column is this column.
 */
void
mattra_find_bar_set_cell (MattraFindBar *self,
                          const char    *measure,
                          const char    *field,
                          const char    *title)
{
  gboolean other = FALSE;

  g_return_if_fail (MATTRA_IS_FIND_BAR (self));

  mattra_find_hits_set_cursor (self->hits, measure, field);
  if (field == NULL || title == NULL)
    return;
  other = g_strcmp0 (self->field, field) != 0;
  g_free (self->field);
  self->field = g_strdup (field);
  name_column (self, title);
  if (other && gtk_drop_down_get_selected (self->columns) == COLUMNS_THIS)
    schedule (self);
  show_hits (self);
}

/**
 * mattra_find_bar_is_ready:
 * @self: a find bar
 *
 * Returns: whether what it shows is what there is to be found now
 */
gboolean
mattra_find_bar_is_ready (MattraFindBar *self)
{
  g_return_val_if_fail (MATTRA_IS_FIND_BAR (self), FALSE);

  return !self->stale && (*get_text (self) == '\0' || !is_pending (self));
}
