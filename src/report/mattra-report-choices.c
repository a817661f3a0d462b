/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-report-column.h"

#define POINTS_PREFIX "points_"

/**
 * mattra_report_column_choice_free:
 * @self: (transfer full) (nullable): a column
 *
 * Frees a column.
 */
void
mattra_report_column_choice_free (MattraReportColumnChoice *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->head);
  g_free (self);
}

/**
 * mattra_report_get_parts:
 * @kind: name of a kind, or of several by commas
 *
 * Returns: what can be chosen for it; of several kinds in one file only whether they can be of each division
 */
MattraReportParts
mattra_report_get_parts (const char *kind)
{
  g_auto (GStrv) names = NULL;
  MattraReportParts parts = 0;
  guint n = 0;

  g_return_val_if_fail (kind != NULL, 0);

  names = g_strsplit (kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  for (; names[n]; n++)
    {
      const MattraReportKind *found = mattra_report_find_kind (names[n]);

      parts |= found ? found->parts : 0;
    }
  return n > 1 ? parts & MATTRA_REPORT_HAS_DIVISIONS : parts;
}

/**
 * mattra_report_is_for_division:
 * @kind: name of a kind
 *
 * Returns: whether it is always of one division: without one it is printed for each of them
 */
gboolean
mattra_report_is_for_division (const char *kind)
{
  const MattraReportKind *found;

  g_return_val_if_fail (kind != NULL, FALSE);

  found = mattra_report_find_kind (kind);
  return found != NULL && found->for_division;
}

/**
 * mattra_report_has_column:
 * @field: a word
 *
 * Returns: whether a table can have a column of this name
 */
gboolean
mattra_report_has_column (const char *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < MATTRA_N_COLUMN_TYPES; i++)
    if (g_str_equal (mattra_column_types[i].field, field))
      return TRUE;
  return FALSE;
}

/* Title and preface of results are those that imports keep and the page of the office shows; so are those of measures. */
static char *
shared_name (const char *kind,
             const char *setting)
{
  if (!g_str_equal (setting, MATTRA_SETTING_KIND_TITLE) && !g_str_equal (setting, MATTRA_SETTING_KIND_PREFACE))
    return NULL;
  if (g_str_equal (kind, mattra_report_results.name))
    return g_strdup (setting);
  return g_str_equal (kind, mattra_report_measures.name) ? g_strconcat ("measures_", setting, NULL) : NULL;
}

/**
 * mattra_report_setting_name:
 * @plan: a plan
 * @kind: name of a kind, or of several by commas
 * @setting: one of a kind, such as %MATTRA_SETTING_KIND_PREFACE
 *
 * Tells under which name the plan keeps a setting of a kind of report: "KIND/NAME", for several kinds in one file that
 * of %MATTRA_REPORT_SET.
 *
 * Returns: (transfer full): the name, for mattra_plan_get_setting()
 */
char *
mattra_report_setting_name (MattraPlan *plan,
                            const char *kind,
                            const char *setting)
{
  g_autofree char *own = NULL;
  g_autofree char *shared = NULL;
  gboolean several;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && kind != NULL && setting != NULL, NULL);

  several = strstr (kind, MATTRA_REPORT_KIND_SEPARATOR) != NULL;
  own = g_strconcat (several ? MATTRA_REPORT_SET : kind, "/", setting, NULL);
  shared = shared_name (kind, setting);
  return shared == NULL || mattra_plan_get_setting (plan, own) ? g_steal_pointer (&own) : g_steal_pointer (&shared);
}

static const char *
get_kept (MattraPlan *plan,
          const char *kind,
          const char *setting)
{
  g_autofree char *name = mattra_report_setting_name (plan, kind, setting);

  return mattra_plan_get_setting (plan, name);
}

/**
 * mattra_report_kept_digits:
 * @plan: a plan
 * @kind: name of a kind, or of several by commas
 *
 * Returns: the script of numbers kept for it; else Thai digits
 */
MattraDigits
mattra_report_kept_digits (MattraPlan *plan,
                           const char *kind)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && kind != NULL, MATTRA_DIGITS_THAI);

  return g_strcmp0 (get_kept (plan, kind, MATTRA_SETTING_KIND_DIGITS), "western") == 0 ? MATTRA_DIGITS_WESTERN
                                                                                       : MATTRA_DIGITS_THAI;
}

/**
 * mattra_report_kept_numbering:
 * @plan: a plan
 * @kind: name of a kind, or of several by commas
 *
 * Returns: how the pages of several papers in one file are numbered, as kept for it; else each from 1
 */
MattraReportNumbering
mattra_report_kept_numbering (MattraPlan *plan,
                              const char *kind)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && kind != NULL, MATTRA_NUMBERING_SEPARATE);

  return g_strcmp0 (get_kept (plan, kind, MATTRA_SETTING_KIND_NUMBERING), "continuous") == 0
           ? MATTRA_NUMBERING_CONTINUOUS : MATTRA_NUMBERING_SEPARATE;
}

static char *
propose_points (MattraPlan *plan,
                int         indicator)
{
  GPtrArray *scores = mattra_plan_get_scores (plan);

  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->indicator == indicator && score->score >= 0)
        return g_strdup (mattra_report_propose_points (score->score));
    }
  return NULL;
}

static char *
propose_signers (MattraReportBuild *build)
{
  g_autoptr (GPtrArray) signers = NULL;
  GString *names = g_string_new (NULL);

  /* No kind has chosen anybody: all sign who have a role and are in office on the day. */
  build->options.date = mattra_report_date (build->plan, &build->options);
  build->options.kind = "";
  signers = mattra_report_list_signers (build);
  for (guint i = 0; i < signers->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", ((MattraSigner *) g_ptr_array_index (signers, i))->name);
  return g_string_free (names, FALSE);
}

/**
 * mattra_report_propose:
 * @plan: the plan
 * @options: what is printed; one kind
 * @setting: a text of the kind, such as %MATTRA_SETTING_KIND_PREFACE; also "duties", "classes", "points_" with the
 *   number of an indicator
 *
 * Gives the text that prints where the office has written none of its own, as the office could write it: with
 * placeholders (mattra_report_list_placeholders()).
 *
 * Returns: (transfer full) (nullable): the text; %NULL where the kind has no such text
 */
char *
mattra_report_propose (MattraPlan                *plan,
                       const MattraReportOptions *options,
                       const char                *setting)
{
  MattraReportBuild build = { plan };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL && setting != NULL, NULL);

  build.options = *options;
  build.kind = mattra_report_find_kind (options->kind);
  if (build.kind == NULL)
    return NULL;
  if (g_str_equal (setting, MATTRA_SETTING_KIND_TITLE))
    return g_strdup (build.kind->head);
  if (g_str_equal (setting, MATTRA_SETTING_KIND_SUBJECT))
    return g_strdup (build.kind->subject);
  if (g_str_equal (setting, MATTRA_SETTING_KIND_PREFACE))
    return g_strdup (build.kind->preface);
  if (g_str_equal (setting, MATTRA_SETTING_KIND_OFFICE) && (build.kind->parts & MATTRA_REPORT_HAS_OFFICE))
    return mattra_report_propose_office (&build);
  if (g_str_equal (setting, MATTRA_SETTING_KIND_SIGNERS) && (build.kind->parts & MATTRA_REPORT_HAS_SIGNERS))
    return propose_signers (&build);
  if (g_str_equal (setting, MATTRA_SETTING_KIND_COVER) && (build.kind->parts & MATTRA_REPORT_HAS_COVER))
    {
      if (build.kind->parts & MATTRA_REPORT_HAS_ANALYSIS)
        build.options.round = MATTRA_ROUND_NONE;
      return mattra_report_propose_cover (&build);
    }
  if (g_str_equal (setting, "duties") && (build.kind->parts & MATTRA_REPORT_HAS_DUTIES))
    return g_strdup (mattra_report_propose_duties ());
  if (!(build.kind->parts & MATTRA_REPORT_HAS_ANALYSIS))
    return NULL;
  if (g_str_equal (setting, "classes"))
    return g_strdup (mattra_report_propose_classes ());
  return g_str_has_prefix (setting, POINTS_PREFIX)
           ? propose_points (plan, atoi (setting + strlen (POINTS_PREFIX))) : NULL;
}

/**
 * mattra_report_dup_signers:
 * @plan: the plan
 * @options: what is printed
 *
 * Lists who signs a report: of one kind in the order of their blocks, of several in one file in the order of the plan.
 *
 * Returns: (transfer container) (element-type MattraSigner): people of @plan
 */
GPtrArray *
mattra_report_dup_signers (MattraPlan                *plan,
                           const MattraReportOptions *options)
{
  MattraReportBuild build = { plan };
  GPtrArray *all = NULL;
  GPtrArray *signers = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && options != NULL && options->kind != NULL, NULL);

  build.options = *options;
  if (strstr (options->kind, MATTRA_REPORT_KIND_SEPARATOR) == NULL)
    return mattra_report_list_signers (&build);
  all = mattra_plan_get_signers (plan);
  signers = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (mattra_report_is_signer (plan, options, g_ptr_array_index (all, i)))
      g_ptr_array_add (signers, g_ptr_array_index (all, i));
  return signers;
}

static gboolean
is_placeholder (const char *name,
                gsize       length)
{
  g_autofree const char **names = mattra_report_list_placeholders ();

  for (guint i = 0; names[i]; i++)
    if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* What is wrong at a brace or bracket; %NULL for nothing. @close is where the open bracket ends. */
static char *
check_sign (const char  *at,
            const char **close)
{
  gsize line = strcspn (at, "\n");
  gsize length;

  switch (*at)
    {
    case '{':
      length = strcspn (at + 1, "{}\n");
      if (at[1 + length] != '}')
        return g_strdup (_("“{” is not closed by “}”; it prints as it stands"));
      if (is_placeholder (at + 1, length))
        return NULL;
      return g_strdup_printf (_("“%.*s” is no placeholder; it prints as it stands"), (int) length + 2, at);
    case '[':
      if (*close == NULL && memchr (at, ']', line) == NULL)
        return g_strdup (_("“[” is not closed by “]” in its line; it prints as it stands"));
      if (*close != NULL)
        return g_strdup (_("“[” stands within brackets, which cannot be nested"));
      *close = memchr (at, ']', line);
      return NULL;
    default:
      if (*close != at)
        return g_strdup (_("“]” closes nothing; it prints as it stands"));
      *close = NULL;
      return NULL;
    }
}

/**
 * mattra_report_check_text:
 * @text: a text of a report
 *
 * Looks whether placeholders and brackets of a text are what the office seems to mean.
 *
 * Returns: (transfer full) (nullable): the first fault in words; %NULL if there is none. The text can be printed all the
 *   same
 */
char *
mattra_report_check_text (const char *text)
{
  const char *close = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; (at = strpbrk (at, "{[]")); at++)
    {
      char *fault = check_sign (at, &close);

      if (fault)
        return fault;
    }
  return NULL;
}

/**
 * mattra_report_list_columns:
 * @plan: the plan
 * @measures: its measures, or those of one division; read once
 * @options: what is printed; one kind
 * @error: return location
 *
 * Lists the columns that the table of measures of a report prints, in their order, then those that it could have.
 *
 * Returns: (transfer full) (element-type MattraReportColumnChoice) (nullable): the columns, none where the kind has no
 *   such table; %NULL if the measures cannot be read
 */
GPtrArray *
mattra_report_list_columns (MattraPlan                 *plan,
                            MattraMeasureSource        *measures,
                            const MattraReportOptions  *options,
                            GError                    **error)
{
  MattraReportBuild build = { plan, measures };

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE_SOURCE (measures) && options != NULL, NULL);

  build.options = *options;
  build.kind = mattra_report_find_kind (options->kind);
  if (build.kind == NULL || build.kind->form == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_report_column_choice_free);
  build.only_own = build.sheet = build.kind->for_division && options->division != NULL;
  return mattra_report_choose_columns (&build, error);
}
