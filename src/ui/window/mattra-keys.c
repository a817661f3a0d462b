/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-keys.h"

/* What stands on the keys of the letters in the Thai layout (Kedmanee, TIS 820), plain and with
 * Shift: who types Thai must not change the layout to undo. */
static const struct
{
  char letter;
  gunichar plain;
  gunichar shifted;
} thai_keys[] = {
  { 'a', 0x0E1F, 0x0E24 }, { 'b', 0x0E34, 0x0E3A }, { 'c', 0x0E41, 0x0E09 }, { 'd', 0x0E01, 0x0E0F },
  { 'e', 0x0E33, 0x0E0E }, { 'f', 0x0E14, 0x0E42 }, { 'g', 0x0E40, 0x0E0C }, { 'h', 0x0E49, 0x0E47 },
  { 'i', 0x0E23, 0x0E13 }, { 'j', 0x0E48, 0x0E4B }, { 'k', 0x0E32, 0x0E29 }, { 'l', 0x0E2A, 0x0E28 },
  { 'm', 0x0E17, '?' },    { 'n', 0x0E37, 0x0E4C }, { 'o', 0x0E19, 0x0E2F }, { 'p', 0x0E22, 0x0E0D },
  { 'q', 0x0E46, 0x0E50 }, { 'r', 0x0E1E, 0x0E11 }, { 's', 0x0E2B, 0x0E06 }, { 't', 0x0E30, 0x0E18 },
  { 'u', 0x0E35, 0x0E4A }, { 'v', 0x0E2D, 0x0E2E }, { 'w', 0x0E44, '"' },    { 'x', 0x0E1B, ')' },
  { 'y', 0x0E31, 0x0E4D }, { 'z', 0x0E1C, '(' },
};

static char *
find_thai_key (const char *key)
{
  guint keyval = 0;
  GdkModifierType modifiers = 0;

  if (!gtk_accelerator_parse (key, &keyval, &modifiers) || !(modifiers & GDK_CONTROL_MASK))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (thai_keys); i++)
    if (gdk_keyval_to_lower (keyval) == (guint) thai_keys[i].letter)
      return gtk_accelerator_name (gdk_unicode_to_keyval (modifiers & GDK_SHIFT_MASK
                                                            ? thai_keys[i].shifted
                                                            : thai_keys[i].plain),
                                   modifiers);
  return NULL;
}

/**
 * mattra_keys_set:
 * @application: the program
 * @action: a detailed action name
 * @keys: (array zero-terminated=1): accelerators; the first is shown in menus
 *
 * Sets the keys of an action, and with Ctrl also those that a Thai keyboard has in their place.
 */
void
mattra_keys_set (GtkApplication    *application,
                 const char        *action,
                 const char *const *keys)
{
  GStrvBuilder *all = g_strv_builder_new ();
  g_auto (GStrv) accelerators = NULL;

  g_return_if_fail (GTK_IS_APPLICATION (application) && action != NULL && keys != NULL);

  g_strv_builder_addv (all, (const char **) keys);
  for (guint i = 0; keys[i]; i++)
    {
      g_autofree char *thai = find_thai_key (keys[i]);

      if (thai)
        g_strv_builder_add (all, thai);
    }
  accelerators = g_strv_builder_end (all);
  g_strv_builder_unref (all);
  gtk_application_set_accels_for_action (application, action, (const char *const *) accelerators);
}
