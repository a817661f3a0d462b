/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-checks-view.h"

#include <glib/gi18n-lib.h>

#include "mattra-check-items.h"
#include "mattra-check-register.h"
#include "mattra-check-row.h"
#include "mattra-settings.h"
#include "mattra-round-name.h"
#include "mattra-word-digits.h"

/* Milliseconds after a change until it is checked again; a long check waits longer, so that it never
 * takes more than a part of the store's thread. */
#define SHORTEST_DELAY 250
#define LONGEST_DELAY 10000

struct _MattraChecksView
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkSpinner *spinner;
  GtkStack *pages;
  GtkListView *view;
  AdwStatusPage *state;
  GtkWidget *next_steps;

  MattraSession *session;
  GSettings *settings;
  GListStore *items;
  GPtrArray *findings;      /* of the last check; NULL before the first */
  MattraCheckOpen *open;
  MattraCheckItem *chosen;
  guint due;                /* source that checks */
  guint delay;
  gint64 begun;
  gboolean looking;
  gboolean stale;
  gboolean wants_focus;     /* as soon as there is a list */
};

G_DEFINE_FINAL_TYPE (MattraChecksView, mattra_checks_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_N_FINDINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_GO_TO,
  SIGNAL_GO_TO_SETTING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraChecksView *self)
{
  return (MattraDigits) g_settings_get_enum (self->settings, "digits");
}

/* What is shown */

/* "First 6 months · 15 Sep 2026": for what and when the checks are. */
static void
show_title (MattraChecksView *self)
{
  MattraRound round = mattra_session_get_round (self->session);
  MattraDate day = mattra_clock_get_today (mattra_session_get_clock (self->session));
  g_autofree char *date = mattra_date_format (day, MATTRA_DATE_SHORT, mattra_word_digits (get_digits (self)));
  g_autofree char *name = round != MATTRA_ROUND_NONE ? mattra_round_name (round, get_digits (self)) : NULL;
  g_autofree char *words = name ? g_strjoin (" · ", name, date, NULL) : g_strdup (date);

  adw_window_title_set_subtitle (self->title, words);
}

static void
show_items (MattraChecksView *self)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->findings == NULL)
    return;
  items = mattra_check_items_make (self->findings, self->open, mattra_word_digits (get_digits (self)));
  mattra_check_items_take (self->items, items);
}

static void
show_state (MattraChecksView *self,
            const char       *icon,
            const char       *title,
            const char       *description,
            gboolean          done)
{
  adw_status_page_set_icon_name (self->state, icon);
  adw_status_page_set_title (self->state, title);
  adw_status_page_set_description (self->state, description);
  gtk_widget_set_visible (self->next_steps, done);
  gtk_stack_set_visible_child_name (self->pages, "state");
}

static void
show_findings (MattraChecksView *self)
{
  show_items (self);
  if (self->findings->len == 0)
    show_state (self, "emblem-ok-symbolic", _("Nothing to Mend"),
                _("Every measure says what the report needs. It can be printed and handed up."), TRUE);
  else
    gtk_stack_set_visible_child_name (self->pages, "list");
  show_title (self);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FINDINGS]);
}

static void
show_failure (MattraChecksView *self,
              const GError     *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  show_state (self, "dialog-warning-symbolic", _("The Checks Could Not Be Made"), text, FALSE);
}

/* Checking, on the session's thread */

typedef struct
{
  MattraRound round;
  MattraDate day;
  GPtrArray *findings;
} Look;

static void
look_free (Look *look)
{
  g_clear_pointer (&look->findings, g_ptr_array_unref);
  g_free (look);
}

static gboolean
look (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Look *job = data;

  job->findings = mattra_check_register_plan (store, plan, job->round, job->day, error);
  return job->findings != NULL;
}

static void schedule (MattraChecksView *self);

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraChecksView) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job = NULL;
  gboolean found = mattra_session_finish (MATTRA_SESSION (source), result, &job, &error);

  self->looking = FALSE;
  self->delay = (guint) CLAMP (3 * (g_get_monotonic_time () - self->begun) / 1000, SHORTEST_DELAY, LONGEST_DELAY);
  if (self->pages)
    {
      gtk_spinner_set_spinning (self->spinner, FALSE);
      if (found)
        {
          g_clear_pointer (&self->findings, g_ptr_array_unref);
          self->findings = g_ptr_array_ref (((Look *) job)->findings);
          show_findings (self);
        }
      else
        show_failure (self, error);
      if (self->stale)
        schedule (self);
    }
  g_clear_pointer ((Look **) &job, look_free);
}

/**
 * mattra_checks_view_refresh:
 * @self: the page of the checks
 *
 * Checks the plan now. By itself it does so a moment after each change, as long as it is shown.
 */
void
mattra_checks_view_refresh (MattraChecksView *self)
{
  Look *job = NULL;

  g_return_if_fail (MATTRA_IS_CHECKS_VIEW (self));

  g_clear_handle_id (&self->due, g_source_remove);
  self->stale = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  self->begun = g_get_monotonic_time ();
  gtk_spinner_set_spinning (self->spinner, TRUE);
  job = g_new0 (Look, 1);
  job->round = mattra_session_get_round (self->session);
  job->day = mattra_clock_get_today (mattra_session_get_clock (self->session));
  mattra_session_query_async (self->session, look, job, (GDestroyNotify) look_free, looked, g_object_ref (self));
}

static gboolean
refresh_now (gpointer user_data)
{
  MattraChecksView *self = user_data;

  self->due = 0;
  mattra_checks_view_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (MattraChecksView *self)
{
  if (self->due == 0 && !self->looking && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->due = g_timeout_add (self->findings ? self->delay : 0, refresh_now, self);
}

static void
note_change (MattraChecksView *self)
{
  self->stale = TRUE;
  schedule (self);
}

static void
mattra_checks_view_map (GtkWidget *widget)
{
  MattraChecksView *self = MATTRA_CHECKS_VIEW (widget);

  GTK_WIDGET_CLASS (mattra_checks_view_parent_class)->map (widget);
  if (self->stale)
    mattra_checks_view_refresh (self);
}

/* The list, or the next step where there is nothing to list. */
static gboolean
mattra_checks_view_grab_focus (GtkWidget *widget)
{
  MattraChecksView *self = MATTRA_CHECKS_VIEW (widget);

  self->wants_focus = self->findings == NULL;
  if (self->wants_focus)
    return FALSE;
  if (self->findings->len > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
mattra_checks_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MATTRA_CHECKS_VIEW (widget)->due, g_source_remove);
  GTK_WIDGET_CLASS (mattra_checks_view_parent_class)->unmap (widget);
}

/* What the user does */

static void
choose (MattraChecksView *self,
        MattraCheckItem  *item)
{
  if (self->chosen)
    mattra_check_item_set_chosen (self->chosen, FALSE);
  g_set_object (&self->chosen, item);
  mattra_check_item_set_chosen (item, TRUE);
}

static void
turn (MattraChecksView *self,
      MattraCheckItem  *item)
{
  g_hash_table_insert (self->open, (gpointer) item->check, GINT_TO_POINTER (!item->open));
  show_items (self);
}

static void
activate (MattraChecksView *self,
          guint             position)
{
  g_autoptr (MattraCheckItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item == NULL || item->level == MATTRA_CHECK_SEVERITY)
    return;
  if (item->level == MATTRA_CHECK_KIND)
    {
      turn (self, item);
      return;
    }
  choose (self, item);
  if (item->setting)
    g_signal_emit (self, signals[SIGNAL_GO_TO_SETTING], 0, item->setting);
  else if (item->measure || item->field)
    g_signal_emit (self, signals[SIGNAL_GO_TO], 0, item->measure, item->field);
}

typedef struct
{
  char *measure;
  char *question;
} Settlement;

static void
settlement_free (Settlement *job)
{
  g_free (job->measure);
  g_free (job->question);
  g_free (job);
}

static gboolean
settle (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  const Settlement *job = data;

  return mattra_check_settle (store, plan, job->measure, job->question, error);
}

static void
settle_item (MattraChecksView *self,
             MattraCheckItem  *item)
{
  Settlement *job = g_new0 (Settlement, 1);

  job->measure = g_strdup (item->measure);
  job->question = g_strdup (item->question);
  mattra_session_act_async (self->session, "settle", NULL, settle, job, (GDestroyNotify) settlement_free, NULL,
                            NULL);
}

/* The rows */

static void
set_up_row (MattraChecksView *self,
            GtkListItem      *item)
{
  GtkWidget *row = mattra_check_row_new ();

  g_signal_connect_object (row, "settle", G_CALLBACK (settle_item), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (MattraChecksView *self,
          GtkListItem      *list_item)
{
  MattraCheckItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, item->level == MATTRA_CHECK_KIND || item->measure || item->field
                                               || item->setting);
  mattra_check_row_show (MATTRA_CHECK_ROW (gtk_list_item_get_child (list_item)), item, get_digits (self),
                         !mattra_session_get_read_only (self->session));
}

static void
unbind_row (MattraChecksView *self,
            GtkListItem      *item)
{
  mattra_check_row_show (MATTRA_CHECK_ROW (gtk_list_item_get_child (item)), NULL, MATTRA_DIGITS_WESTERN, FALSE);
}

static void
build_list (MattraChecksView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

/* The object */

static void
mattra_checks_view_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  MattraChecksView *self = MATTRA_CHECKS_VIEW (object);

  if (property_id == PROP_N_FINDINGS)
    g_value_set_uint (value, self->findings ? self->findings->len : 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mattra_checks_view_dispose (GObject *object)
{
  MattraChecksView *self = MATTRA_CHECKS_VIEW (object);

  g_clear_handle_id (&self->due, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_CHECKS_VIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->chosen);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_checks_view_parent_class)->dispose (object);
}

static void
mattra_checks_view_finalize (GObject *object)
{
  MattraChecksView *self = MATTRA_CHECKS_VIEW (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_hash_table_unref (self->open);
  G_OBJECT_CLASS (mattra_checks_view_parent_class)->finalize (object);
}

static void
mattra_checks_view_class_init (MattraChecksViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mattra_checks_view_get_property;
  object_class->dispose = mattra_checks_view_dispose;
  object_class->finalize = mattra_checks_view_finalize;
  widget_class->grab_focus = mattra_checks_view_grab_focus;
  widget_class->map = mattra_checks_view_map;
  widget_class->unmap = mattra_checks_view_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-checks-view.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.checks", NULL);
  gtk_widget_class_bind_template_child (widget_class, MattraChecksView, title);
  gtk_widget_class_bind_template_child (widget_class, MattraChecksView, spinner);
  gtk_widget_class_bind_template_child (widget_class, MattraChecksView, pages);
  gtk_widget_class_bind_template_child (widget_class, MattraChecksView, view);
  gtk_widget_class_bind_template_child (widget_class, MattraChecksView, state);
  gtk_widget_class_bind_template_child (widget_class, MattraChecksView, next_steps);

  properties[PROP_N_FINDINGS] = g_param_spec_uint ("n-findings", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_CHECKS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_GO_TO_SETTING] = g_signal_new ("go-to-setting", MATTRA_TYPE_CHECKS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mattra_checks_view_init (MattraChecksView *self)
{
  self->settings = mattra_settings_new ();
  self->items = g_list_store_new (MATTRA_TYPE_CHECK_ITEM);
  self->open = g_hash_table_new (g_str_hash, g_str_equal);
  self->delay = SHORTEST_DELAY;
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* All rows are bound anew: digits and the right to write are in each. */
static void
show_again (MattraChecksView *self)
{
  g_list_store_remove_all (self->items);
  show_items (self);
  show_title (self);
}

static void
follow_session (MattraChecksView *self)
{
  static const char *const changes[] = { "changed", "plan-changed", "notify::plan", "notify::round" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (self->session, changes[i], G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::read-only", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mattra_session_get_clock (self->session), "day-changed", G_CALLBACK (note_change), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_checks_view_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): what is to be looked at before the session's report is handed up
 */
GtkWidget *
mattra_checks_view_new (MattraSession *session)
{
  MattraChecksView *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_CHECKS_VIEW, NULL);
  self->session = g_object_ref (session);
  build_list (self);
  follow_session (self);
  show_title (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_checks_view_is_ready:
 * @self: the page of the checks
 *
 * Returns: whether what it shows is what the register says now
 */
gboolean
mattra_checks_view_is_ready (MattraChecksView *self)
{
  g_return_val_if_fail (MATTRA_IS_CHECKS_VIEW (self), FALSE);

  return !self->stale && !self->looking && self->due == 0;
}
