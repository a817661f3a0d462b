/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-effect.h"

#include <glib/gi18n-lib.h>

#include "mattra-word-digits.h"

/* More measures of a kind than this are only counted. */
#define N_LISTED 40

struct _MattraImportEffect
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (MattraImportEffect, mattra_import_effect, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  MattraAcceptedKind kind;
  const char *title;
  const char *subtitle;
} Kind;

static const Kind kinds[] = {
  { MATTRA_ACCEPTED_ADDED, N_("New measures"), NULL },
  { MATTRA_ACCEPTED_CHANGED, N_("Changed measures"), NULL },
  { MATTRA_ACCEPTED_DOUBTFUL, N_("Doubtful measures"),
    N_("Added, though the register has another measure under the number") },
  { MATTRA_ACCEPTED_MISSING, N_("Not in the table"), N_("The register keeps them") },
};

static void
mattra_import_effect_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_IMPORT_EFFECT (object)->rows);

  G_OBJECT_CLASS (mattra_import_effect_parent_class)->finalize (object);
}

static void
mattra_import_effect_class_init (MattraImportEffectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_import_effect_finalize;
}

static void
mattra_import_effect_init (MattraImportEffect *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_row (MattraImportEffect *self,
         GtkWidget          *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
new_row (GType       type,
         const char *title)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, "title", title, NULL);

  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static char *
measure_name (const MattraAcceptedMeasure *measure,
              MattraDigits                 digits)
{
  g_autofree char *number = measure->number > 0 ? mattra_digits_format (measure->number, digits) : NULL;

  return number ? g_strdup_printf ("%s. %s", number, measure->title) : g_strdup (measure->title);
}

static void
list_measures (GtkWidget              *expander,
               const MattraAcceptance *acceptance,
               const Kind             *kind,
               MattraDigits            digits)
{
  guint n = 0;

  for (guint i = 0; i < acceptance->measures->len && n < N_LISTED; i++)
    {
      const MattraAcceptedMeasure *measure = g_ptr_array_index (acceptance->measures, i);
      g_autofree char *name = NULL;
      GtkWidget *row;

      if (measure->kind != kind->kind)
        continue;
      name = measure_name (measure, digits);
      row = new_row (ADW_TYPE_ACTION_ROW, name);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
      n++;
    }
}

static void
add_kind (MattraImportEffect     *self,
          const MattraAcceptance *acceptance,
          const Kind             *kind,
          MattraDigits            digits)
{
  guint n = 0;
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  for (guint i = 0; i < acceptance->measures->len; i++)
    n += ((const MattraAcceptedMeasure *) g_ptr_array_index (acceptance->measures, i))->kind == kind->kind;
  if (n == 0)
    return;
  count = mattra_digits_format ((int) n, mattra_word_digits (digits));
  title = g_strdup_printf ("%s: %s", _(kind->title), count);
  row = new_row (ADW_TYPE_EXPANDER_ROW, title);
  if (kind->subtitle)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _(kind->subtitle));
  list_measures (row, acceptance, kind, digits);
  add_row (self, row);
}

/**
 * mattra_import_effect_set_acceptance:
 * @self: the group
 * @acceptance: (nullable): what accepting would do; %NULL where it can't be accepted
 * @digits: script of the numbers
 *
 * Shows what accepting would do.
 */
void
mattra_import_effect_set_acceptance (MattraImportEffect     *self,
                                     const MattraAcceptance *acceptance,
                                     MattraDigits            digits)
{
  g_return_if_fail (MATTRA_IS_IMPORT_EFFECT (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), acceptance != NULL);
  if (acceptance == NULL)
    return;
  if (acceptance->n_changes == 0)
    add_row (self, new_row (ADW_TYPE_ACTION_ROW, _("Nothing: the register says all this already")));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, acceptance, &kinds[i], digits);
  for (guint i = 0; i < acceptance->notices->len; i++)
    add_row (self, new_row (ADW_TYPE_ACTION_ROW, g_ptr_array_index (acceptance->notices, i)));
}
