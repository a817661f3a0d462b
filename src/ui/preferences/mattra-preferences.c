/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-preferences.h"

#include "mattra-settings.h"

struct _MattraPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *language_row;
  GtkWidget *digits_row;
  GtkWidget *scheme_row;
  GtkWidget *person_row;
  GtkWidget *notifications_switch;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MattraPreferences, mattra_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of a key in the order in which its row offers them. */
static const char *const languages[] = { "system", "th", "en", NULL };
static const char *const digits[] = { "thai", "western", NULL };
static const char *const schemes[] = { "system", "light", "dark", NULL };

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
