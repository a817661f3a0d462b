/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-act-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *text;
} Word;

static const Word acts[] = {
  { "create", N_("a new register") },
  { "import", N_("import") },
};

static const Word tables[] = {
  { "organisation", N_("office") },
  { "plan", N_("plan") },
  { "round", N_("round") },
  { "division", N_("division") },
  { "division_alias", N_("other name of a division") },
  { "party_division", N_("division of a responsible party") },
  { "person", N_("person") },
  { "post", N_("post") },
  { "appointment", N_("appointment") },
  { "report_settings", N_("setting of the report") },
  { "score", N_("score of an ITA indicator") },
};

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].name, name))
      return _(words[i].text);
  return name;
}

static const char *
kind_text (MattraActKind kind)
{
  static const char *const texts[] = {
    [MATTRA_ACT_EDIT] = N_("edit"), [MATTRA_ACT_IMPORT] = N_("import"), [MATTRA_ACT_UNDO] = N_("undo"),
    [MATTRA_ACT_REDO] = N_("redo"), [MATTRA_ACT_SEAL] = N_("seal"),     [MATTRA_ACT_REVIEW] = N_("review"),
  };

  return (guint) kind < G_N_ELEMENTS (texts) ? _(texts[kind]) : "";
}

static gboolean
is_measure (const char *target)
{
  return !g_str_equal (target, "organisation") && !g_str_equal (target, "plan")
         && !g_str_has_prefix (target, "person:") && !g_str_has_prefix (target, "division:");
}

/**
 * mattra_act_text_target:
 * @change: a change of an act
 *
 * Returns: (transfer full): what the act changed, or its name where it changed more than one cell
 */
char *
mattra_act_text_target (const MattraChange *change)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  words = g_strsplit (change->arguments ? change->arguments : "", "\t", 2);
  if (g_strv_length (words) < 2)
    return g_strdup (find_word (acts, G_N_ELEMENTS (acts), change->name));
  if (is_measure (words[0]))
    return g_strdup_printf (_("%s of measure %s"), words[1], words[0]);
  return g_strdup_printf (_("%s of %s"), words[1], words[0]);
}

/**
 * mattra_act_text:
 * @change: a change of an act
 *
 * Returns: (transfer full): what sort of act it was and what it changed
 */
char *
mattra_act_text (const MattraChange *change)
{
  g_autofree char *target = mattra_act_text_target (change);

  g_return_val_if_fail (target != NULL, NULL);

  if (change->kind == MATTRA_ACT_IMPORT)
    return g_steal_pointer (&target);
  return g_strdup_printf ("%s: %s", kind_text (change->kind), target);
}

/**
 * mattra_act_text_place:
 * @change: a change of an act
 *
 * Returns: (transfer full): where it was: a field as in JSON, or else what sort of thing was changed
 */
char *
mattra_act_text_place (const MattraChange *change)
{
  const char *table;

  g_return_val_if_fail (change != NULL, NULL);

  if (change->field)
    return g_strdup (change->field);
  if (g_str_equal (change->table, "measure"))
    return g_strdup ("title");
  table = find_word (tables, G_N_ELEMENTS (tables), change->table);
  return change->column && !g_str_equal (change->column, "deleted")
           ? g_strdup_printf ("%s, %s", table, change->column) : g_strdup (table);
}

/**
 * mattra_act_text_time:
 * @change: a change of an act
 *
 * Returns: (transfer full): when it was, by the clock on the wall
 */
char *
mattra_act_text_time (const MattraChange *change)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  utc = g_date_time_new_from_iso8601 (change->at_utc, NULL);
  local = utc ? g_date_time_to_local (utc) : NULL;
  return local ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : g_strdup (change->at_utc);
}
