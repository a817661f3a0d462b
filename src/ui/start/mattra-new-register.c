/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-new-register.h"

#include <glib/gi18n-lib.h>

#include "mattra-choose-file.h"
#include "mattra-clock.h"
#include "mattra-digits.h"
#include "mattra-error.h"
#include "mattra-new.h"
#include "mattra-new-divisions.h"
#include "mattra-recent.h"
#include "mattra-register-name.h"
#include "mattra-settings.h"
#include "mattra-store.h"
#include "mattra-text.h"

/* Years that are offered: some past ones to be recorded late, and the coming one. */
#define N_YEARS 7

/* The committee plans the coming year from its last quarter but one on (domain.md 1.5). */
#define MONTH_OF_PLANNING 8

struct _MattraNewRegister
{
  AdwWindow parent_instance;

  GtkWidget *create_button;
  GtkSpinner *spinner;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  GtkWidget *name_row;
  AdwComboRow *kind_row;
  GtkWidget *district_row;
  GtkWidget *province_row;
  AdwComboRow *year_row;
  AdwActionRow *file_row;
  MattraNewDivisions *divisions;

  MattraDigits digits;
  int last_year;
  char *path;
  gboolean path_chosen;
  gboolean kind_guessed; /* the kind is being set from the name */
  gboolean kind_fixed;   /* the user chose it */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MattraNewRegister, mattra_new_register, ADW_TYPE_WINDOW)

/* In the order of MattraOrganisationKind, the rarest last. */
static const MattraOrganisationKind kinds[] = {
  MATTRA_ORGANISATION_SUBDISTRICT,
  MATTRA_ORGANISATION_MUNICIPALITY,
  MATTRA_ORGANISATION_PROVINCE,
  MATTRA_ORGANISATION_OTHER,
};

static const char *const kind_names[] = {
  N_("Subdistrict (อบต.)"),
  N_("Municipality (เทศบาล)"),
  N_("Province (อบจ.)"),
  N_("Another office"),
};

static char *
entry_text (GtkWidget *row)
{
  return mattra_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static int
chosen_year (MattraNewRegister *self)
{
  return self->last_year - (int) adw_combo_row_get_selected (self->year_row);
}

static void
say_error (MattraNewRegister *self,
           const char        *message,
           GtkWidget         *row)
{
  gtk_label_set_text (self->error_label, message ? message : "");
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
  if (row == NULL)
    return;
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static void
show_path (MattraNewRegister *self)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  g_autofree char *subtitle = g_markup_escape_text (shown, -1);

  adw_action_row_set_subtitle (self->file_row, subtitle);
}

static void
propose_path (MattraNewRegister *self)
{
  g_autofree char *name = NULL;

  if (self->path_chosen)
    return;
  name = entry_text (self->name_row);
  g_free (self->path);
  self->path = mattra_register_name_propose (name, chosen_year (self));
  show_path (self);
}

static void
select_kind (MattraNewRegister      *self,
             MattraOrganisationKind  kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      adw_combo_row_set_selected (self->kind_row, i);
}

static void
name_changed (MattraNewRegister *self)
{
  g_autofree char *name = entry_text (self->name_row);
  MattraOrganisationKind kind = mattra_organisation_kind_of (name);

  gtk_widget_remove_css_class (self->name_row, "error");
  say_error (self, NULL, NULL);
  if (!self->kind_fixed && kind != MATTRA_ORGANISATION_OTHER)
    {
      self->kind_guessed = TRUE;
      select_kind (self, kind);
      self->kind_guessed = FALSE;
    }
  propose_path (self);
}

static void
kind_chosen (MattraNewRegister *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (selected >= G_N_ELEMENTS (kinds))
    return;
  self->kind_fixed |= !self->kind_guessed;
  mattra_new_divisions_set_kind (self->divisions, kinds[selected]);
}

static void
year_chosen (MattraNewRegister *self)
{
  int year = chosen_year (self);
  g_autofree char *days = mattra_date_format_range (mattra_fiscal_year_start (year), mattra_fiscal_year_end (year),
                                                    MATTRA_DATE_LONG, self->digits);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->year_row), days);
  propose_path (self);
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MattraNewRegister) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_free (self->path);
  self->path = mattra_register_name_complete (path);
  self->path_chosen = TRUE;
  say_error (self, NULL, NULL);
  show_path (self);
}

static void
choose_file (MattraNewRegister *self)
{
  mattra_register_name_choose_async (GTK_WINDOW (self), self->path, self->cancellable, file_chosen,
                                     g_object_ref (self));
}

typedef struct
{
  char *path;
  MattraPlan *plan;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_object_unref (job->plan);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (mattra_store_create (job->path, job->plan, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_busy (MattraNewRegister *self,
          gboolean           busy)
{
  gtk_widget_set_sensitive (self->create_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
job_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MattraNewRegister *self = MATTRA_NEW_REGISTER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      say_error (self, error->message, NULL);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, job->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (char      **field,
      GtkWidget  *row)
{
  g_autofree char *text = entry_text (row);

  if (*text == '\0')
    return;
  g_free (*field);
  *field = g_steal_pointer (&text);
}

static MattraPlan *
make_plan (MattraNewRegister *self,
           const char        *name)
{
  MattraPlan *plan = mattra_new_plan (name, chosen_year (self));
  MattraOrganisation *office = mattra_plan_get_organisation (plan);
  g_autoptr (GPtrArray) chosen = mattra_new_divisions_list (self->divisions);
  g_autoptr (MattraDivisionList) divisions = mattra_division_list_new (chosen);

  office->kind = kinds[adw_combo_row_get_selected (self->kind_row)];
  fill (&office->district, self->district_row);
  fill (&office->province, self->province_row);
  mattra_plan_set_divisions (plan, divisions);

  return plan;
}

static void
create (MattraNewRegister *self)
{
  g_autofree char *name = entry_text (self->name_row);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (*name == '\0')
    {
      say_error (self, _("Write the full name of the office, as it prints on the report."), self->name_row);
      return;
    }
  say_error (self, NULL, NULL);
  job = g_new0 (Job, 1);
  job->path = g_strdup (self->path);
  job->plan = make_plan (self, name);
  set_busy (self, TRUE);
  task = g_task_new (self, NULL, job_done, NULL);
  g_task_set_name (task, "mattra-new-register");
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

static void
fill_kinds (MattraNewRegister *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    gtk_string_list_append (list, _(kind_names[i]));
  self->kind_guessed = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (list));
  self->kind_guessed = FALSE;
  kind_chosen (self);
  self->kind_fixed = FALSE;
}

static void
fill_years (MattraNewRegister *self)
{
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  MattraDate today = mattra_clock_get_today (clock);
  int year = mattra_fiscal_year_of (today);
  gboolean plans_ahead = today.month >= MONTH_OF_PLANNING && today.month < 10;

  self->last_year = MIN (year + 1, MATTRA_FISCAL_YEAR_MAX);
  for (int i = 0; i < N_YEARS; i++)
    {
      g_autofree char *text = mattra_digits_format (self->last_year - i, self->digits);

      gtk_string_list_append (list, text);
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->year_row, plans_ahead ? 0 : 1);
  year_chosen (self);
}

static void
mattra_new_register_dispose (GObject *object)
{
  MattraNewRegister *self = MATTRA_NEW_REGISTER (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_NEW_REGISTER);

  G_OBJECT_CLASS (mattra_new_register_parent_class)->dispose (object);
}

static void
mattra_new_register_finalize (GObject *object)
{
  MattraNewRegister *self = MATTRA_NEW_REGISTER (object);

  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (mattra_new_register_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, create_button);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, spinner);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, error_label);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, name_row);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, district_row);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, province_row);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, year_row);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, file_row);
  gtk_widget_class_bind_template_child (widget_class, MattraNewRegister, divisions);
  gtk_widget_class_bind_template_callback (widget_class, create);
  gtk_widget_class_bind_template_callback (widget_class, choose_file);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, name_changed);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen);
}

static void
mattra_new_register_class_init (MattraNewRegisterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_new_register_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_new_register_finalize;

  signals[SIGNAL_CREATED] = g_signal_new ("created", MATTRA_TYPE_NEW_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MATTRA_TYPE_NEW_DIVISIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-new-register.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_children (widget_class);
}

static void
mattra_new_register_init (MattraNewRegister *self)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();

  self->cancellable = g_cancellable_new ();
  self->digits = (MattraDigits) g_settings_get_enum (settings, "digits");
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  fill_years (self);
  gtk_widget_grab_focus (self->name_row);
}

/**
 * mattra_new_register_new:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
mattra_new_register_new (GtkWindow *parent)
{
  return g_object_new (MATTRA_TYPE_NEW_REGISTER, "transient-for", parent, NULL);
}
