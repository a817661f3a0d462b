/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-find.h"
#include "mattra-signer.h"
#include "mattra-text.h"

static gboolean
names_agree (const char *one,
             const char *other)
{
  g_autofree char *folded = mattra_text_fold_compare (one);
  g_autofree char *other_folded = mattra_text_fold_compare (other);

  return g_str_equal (folded, other_folded);
}

/* Posts that nobody holds are all called alike: they are known by the post. */
static const MattraSigner *
find_signer (MattraPlan *plan,
             const char *name)
{
  GPtrArray *signers = mattra_plan_get_signers (plan);

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);

      const char *known = mattra_signer_is_vacant (signer) && signer->post ? signer->post : signer->name;

      if (names_agree (known, name))
        return signer;
    }
  return NULL;
}

/* The text that the store keeps for a person's field. */
static gboolean
read_person_value (MattraPlan        *plan,
                   const MattraEdit  *edit,
                   char             **value,
                   GError           **error)
{
  g_autofree char *text = NULL;
  const char *id = NULL;

  if (g_str_equal (edit->field, "from") || g_str_equal (edit->field, "until"))
    return mattra_edit_date (edit, value, error);
  text = mattra_text_squeeze (edit->value);
  if (*text != '\0' && g_str_equal (edit->field, "division"))
    {
      if (!mattra_find_division (plan, text, &id, error))
        return FALSE;
      *value = g_strdup (id);
      return TRUE;
    }
  if (*text == '\0' && g_str_equal (edit->field, "name"))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: a person needs a name"));
      return FALSE;
    }
  *value = *text ? g_steal_pointer (&text) : NULL;
  return TRUE;
}

gboolean
mattra_edit_person (MattraStore       *store,
                    MattraPlan        *plan,
                    const char        *name,
                    const MattraEdit  *edit,
                    GError           **error)
{
  static const char *const fields[] = { "role", "rank", "name", "post", "acting", "division", "from",
                                        "until", NULL };
  const MattraSigner *signer = find_signer (plan, name);
  g_autofree char *value = NULL;
  g_autofree char *id = NULL;

  if (!g_strv_contains (fields, edit->field))
    {
      mattra_edit_unknown (edit, fields, error);
      return FALSE;
    }
  if (!read_person_value (plan, edit, &value, error))
    return FALSE;
  if (signer == NULL)
    {
      g_autofree char *clean = mattra_text_squeeze (name);
      g_autoptr (MattraSigner) added = mattra_signer_new (clean);

      if (g_str_equal (edit->field, "name") && mattra_signer_is_vacant_name (value))
        added->post = g_strdup (clean);
      id = mattra_store_insert_signer (store, added, error);
    }
  else
    id = g_strdup (signer->id);
  return id != NULL && mattra_store_set_signer_field (store, id, edit->field, value, error);
}

/* A division is added by giving it its own name. */
static gboolean
add_division (MattraStore       *store,
              MattraPlan        *plan,
              const char        *name,
              const MattraEdit  *edit,
              GError           **error)
{
  g_autoptr (MattraDivision) division = NULL;
  g_autofree char *id = NULL;
  const char *found = NULL;

  if (!g_str_equal (edit->field, "name") || !names_agree (name, edit->value))
    {
      if (!mattra_find_division (plan, name, &found, error))
        g_prefix_error (error, _("To add it, write: set FILE \"division:%s\" name \"%s\". "), name, name);
      return FALSE;
    }
  division = mattra_division_new (edit->value);
  id = mattra_store_insert_division (store, mattra_plan_get_id (plan), division, error);
  return id != NULL;
}

gboolean
mattra_edit_division (MattraStore       *store,
                      MattraPlan        *plan,
                      const char        *name,
                      const MattraEdit  *edit,
                      GError           **error)
{
  static const char *const fields[] = { "name", "short_name", "aliases", NULL };
  const MattraDivision *division = NULL;
  g_autofree char *value = mattra_text_squeeze (edit->value);

  if (!g_strv_contains (fields, edit->field))
    {
      mattra_edit_unknown (edit, fields, error);
      return FALSE;
    }
  division = mattra_division_list_find_name (mattra_plan_get_divisions (plan), name);
  if (division == NULL)
    return add_division (store, plan, name, edit, error);
  if (g_str_equal (edit->field, "aliases"))
    {
      g_auto (GStrv) names = mattra_edit_lines (edit->value);

      return mattra_store_set_aliases (store, division->id, (const char *const *) names, error);
    }
  if (*value == '\0' && g_str_equal (edit->field, "name"))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: a division needs a name"));
      return FALSE;
    }
  return mattra_store_set_division_field (store, division->id, edit->field, *value ? value : NULL, error);
}
