/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-preferences.h"

#include "mattra-autostart.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

struct _MattraPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *language_row;
  GtkWidget *digits_row;
  GtkWidget *scheme_row;
  GtkWidget *person_row;
  GtkWidget *notifications_switch;
  GtkWidget *reminders;
  GtkWidget *overdue_switch;
  GtkWidget *due_soon_switch;
  GtkWidget *due_days;
  GtkWidget *no_result_switch;
  GtkWidget *answer_days;
  GtkWidget *returned_switch;
  GtkWidget *days_row;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkWidget *background_switch;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MattraPreferences, mattra_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of a key in the order in which its row offers them. */
static const char *const languages[] = { "system", "th", "en", NULL };
static const char *const digits[] = { "thai", "western", NULL };
static const char *const schemes[] = { "system", "light", "dark", NULL };
static const char *const reminder_days[] = { "every-day", "working-days", "mondays", NULL };

static const AdwColorScheme color_schemes[] = {
  [MATTRA_SCHEME_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
  [MATTRA_SCHEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
  [MATTRA_SCHEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
};

static void
apply_scheme (GSettings *settings)
{
  int scheme = g_settings_get_enum (settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), color_schemes[scheme]);
}

static gboolean
value_to_place (GValue   *value,
                GVariant *variant,
                gpointer  user_data)
{
  const char *const *values = user_data;

  for (guint i = 0; values[i]; i++)
    if (g_str_equal (values[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
place_to_value (const GValue       *value,
                const GVariantType *type,
                gpointer            user_data)
{
  const char *const *values = user_data;
  guint place = g_value_get_uint (value);

  return place < g_strv_length ((char **) values) ? g_variant_new_string (values[place]) : NULL;
}

static void
bind_choice (MattraPreferences *self,
             const char        *key,
             GtkWidget         *row,
             const char *const *values)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, value_to_place,
                                place_to_value, (gpointer) values, NULL);
}

/* The time of the day is one value of two fields. */

static void
show_time (MattraPreferences *self)
{
  int from = g_settings_get_int (self->settings, "remind-from");

  gtk_spin_button_set_value (self->hour, from / 60);
  gtk_spin_button_set_value (self->minute, from % 60);
}

static void
take_time (MattraPreferences *self)
{
  int from = gtk_spin_button_get_value_as_int (self->hour) * 60 + gtk_spin_button_get_value_as_int (self->minute);

  if (g_settings_get_int (self->settings, "remind-from") != from)
    g_settings_set_int (self->settings, "remind-from", from);
}

/* Numbers are understood in either script. */

static gboolean
show_number (GtkSpinButton     *button,
             MattraPreferences *self)
{
  gboolean is_time = button == self->hour || button == self->minute;
  g_autofree char *western = g_strdup_printf (is_time ? "%02d" : "%d", gtk_spin_button_get_value_as_int (button));
  MattraDigits script = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autofree char *text = mattra_digits_apply (western, script);

  gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

/* What is no number leaves the one that was there; to the toolkit it would be nought. */
static int
read_number (GtkSpinButton *button,
             double        *value)
{
  g_autofree char *text = mattra_digits_to_western (gtk_editable_get_text (GTK_EDITABLE (button)));
  guint64 number = 0;

  *value = gtk_spin_button_get_value (button);
  if (g_ascii_string_to_unsigned (g_strstrip (text), 10, 0, G_MAXINT, &number, NULL))
    *value = (double) number;
  return TRUE;
}

static void
bind_numbers (MattraPreferences *self)
{
  GtkSpinButton *const buttons[] = {
    GTK_SPIN_BUTTON (self->due_days), GTK_SPIN_BUTTON (self->answer_days), self->hour, self->minute,
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_signal_connect_object (buttons[i], "output", G_CALLBACK (show_number), self, 0);
      g_signal_connect (buttons[i], "input", G_CALLBACK (read_number), NULL);
      g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (gtk_spin_button_update), buttons[i],
                               G_CONNECT_SWAPPED);
      gtk_spin_button_update (buttons[i]);
    }
}

/* The desktop has to know as well. Where that can't be, the switch goes back. */
static void
follow_background (MattraPreferences *self)
{
  gboolean on = g_settings_get_boolean (self->settings, "remind-in-background");
  g_autofree char *program = mattra_autostart_dup_program ();
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (mattra_autostart_set (on, program, &error))
    return;
  title = g_markup_escape_text (error->message, -1);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (title));
  if (on)
    g_settings_set_boolean (self->settings, "remind-in-background", FALSE);
}

static void
bind_reminders (MattraPreferences *self)
{
  const struct
  {
    const char *key;
    GtkWidget *widget;
    const char *property;
  } bindings[] = {
    { "notifications", self->reminders, "sensitive" },
    { "remind-overdue", self->overdue_switch, "active" },
    { "remind-due-soon", self->due_soon_switch, "active" },
    { "remind-due-soon", self->due_days, "sensitive" },
    { "remind-due-days", self->due_days, "value" },
    { "remind-no-result", self->no_result_switch, "active" },
    { "remind-no-result", self->answer_days, "sensitive" },
    { "remind-answer-days", self->answer_days, "value" },
    { "remind-returned", self->returned_switch, "active" },
    { "remind-in-background", self->background_switch, "active" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    g_settings_bind (self->settings, bindings[i].key, bindings[i].widget, bindings[i].property,
                     g_str_equal (bindings[i].property, "sensitive") ? G_SETTINGS_BIND_GET : G_SETTINGS_BIND_DEFAULT);
  bind_choice (self, "remind-on", self->days_row, reminder_days);
  show_time (self);
  bind_numbers (self);
  g_signal_connect_object (self->settings, "changed::remind-in-background", G_CALLBACK (follow_background), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->hour, "value-changed", G_CALLBACK (take_time), self);
  g_signal_connect_swapped (self->minute, "value-changed", G_CALLBACK (take_time), self);
}

static void
mattra_preferences_dispose (GObject *object)
{
  MattraPreferences *self = MATTRA_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_PREFERENCES);

  G_OBJECT_CLASS (mattra_preferences_parent_class)->dispose (object);
}

static void
mattra_preferences_class_init (MattraPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, digits_row);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, person_row);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, notifications_switch);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, reminders);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, overdue_switch);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, due_soon_switch);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, due_days);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, no_result_switch);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, answer_days);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, returned_switch);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, days_row);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, hour);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, minute);
  gtk_widget_class_bind_template_child (widget_class, MattraPreferences, background_switch);
}

static void
mattra_preferences_init (MattraPreferences *self)
{
  self->settings = mattra_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_choice (self, "language", self->language_row, languages);
  bind_choice (self, "digits", self->digits_row, digits);
  bind_choice (self, "color-scheme", self->scheme_row, schemes);
  g_settings_bind (self->settings, "person", self->person_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "notifications", self->notifications_switch, "active", G_SETTINGS_BIND_DEFAULT);
  bind_reminders (self);
  g_signal_connect (self->settings, "changed::color-scheme", G_CALLBACK (apply_scheme), NULL);
}

/**
 * mattra_preferences_present:
 * @parent: the window over which the preferences are shown
 *
 * Shows the preferences.
 */
void
mattra_preferences_present (GtkWindow *parent)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  gtk_window_present (g_object_new (MATTRA_TYPE_PREFERENCES, "transient-for", parent, NULL));
}

/**
 * mattra_preferences_apply_theme:
 *
 * Makes all windows light or dark as the user chose; for the program's start.
 */
void
mattra_preferences_apply_theme (void)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();

  apply_scheme (settings);
}
