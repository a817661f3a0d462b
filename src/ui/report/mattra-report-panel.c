/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-panel.h"

#include <glib/gi18n-lib.h>

#include "mattra-bar.h"
#include "mattra-print-faults.h"
#include "mattra-print-form.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* An option is looked at once the user has stopped choosing, and the checks once the user has stopped writing. */
#define CHOICE_DELAY_MS 150
#define FAULTS_DELAY_MS 600

/* How much of the height the pages have while something is chosen. */
#define PAGES_PART 0.4

struct _MattraReportPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkPaned *paned;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  MattraBar *faults;
  MattraPrintForm *form;
  GtkToggleButton *options;
  GtkLabel *failure;
  GtkLabel *place;
  GtkLabel *zoom;
  GtkSpinner *spinner;

  MattraSession *session;
  GSettings *settings;
  MattraReportPages *pages;
  MattraPageView *view;
  guint choice_timeout;
  guint faults_timeout;
  gboolean shown;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (MattraReportPanel, mattra_report_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSE,
  SIGNAL_GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where one is */

static void
show_place (MattraReportPanel *self)
{
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  guint n_pages = mattra_report_pages_get_n_pages (self->pages);
  g_autofree char *page = mattra_digits_format ((int) mattra_page_view_get_page (self->view) + 1, digits);
  g_autofree char *total = mattra_report_pages_is_done (self->pages) ? mattra_digits_format ((int) n_pages, digits)
                                                                     : g_strdup ("…");
  g_autofree char *text = g_strdup_printf (_("Page %s of %s"), page, total);

  gtk_label_set_text (self->place, n_pages > 0 ? text : "");
}

static void
show_zoom (MattraReportPanel *self)
{
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autofree char *percent = mattra_digits_format ((int) (mattra_page_view_get_zoom (self->view) * 100 + 0.5), digits);
  g_autofree char *text = g_strdup_printf ("%s%%", percent);

  gtk_label_set_text (self->zoom, text);
}

static const char *
choose_page (MattraReportPanel *self)
{
  if (mattra_report_pages_get_failure (self->pages))
    return "failure";
  return mattra_report_pages_get_n_pages (self->pages) > 0 ? "pages" : "waiting";
}

static void
show_pages (MattraReportPanel *self)
{
  const char *failure = mattra_report_pages_get_failure (self->pages);
  const char *name = choose_page (self);

  gtk_label_set_text (self->failure, failure ? failure : "");
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "waiting"));
  show_place (self);
  show_zoom (self);
}

/* What is to be mended before one prints */

static void
faults_counted (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MattraReportPanel) self = user_data;
  g_autofree char *words = mattra_print_faults_count_finish (result, NULL);

  if (self->faults)
    mattra_bar_set_text (self->faults, words);
}

static gboolean
count_faults (gpointer user_data)
{
  MattraReportPanel *self = user_data;
  g_autoptr (MattraPrintChoice) choice = mattra_print_form_get_choice (self->form);

  self->faults_timeout = 0;
  mattra_print_faults_count_async (self->session, choice, faults_counted, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
count_soon (MattraReportPanel *self)
{
  g_clear_handle_id (&self->faults_timeout, g_source_remove);
  if (self->shown)
    self->faults_timeout = g_timeout_add (FAULTS_DELAY_MS, count_faults, self);
}

/* The checks are of the round that is printed. */
static void
show_faults (MattraReportPanel *self)
{
  mattra_session_set_round (self->session, mattra_print_form_get_round (self->form));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.checks", NULL);
}

/* What is wanted */

static void
choose (MattraReportPanel *self)
{
  g_autoptr (MattraPrintChoice) choice = NULL;

  g_clear_handle_id (&self->choice_timeout, g_source_remove);
  if (!mattra_print_form_is_readable (self->form))
    return;
  choice = mattra_print_form_get_choice (self->form);
  mattra_print_form_remember (self->form);
  mattra_report_pages_set_choice (self->pages, choice);
  self->chosen = TRUE;
  count_soon (self);
}

static gboolean
choose_now (gpointer user_data)
{
  MattraReportPanel *self = user_data;

  self->choice_timeout = 0;
  choose (self);
  return G_SOURCE_REMOVE;
}

static void
choose_soon (MattraReportPanel *self)
{
  g_clear_handle_id (&self->choice_timeout, g_source_remove);
  self->choice_timeout = g_timeout_add (CHOICE_DELAY_MS, choose_now, self);
}

/* What is written into the table beside it is to be seen on the pages, so they are of the table's round. */
static void
follow_round (MattraReportPanel *self)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_form_get_choice (self->form);
  MattraRound round = mattra_session_get_round (self->session);

  if (choice->options.round == round)
    return;
  choice->options.round = round;
  mattra_print_form_set_choice (self->form, choice);
}

static void
go_to (MattraReportPanel *self,
       const char        *key,
       const char        *field)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, key, field);
}

static void
act_close (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MattraReportPanel *self = MATTRA_REPORT_PANEL (widget);

  if (gtk_toggle_button_get_active (self->options))
    gtk_toggle_button_set_active (self->options, FALSE);
  else
    g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
act_zoom (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MattraReportPanel *self = MATTRA_REPORT_PANEL (widget);
  int steps = g_variant_get_int32 (parameter);

  if (steps == 0)
    mattra_page_view_set_fit (self->view);
  else
    mattra_page_view_zoom (self->view, steps);
}

/* The object */

static void
mattra_report_panel_dispose (GObject *object)
{
  MattraReportPanel *self = MATTRA_REPORT_PANEL (object);

  g_clear_handle_id (&self->choice_timeout, g_source_remove);
  g_clear_handle_id (&self->faults_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_REPORT_PANEL);
  g_clear_object (&self->pages);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_report_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-report-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, box);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, paned);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, faults);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, form);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, options);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, failure);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, place);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, zoom);
  gtk_widget_class_bind_template_child (widget_class, MattraReportPanel, spinner);
}

static void
mattra_report_panel_class_init (MattraReportPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_report_panel_dispose;
  g_type_ensure (MATTRA_TYPE_BAR);
  g_type_ensure (MATTRA_TYPE_PRINT_FORM);
  bind_template (widget_class);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", MATTRA_TYPE_REPORT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_REPORT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "report.close", NULL, act_close);
  gtk_widget_class_install_action (widget_class, "report.zoom", "i", act_zoom);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "report.close", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mattra_report_panel_init (MattraReportPanel *self)
{
  self->settings = mattra_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
place_pages (GtkWidget     *paned,
             GdkFrameClock *clock,
             gpointer       data)
{
  int height = gtk_widget_get_height (paned);

  if (height == 0)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (GTK_PANED (paned), (int) (height * PAGES_PART));
  return G_SOURCE_REMOVE;
}

/* The pages stay above what can be chosen: each choice shows on them. A panel that was never seen has no height yet. */
static void
options_switched (MattraReportPanel *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->options);

  if (!shown)
    mattra_print_form_commit (self->form);
  gtk_widget_set_visible (GTK_WIDGET (self->form), shown);
  if (shown && place_pages (GTK_WIDGET (self->paned), NULL, NULL))
    gtk_widget_add_tick_callback (GTK_WIDGET (self->paned), place_pages, NULL, NULL);
}

static void
follow (MattraReportPanel *self)
{
  g_signal_connect_object (self->pages, "changed", G_CALLBACK (show_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::page", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "clicked-cell", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (choose_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->faults, "reply", G_CALLBACK (show_faults), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (count_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::round", G_CALLBACK (follow_round), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->options, "notify::active", G_CALLBACK (options_switched), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_report_panel_new:
 * @session: a session with a plan
 *
 * Returns: (transfer floating): the panel; it begins to work when it is shown
 */
GtkWidget *
mattra_report_panel_new (MattraSession *session)
{
  MattraReportPanel *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_REPORT_PANEL, NULL);
  self->session = g_object_ref (session);
  self->pages = mattra_report_pages_new (session);
  self->view = MATTRA_PAGE_VIEW (mattra_page_view_new (self->pages));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  mattra_print_form_set_session (self->form, session);
  mattra_bar_set_reply (self->faults, 0, "show", _("_Show"));
  follow (self);
  show_pages (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_report_panel_set_shown:
 * @self: the panel
 * @shown: whether it is seen
 *
 * Has the pages follow the register as long as they are seen.
 */
void
mattra_report_panel_set_shown (MattraReportPanel *self,
                               gboolean           shown)
{
  g_return_if_fail (MATTRA_IS_REPORT_PANEL (self));

  self->shown = shown;
  if (!shown)
    mattra_print_form_commit (self->form);
  if (shown && !self->chosen)
    choose (self);
  else
    count_soon (self);
  mattra_report_pages_set_paused (self->pages, !shown);
}

/**
 * mattra_report_panel_get_view:
 * @self: the panel
 *
 * Returns: (transfer none): the view of the pages
 */
MattraPageView *
mattra_report_panel_get_view (MattraReportPanel *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_PANEL (self), NULL);

  return self->view;
}

/**
 * mattra_report_panel_dup_choice:
 * @self: the panel
 *
 * Returns: (transfer full) (nullable): what is chosen to be printed; %NULL while it cannot be read
 */
MattraPrintChoice *
mattra_report_panel_dup_choice (MattraReportPanel *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_PANEL (self), NULL);

  return mattra_print_form_is_readable (self->form) ? mattra_print_form_get_choice (self->form) : NULL;
}

/**
 * mattra_report_panel_set_options_shown:
 * @self: the panel
 * @shown: whether what can be chosen is shown below the pages
 *
 * Shows the pages alone or with what can be chosen.
 */
void
mattra_report_panel_set_options_shown (MattraReportPanel *self,
                                       gboolean           shown)
{
  g_return_if_fail (MATTRA_IS_REPORT_PANEL (self));

  gtk_toggle_button_set_active (self->options, shown);
}

/**
 * mattra_report_panel_commit:
 * @self: the panel
 *
 * Commits what is being typed into the options.
 */
void
mattra_report_panel_commit (MattraReportPanel *self)
{
  g_return_if_fail (MATTRA_IS_REPORT_PANEL (self));

  mattra_print_form_commit (self->form);
}

/**
 * mattra_report_panel_set_draft:
 * @self: the panel
 * @place: the reports of the session's plan
 * @field: one of their texts
 * @text: what was typed into it
 *
 * Shows the options and goes on to type there.
 */
void
mattra_report_panel_set_draft (MattraReportPanel *self,
                               const char        *place,
                               const char        *field,
                               const char        *text)
{
  g_return_if_fail (MATTRA_IS_REPORT_PANEL (self) && place != NULL && field != NULL && text != NULL);

  mattra_report_panel_set_options_shown (self, TRUE);
  mattra_print_form_set_draft (self->form, place, field, text);
}
