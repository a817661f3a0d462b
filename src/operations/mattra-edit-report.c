/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-report-choices.h"
#include "mattra-text.h"

#define WIDTH_LAST 400

static gboolean
invalid (const MattraEdit  *edit,
         const char        *remedy,
         GError           **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "%s: “%s”: %s", edit->field, edit->value, remedy);
  return FALSE;
}

/* Each of these makes of what was written what is kept, or says why it cannot be. */
typedef char *(*Read) (const MattraEdit  *edit,
                       GError           **error);

static char *
read_word (const MattraEdit  *edit,
           const char *const *words,
           GError           **error)
{
  g_autofree char *list = NULL;
  g_autofree char *remedy = NULL;

  if (g_strv_contains (words, edit->value))
    return g_strdup (edit->value);
  list = g_strjoinv (", ", (char **) words);
  remedy = g_strdup_printf (_("write one of: %s"), list);
  invalid (edit, remedy, error);
  return NULL;
}

static char *
read_digits (const MattraEdit  *edit,
             GError           **error)
{
  static const char *const words[] = { "thai", "western", NULL };

  return read_word (edit, words, error);
}

static char *
read_numbering (const MattraEdit  *edit,
                GError           **error)
{
  static const char *const words[] = { "separate", "continuous", NULL };

  return read_word (edit, words, error);
}

static char *
read_day (const MattraEdit  *edit,
          GError           **error)
{
  g_autofree char *iso = NULL;

  return mattra_edit_date (edit, &iso, error) ? g_steal_pointer (&iso) : NULL;
}

/* A width of 0 is chosen by what the column holds. */
static char *
read_widths (const MattraEdit  *edit,
             GError           **error)
{
  g_autofree char *western = mattra_digits_to_western (edit->value);
  g_autofree char *squeezed = mattra_text_squeeze (western);
  g_auto (GStrv) words = g_strsplit (squeezed, " ", -1);

  for (guint i = 0; words[i]; i++)
    {
      char *end = NULL;
      double width = g_ascii_strtod (words[i], &end);

      if (end == words[i] || *end != '\0' || !isfinite (width) || width < 0 || width > WIDTH_LAST)
        {
          invalid (edit, _("write the widths of the columns in millimetres, with spaces between; 0 for as wide as needed"),
                   error);
          return NULL;
        }
    }
  return g_steal_pointer (&squeezed);
}

static char *
read_columns (const MattraEdit  *edit,
              GError           **error)
{
  g_autofree char *squeezed = mattra_text_squeeze (edit->value);
  g_auto (GStrv) words = g_strsplit (squeezed, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (!mattra_report_has_column (words[i]))
      {
        g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: there is no column “%s”"), edit->field, words[i]);
        return NULL;
      }
  return g_steal_pointer (&squeezed);
}

static char *
read_kinds (const MattraEdit  *edit,
            GError           **error)
{
  g_auto (GStrv) words = g_strsplit (edit->value, MATTRA_REPORT_KIND_SEPARATOR, -1);

  for (guint i = 0; words[i]; i++)
    if (!mattra_report_has_kind (g_strstrip (words[i])))
      {
        g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: there is no report “%s”"), edit->field, words[i]);
        return NULL;
      }
  return g_strjoinv (MATTRA_REPORT_KIND_SEPARATOR, words);
}

static char *
read_weights (const MattraEdit  *edit,
              GError           **error)
{
  if (mattra_assessment_read_weights (edit->value))
    return g_strdup (edit->value);
  invalid (edit, _("write each instrument and its weight on a line, as IIT 30; the weights make 100"), error);
  return NULL;
}

static char *
read_classes (const MattraEdit  *edit,
              GError           **error)
{
  if (mattra_assessment_read_classes (edit->value))
    return g_strdup (edit->value);
  invalid (edit, _("write each class on a line, from how many points on and its name, the highest first, as 85 ดี"), error);
  return NULL;
}

static const struct
{
  const char *name;
  Read read;
} settings[] = {
  { "weights", read_weights },
  { "classes", read_classes },
  { MATTRA_SETTING_KIND_DIGITS, read_digits },
  { MATTRA_SETTING_KIND_NUMBERING, read_numbering },
  { MATTRA_SETTING_KIND_DATE, read_day },
  { MATTRA_SETTING_COLUMN_ORDER, read_columns },
  { MATTRA_SETTING_COLUMN_WIDTH, read_widths },
};

static Read
find_reader (const char *field)
{
  const char *name = strchr (field, '/') + 1;

  if (g_str_equal (field, MATTRA_SETTING_SET_KINDS))
    return read_kinds;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (settings[i].name, name))
      return settings[i].read;
  return NULL;
}

/* Whether a setting is one of a single kind of report, or of several in one file: "KIND/NAME". */
gboolean
mattra_edit_is_of_kind (const char *field)
{
  const char *stroke = strchr (field, '/');
  g_autofree char *kind = stroke != NULL ? g_strndup (field, stroke - field) : NULL;

  return kind != NULL && (mattra_report_has_kind (kind) || g_str_equal (kind, MATTRA_REPORT_SET)) && stroke[1] != '\0'
         && stroke[1 + strspn (stroke + 1, "abcdefghijklmnopqrstuvwxyz_0123456789")] == '\0';
}

/* Keeps a setting of a kind of report, whose name is known to be one. */
gboolean
mattra_edit_report (MattraStore       *store,
                    MattraPlan        *plan,
                    const MattraEdit  *edit,
                    GError           **error)
{
  Read read = *edit->value != '\0' ? find_reader (edit->field) : NULL;
  g_autofree char *value = read ? read (edit, error) : g_strdup (edit->value);

  return value != NULL
         && mattra_store_set_setting (store, mattra_plan_get_id (plan), edit->field, *value ? value : NULL, error);
}
