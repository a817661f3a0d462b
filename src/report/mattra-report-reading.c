/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"

/* Reads the next measure that the report is about; where it is of one division of several, only its own. */
MattraMeasure *
mattra_report_next_measure (MattraReportBuild  *self,
                            GError            **error)
{
  MattraMeasure *measure;

  while ((measure = mattra_measure_source_next (self->measures, error)))
    {
      if (!self->only_own || mattra_measure_involves (measure, self->options.division))
        return measure;
      g_object_unref (measure);
    }
  return NULL;
}

/* Reads the measures once, when the first text asks for their number. */
gboolean
mattra_report_count_measures (MattraReportBuild  *self,
                              guint              *n_measures,
                              GError            **error)
{
  g_autoptr (GError) failure = NULL;
  MattraMeasure *measure;

  if (!self->counted)
    {
      self->n_measures = 0;
      if (!mattra_measure_source_rewind (self->measures, error))
        return FALSE;
    }
  while (!self->counted && (measure = mattra_report_next_measure (self, &failure)))
    {
      self->n_measures++;
      g_object_unref (measure);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  self->counted = TRUE;
  *n_measures = self->n_measures;
  return TRUE;
}

/* Tells whether there is anything to report on; reads no more than one measure of it. */
gboolean
mattra_report_has_measures (MattraReportBuild  *self,
                            gboolean           *has_measures,
                            GError            **error)
{
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (GError) failure = NULL;

  if (!mattra_measure_source_rewind (self->measures, error))
    return FALSE;
  first = mattra_report_next_measure (self, &failure);
  *has_measures = first != NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Fails where there is nothing to report on. */
gboolean
mattra_report_need_measures (MattraReportBuild  *self,
                             GError            **error)
{
  gboolean has_measures;

  if (!mattra_report_has_measures (self, &has_measures, error))
    return FALSE;
  if (has_measures)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _("There is no measure to print; import a table, or choose another division or year"));
  return FALSE;
}
