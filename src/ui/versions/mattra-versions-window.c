/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-versions-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-compare-view.h"
#include "mattra-drop-file.h"
#include "mattra-scan-dialog.h"
#include "mattra-seal-compare.h"
#include "mattra-seal-options.h"
#include "mattra-seal-job.h"
#include "mattra-settings.h"
#include "mattra-sign-dialog.h"
#include "mattra-verify-file.h"
#include "mattra-version-file.h"
#include "mattra-version-words.h"
#include "mattra-word-digits.h"

/* Digits of the fingerprint that stand on each page. */
#define PRINTED_DIGITS 16

struct _MattraVersionsWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *back;
  GtkStack *stack;
  GtkListBox *list;
  AdwPreferencesPage *page;
  AdwActionRow *report;
  AdwActionRow *confirmed;
  AdwActionRow *fingerprint;
  AdwActionRow *corrects;
  AdwComboRow *other;
  GtkSpinner *spinner;
  GtkWidget *compare;
  AdwPreferencesGroup *scans;
  MattraCompareView *differences;

  MattraSession *session;
  GSettings *settings;
  GPtrArray *seals;     /* (element-type MattraSeal): in the order of their numbers; NULL until they are read */
  GPtrArray *scan_rows;
  GArray *others;       /* (element-type int): numbers of the choices of what to compare with; 0 for today */
  int number;           /* of the version that is shown; 0 for the list */
};

G_DEFINE_FINAL_TYPE (MattraVersionsWindow, mattra_versions_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GO_TO,
  SIGNAL_SEAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraVersionsWindow *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static MattraPlan *
get_plan (MattraVersionsWindow *self)
{
  return mattra_session_get_plan (self->session);
}

static const MattraSeal *
get_seal (MattraVersionsWindow *self,
          int                   number)
{
  return self->seals && number > 0 ? mattra_seal_find (self->seals, number, NULL) : NULL;
}

static gboolean
is_closed (MattraVersionsWindow *self)
{
  return self->stack == NULL || !gtk_widget_get_realized (GTK_WIDGET (self));
}

/* The list */

static char *
describe (MattraVersionsWindow *self,
          const MattraSeal     *seal)
{
  g_autofree char *time = mattra_version_words_time (seal->at_utc, get_digits (self));
  g_autoptr (GString) words = g_string_new (time);

  g_string_append_printf (words, " · %.*s", PRINTED_DIGITS, seal->fingerprint);
  if (seal->corrects > 0)
    {
      g_autofree char *number = mattra_digits_format (seal->corrects, get_digits (self));

      g_string_append_c (words, '\n');
      g_string_append_printf (words, _("Corrects version %s"), number);
    }
  for (guint i = 0; i < seal->scans->len; i++)
    {
      g_autofree char *scan = mattra_version_words_scan (g_ptr_array_index (seal->scans, i), get_digits (self));

      g_string_append_printf (words, "\n%s", scan);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
new_row (MattraVersionsWindow *self,
         const MattraSeal     *seal)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = mattra_version_words_number (seal, get_digits (self));
  g_autofree char *report = mattra_version_words_report (get_plan (self), seal->kind, seal->round, seal->division,
                                                         get_digits (self));
  g_autofree char *title = g_strdup_printf ("%s · %s", number, report);
  g_autofree char *subtitle = describe (self, seal);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "number", GINT_TO_POINTER (seal->number));
  return row;
}

/* The newest stands first. */
static void
fill_list (MattraVersionsWindow *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  for (guint i = self->seals->len; i > 0; i--)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->seals, i - 1)));
}

/* One version */

static void
add_scan_button (MattraVersionsWindow *self,
                 GtkWidget            *row,
                 const char           *label,
                 const char           *action,
                 guint                 place)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_scan (MattraVersionsWindow *self,
          const MattraScan     *scan,
          guint                 place)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mattra_version_words_scan (scan, get_digits (self));
  g_autofree char *size = g_format_size ((guint64) scan->blob_length);
  g_autofree char *subtitle = g_strjoin (" · ", g_str_equal (scan->media_type, "application/pdf") ? "PDF" : "JPEG", size,
                                         NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_scan_button (self, row, _("_Open"), "versions.open-scan", place);
  add_scan_button (self, row, _("_Save…"), "versions.save-scan", place);
  adw_preferences_group_add (self->scans, row);
  g_ptr_array_add (self->scan_rows, row);
}

static void
show_scans (MattraVersionsWindow *self,
            const MattraSeal     *seal)
{
  for (guint i = 0; i < self->scan_rows->len; i++)
    adw_preferences_group_remove (self->scans, g_ptr_array_index (self->scan_rows, i));
  g_ptr_array_set_size (self->scan_rows, 0);
  for (guint i = 0; i < seal->scans->len; i++)
    add_scan (self, g_ptr_array_index (seal->scans, i), i);
  adw_preferences_group_set_description (self->scans, seal->scans->len > 0
    ? NULL
    : _("What was signed in ink comes back as a scan. Choose the file, or drop it here."));
}

static const MattraSeal *
find_correction (MattraVersionsWindow *self,
                 int                   number)
{
  for (guint i = 0; i < self->seals->len; i++)
    if (((MattraSeal *) g_ptr_array_index (self->seals, i))->corrects == number)
      return g_ptr_array_index (self->seals, i);
  return NULL;
}

static void
show_correction (MattraVersionsWindow *self,
                 const MattraSeal     *seal)
{
  const MattraSeal *correction = find_correction (self, seal->number);
  g_autoptr (GString) words = g_string_new (NULL);

  if (seal->corrects > 0)
    {
      g_autofree char *number = mattra_digits_format (seal->corrects, get_digits (self));

      g_string_append_printf (words, _("Corrects version %s"), number);
      if (seal->reason)
        g_string_append_printf (words, ": %s", seal->reason);
    }
  if (correction)
    {
      g_autofree char *number = mattra_digits_format (correction->number, get_digits (self));

      g_string_append (words, words->len > 0 ? "\n" : "");
      g_string_append_printf (words, _("Was corrected by version %s"), number);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->corrects), words->len > 0);
  adw_action_row_set_subtitle (self->corrects, words->str);
}

static void
fill_others (MattraVersionsWindow *self,
             const MattraSeal     *seal)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  int today = 0;

  g_array_set_size (self->others, 0);
  g_array_append_val (self->others, today);
  gtk_string_list_append (words, _("Today"));
  for (guint i = 0; i < self->seals->len; i++)
    {
      const MattraSeal *other = g_ptr_array_index (self->seals, i);

      if (other->number == seal->number)
        continue;
      g_array_append_val (self->others, other->number);
      gtk_string_list_take (words, mattra_version_words_number (other, get_digits (self)));
    }
  adw_combo_row_set_model (self->other, G_LIST_MODEL (words));
}

/* What is late is late on a day. */
static void
show_report (MattraVersionsWindow *self,
             const MattraSeal     *seal)
{
  g_autofree char *report = mattra_version_words_report (get_plan (self), seal->kind, seal->round, seal->division,
                                                         get_digits (self));
  MattraDate today = mattra_seal_options_get_today (seal);
  g_autofree char *day = mattra_date_is_set (today) ? mattra_date_format (today, MATTRA_DATE_SHORT, get_digits (self))
                                                    : NULL;
  g_autofree char *of_day = day ? g_strdup_printf (_("as of %s"), day) : NULL;
  g_autofree char *words = g_strjoin (" · ", report, of_day, NULL);

  adw_action_row_set_subtitle (self->report, words);
}

static void
show_seal (MattraVersionsWindow *self,
           const MattraSeal     *seal)
{
  g_autofree char *time = mattra_version_words_time (seal->at_utc, get_digits (self));
  g_autofree char *confirmed = g_strjoin (" · ", time, seal->person, NULL);
  g_autofree char *fingerprint = g_strndup (seal->fingerprint, PRINTED_DIGITS);

  show_report (self, seal);
  adw_action_row_set_subtitle (self->confirmed, confirmed);
  adw_action_row_set_subtitle (self->fingerprint, fingerprint);
  show_correction (self, seal);
  show_scans (self, seal);
}

/* Which page */

static void
show_page (MattraVersionsWindow *self,
           const char           *page)
{
  const MattraSeal *seal = get_seal (self, self->number);
  g_autofree char *title = seal ? mattra_version_words_number (seal, get_digits (self)) : NULL;
  g_autofree char *year = mattra_digits_format (mattra_plan_get_fiscal_year (get_plan (self)), get_digits (self));
  g_autofree char *fiscal = g_strdup_printf (_("Fiscal year %s"), year);

  gtk_stack_set_visible_child_name (self->stack, page);
  adw_window_title_set_title (self->heading, title ? title : _("Confirmed Versions"));
  adw_window_title_set_subtitle (self->heading, fiscal);
  gtk_widget_set_visible (self->back, seal != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.attach",
                                 seal && !mattra_session_get_read_only (self->session));
}

static void
show_list (MattraVersionsWindow *self)
{
  self->number = 0;
  show_page (self, self->seals->len > 0 ? "list" : "empty");
}

/* What is looked at stays, also while somebody confirms or attaches something. */
static void
refresh (MattraVersionsWindow *self)
{
  const MattraSeal *seal = get_seal (self, self->number);

  fill_list (self);
  if (seal == NULL)
    {
      show_list (self);
      return;
    }
  show_seal (self, seal);
  if (self->others->len != self->seals->len)
    fill_others (self, seal);
}

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraVersionsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seals = mattra_seal_job_list_finish (result, &error);

  if (is_closed (self))
    return;
  if (seals == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The Versions Could Not Be Read"), error->message);
      return;
    }
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  self->seals = g_steal_pointer (&seals);
  refresh (self);
}

static void
look_at_register (MattraVersionsWindow *self)
{
  if (!is_closed (self))
    mattra_seal_job_list_async (self->session, listed, g_object_ref (self));
}

/* Another year has other versions. */
static void
plan_changed (MattraVersionsWindow *self)
{
  const MattraSeal *seal = get_seal (self, self->number);

  if (seal && g_strcmp0 (seal->plan, mattra_plan_get_id (get_plan (self))) != 0)
    self->number = 0;
  look_at_register (self);
}

/* Comparing */

typedef struct
{
  int before;
  int after;
  GPtrArray *differences;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  g_clear_pointer (&comparison->differences, g_ptr_array_unref);
  g_free (comparison);
}

static gboolean
run_comparison (MattraStore  *store,
                MattraPlan   *plan,
                gpointer      data,
                GError      **error)
{
  Comparison *comparison = data;
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (store, mattra_plan_get_id (plan), error);
  const MattraSeal *before = seals ? mattra_seal_find (seals, comparison->before, error) : NULL;
  const MattraSeal *after = before && comparison->after > 0 ? mattra_seal_find (seals, comparison->after, error) : NULL;

  if (before == NULL || (comparison->after > 0 && after == NULL))
    return FALSE;
  comparison->differences = mattra_seal_compare (store, mattra_plan_get_fiscal_year (plan), before, after, error);
  return comparison->differences != NULL;
}

/* "Version 1 and today: 3 cells differ". */
static char *
summarize (MattraVersionsWindow *self,
           const Comparison     *comparison)
{
  guint n = comparison->differences->len;
  g_autofree char *before = mattra_digits_format (comparison->before, get_digits (self));
  g_autofree char *after = mattra_digits_format (comparison->after, get_digits (self));
  g_autofree char *count = mattra_digits_format ((int) n, get_digits (self));
  g_autofree char *what = comparison->after > 0 ? g_strdup_printf (_("Version %s and version %s"), before, after)
                                                : g_strdup_printf (_("Version %s and today"), before);
  g_autofree char *differ = n > 0 ? g_strdup_printf (ngettext ("%s cell differs", "%s cells differ", n), count)
                                  : g_strdup (_("nothing differs"));

  return g_strdup_printf ("%s: %s", what, differ);
}

static void
compared (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraVersionsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Comparison *comparison = NULL;
  g_autofree char *summary = NULL;

  mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  comparison = data;
  if (!is_closed (self))
    {
      gtk_spinner_stop (self->spinner);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.compare", TRUE);
    }
  if (comparison && !is_closed (self) && self->number == comparison->before)
    {
      summary = summarize (self, comparison);
      mattra_compare_view_show (self->differences, summary, comparison->differences, get_plan (self), get_digits (self));
      show_page (self, "compare");
    }
  else if (error && !is_closed (self))
    mattra_tell (GTK_WINDOW (self), _("The Versions Could Not Be Compared"), error->message);
  if (comparison)
    comparison_free (comparison);
}

static void
act_compare (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (widget);
  guint chosen = adw_combo_row_get_selected (self->other);
  Comparison *comparison = NULL;

  if (chosen >= self->others->len || self->number == 0)
    return;
  comparison = g_new0 (Comparison, 1);
  comparison->before = self->number;
  comparison->after = g_array_index (self->others, int, chosen);
  gtk_spinner_start (self->spinner);
  gtk_widget_action_set_enabled (widget, "versions.compare", FALSE);
  mattra_session_query_async (self->session, run_comparison, comparison, comparison_free, compared, g_object_ref (self));
}

static void
go_to (MattraVersionsWindow *self,
       const char           *measure,
       const char           *field)
{
  const MattraSeal *seal = get_seal (self, self->number);

  /* The answers that differ are those of the version's round. */
  if (seal && seal->round != MATTRA_ROUND_NONE)
    mattra_session_set_round (self->session, seal->round);
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, measure, field);
}

/* Files */

static char *
dup_file_name (MattraVersionsWindow *self,
               const MattraSeal     *seal,
               const MattraScan     *scan)
{
  g_autofree char *base = mattra_version_words_file_name (get_plan (self), seal);

  if (scan == NULL)
    return g_strconcat (base, ".pdf", NULL);
  return g_strconcat (base, " ลงนามแล้ว", g_str_equal (scan->media_type, "application/pdf") ? ".pdf" : ".jpg", NULL);
}

/* What is wanted of a kept file, by the action's name. */
static void
use_file (MattraVersionsWindow *self,
          const char           *action,
          const MattraScan     *scan)
{
  const MattraSeal *seal = get_seal (self, self->number);
  g_autofree char *name = seal ? dup_file_name (self, seal, scan) : NULL;
  const char *sha256 = scan ? scan->blob : seal ? seal->pdf : NULL;

  if (sha256 == NULL)
    return;
  if (g_str_has_prefix (action, "versions.open"))
    mattra_version_file_open (GTK_WINDOW (self), self->session, sha256, name);
  else
    mattra_version_file_save (GTK_WINDOW (self), self->session, sha256, name);
}

static void
act_file (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  use_file (MATTRA_VERSIONS_WINDOW (widget), name, NULL);
}

static void
act_scan (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (widget);
  const MattraSeal *seal = get_seal (self, self->number);
  guint place = g_variant_get_uint32 (parameter);

  if (seal && place < seal->scans->len)
    use_file (self, name, g_ptr_array_index (seal->scans, place));
}

static void
attach (MattraVersionsWindow *self,
        GFile                *file)
{
  const MattraSeal *seal = get_seal (self, self->number);
  MattraScanDialog *dialog = NULL;

  if (seal == NULL || mattra_session_get_read_only (self->session))
    return;
  dialog = mattra_scan_dialog_present (GTK_WINDOW (self), self->session, seal, file);
  g_signal_connect_object (dialog, "attached", G_CALLBACK (look_at_register), self, G_CONNECT_SWAPPED);
}

static void
act_attach (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  attach (MATTRA_VERSIONS_WINDOW (widget), NULL);
}

static gboolean
take_drop (GtkWidget *widget,
           GFile     *file)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (widget);

  if (self->number == 0)
    return FALSE;
  attach (self, file);
  return TRUE;
}

/* Other actions */

static void
act_copy (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), adw_action_row_get_subtitle (self->fingerprint));
}

static void
act_back (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "compare"))
    show_page (self, "version");
  else if (self->number > 0)
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
act_seal (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SEAL], 0);
}

static void
act_verify (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  mattra_verify_choose_file (GTK_WINDOW (widget), MATTRA_VERSIONS_WINDOW (widget)->session);
}

static void
act_sign (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (widget);
  const MattraSeal *seal = get_seal (self, self->number);

  if (seal)
    mattra_sign_dialog_present (GTK_WINDOW (self), self->session, seal);
}

static void
row_chosen (MattraVersionsWindow *self,
            GtkListBoxRow        *row)
{
  mattra_versions_window_show_version (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "number")));
}

/* The object */

static void
mattra_versions_window_dispose (GObject *object)
{
  MattraVersionsWindow *self = MATTRA_VERSIONS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_VERSIONS_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  g_clear_pointer (&self->scan_rows, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
  G_OBJECT_CLASS (mattra_versions_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, back);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, report);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, confirmed);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, corrects);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, other);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, scans);
  gtk_widget_class_bind_template_child (widget_class, MattraVersionsWindow, differences);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc run;
  } actions[] = {
    { "versions.back", NULL, act_back },       { "versions.open", NULL, act_file },
    { "versions.save", NULL, act_file },       { "versions.copy", NULL, act_copy },
    { "versions.compare", NULL, act_compare }, { "versions.verify", NULL, act_verify },
    { "versions.attach", NULL, act_attach },   { "versions.open-scan", "u", act_scan },
    { "versions.save-scan", "u", act_scan },   { "versions.sign", NULL, act_sign },
    { "versions.seal", NULL, act_seal },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].run);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "versions.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "versions.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
mattra_versions_window_class_init (MattraVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_versions_window_dispose;
  g_type_ensure (MATTRA_TYPE_COMPARE_VIEW);
  bind_template (widget_class);
  install_actions (widget_class);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", MATTRA_TYPE_VERSIONS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_SEAL] = g_signal_new ("seal", MATTRA_TYPE_VERSIONS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
mattra_versions_window_init (MattraVersionsWindow *self)
{
  self->settings = mattra_settings_new ();
  self->scan_rows = g_ptr_array_new ();
  self->others = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  mattra_drop_file_connect (GTK_WIDGET (self), take_drop);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->differences, "go-to", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_versions_window_present:
 * @parent: the window it belongs to
 * @session: the window's session, with a plan
 *
 * Shows the confirmed versions of the session's plan.
 *
 * Returns: (transfer none): the window
 */
MattraVersionsWindow *
mattra_versions_window_present (GtkWindow     *parent,
                                MattraSession *session)
{
  MattraVersionsWindow *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && mattra_session_get_plan (session), NULL);

  self = g_object_new (MATTRA_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (look_at_register), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (plan_changed), self, G_CONNECT_SWAPPED);
  show_page (self, "waiting");
  gtk_window_present (GTK_WINDOW (self));
  look_at_register (self);
  return self;
}

/**
 * mattra_versions_window_show_version:
 * @self: the window, once it shows its list
 * @number: a version
 *
 * Shows one version.
 */
void
mattra_versions_window_show_version (MattraVersionsWindow *self,
                                     int                   number)
{
  const MattraSeal *seal = NULL;

  g_return_if_fail (MATTRA_IS_VERSIONS_WINDOW (self));

  seal = get_seal (self, number);
  if (seal == NULL)
    return;
  self->number = number;
  fill_others (self, seal);
  show_seal (self, seal);
  show_page (self, "version");
}
