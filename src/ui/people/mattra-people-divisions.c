/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-arrange.h"
#include "mattra-error.h"
#include "mattra-rematch.h"
#include "mattra-text.h"

/* The divisions of a plan. */

static const MattraPeopleColumn columns[] = {
  { "name", N_("Division"), MATTRA_CELL_TEXT, 260 },
  { "short_name", N_("Short Name"), MATTRA_CELL_TEXT, 150 },
  { "aliases", N_("Other Names"), MATTRA_CELL_TEXT, 400 },
  { NULL },
};

static const MattraDivision *
division_at (MattraPlan *plan,
             guint       row)
{
  return mattra_division_list_get (mattra_plan_get_divisions (plan), row);
}

static guint
n_rows (MattraPlan *plan)
{
  return mattra_division_list_get_size (mattra_plan_get_divisions (plan));
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return division_at (plan, row)->id;
}

static char *
join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (names, i));

  return g_string_free (text, FALSE);
}

static char *
dup_text (MattraPlan *plan,
          guint       row,
          const char *field)
{
  const MattraDivision *division = division_at (plan, row);

  if (g_str_equal (field, "aliases"))
    return join (division->aliases);
  return g_strdup (g_str_equal (field, "name") ? division->name : division->short_name);
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *name = mattra_text_squeeze (text);

  *valid = *name != '\0' || !g_str_equal (field, "name");
  if (!*valid)
    return g_strdup (_("A division needs a name"));
  return g_str_equal (field, "aliases") ? g_strdup (_("One name a line, as it stands in tables")) : NULL;
}

static char **
lines_of (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GStrvBuilder *names = g_strv_builder_new ();
  char **result;

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *name = mattra_text_squeeze (lines[i]);

      if (*name != '\0')
        g_strv_builder_add (names, name);
    }
  result = g_strv_builder_end (names);
  g_strv_builder_unref (names);

  return result;
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     const char   *id,
     const char   *field,
     const char   *text,
     GError      **error)
{
  g_autofree char *value = mattra_text_squeeze (text);

  if (g_str_equal (field, "aliases"))
    {
      g_auto (GStrv) names = lines_of (text);

      return mattra_store_set_aliases (store, id, (const char *const *) names, error);
    }
  if (*value == '\0' && g_str_equal (field, "name"))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: a division needs a name"));
      return FALSE;
    }
  return mattra_store_set_division_field (store, id, field, *value ? value : NULL, error);
}

static char *
insert (MattraStore  *store,
        MattraPlan   *plan,
        const char   *name,
        GError      **error)
{
  g_autoptr (MattraDivision) division = mattra_division_new (name);

  return mattra_store_insert_division (store, mattra_plan_get_id (plan), division, error);
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of a division that is no longer there"), title);
}

const MattraPeopleKind mattra_people_divisions = {
  .place = "division",
  .page = "divisions",
  .title = N_("Divisions"),
  .purpose = N_("Tables may call a division by other names; each is understood."),
  .add_label = N_("_Add a Division"),
  .columns = columns,
  .name_field = "name",
  .new_name = N_("New division"),
  .insert_act = "insert-division",
  .set_act = "set-division",
  .move_act = "move-division",
  .delete_act = "delete-division",
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .understand = understand,
  .set = set,
  .insert = insert,
  .move = mattra_arrange_move_division,
  .remove = mattra_arrange_delete_division,
  .settle = mattra_rematch_parties,
};
