/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-arrange.h"
#include "mattra-error.h"
#include "mattra-text.h"

#define MEMBER_ROLE "คณะทำงาน"
#define PLACE_LAST 999

static gboolean
describe_paper (const char        *kind,
                const MattraEdit  *edit,
                MattraPaper       *paper,
                GError           **error)
{
  g_autofree const char **kinds = NULL;
  g_autofree char *known = NULL;

  if (mattra_paper_is_kind (kind))
    {
      paper->round = mattra_paper_is_of_round (kind) ? edit->round : MATTRA_ROUND_NONE;
      paper->division = mattra_paper_is_of_division (kind) ? g_strdup (edit->division) : NULL;
      return TRUE;
    }
  kinds = mattra_paper_list_kinds ();
  known = g_strjoinv (", ", (char **) kinds);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _("There is no paper “%s”; there are: %s"), kind, known);
  return FALSE;
}

/* The newest record of exactly this paper: one of the whole year does not stand for that of a round. */
static const MattraPaper *
find_paper (MattraPlan        *plan,
            const MattraPaper *wanted)
{
  GPtrArray *papers = mattra_plan_get_papers (plan);

  for (guint i = papers->len; i > 0; i--)
    {
      const MattraPaper *paper = g_ptr_array_index (papers, i - 1);

      if (g_str_equal (paper->kind, wanted->kind) && paper->round == wanted->round
          && g_strcmp0 (paper->division, wanted->division) == 0)
        return paper;
    }
  return NULL;
}

/* A record that says nothing any more would be cited as a paper without number and date. */
static gboolean
is_emptied (const MattraPaper *paper,
            const char        *field,
            const char        *value)
{
  return value == NULL
         && (g_str_equal (field, "number") || paper->number == NULL)
         && (g_str_equal (field, "day") || !mattra_date_is_set (paper->day))
         && (g_str_equal (field, "subject") || paper->subject == NULL);
}

static gboolean
set_paper (MattraStore        *store,
           MattraPlan         *plan,
           const MattraPaper  *wanted,
           const char         *field,
           const char         *value,
           GError            **error)
{
  const MattraPaper *paper = find_paper (plan, wanted);
  g_autofree char *id = NULL;

  if (paper != NULL && is_emptied (paper, field, value))
    return mattra_store_set_paper_field (store, paper->id, "deleted", "1", error);
  if (paper == NULL && value == NULL)
    return TRUE;
  id = paper != NULL ? g_strdup (paper->id)
                     : mattra_store_insert_paper (store, mattra_plan_get_id (plan), wanted, error);
  return id != NULL && mattra_store_set_paper_field (store, id, field, value, error);
}

gboolean
mattra_edit_paper (MattraStore       *store,
                   MattraPlan        *plan,
                   const char        *kind,
                   const MattraEdit  *edit,
                   GError           **error)
{
  static const char *const fields[] = { "number", "day", "subject", NULL };
  g_autoptr (MattraPaper) wanted = mattra_paper_new (kind);
  g_autofree char *value = NULL;

  if (!describe_paper (kind, edit, wanted, error))
    return FALSE;
  if (!g_strv_contains (fields, edit->field))
    {
      mattra_edit_unknown (edit, fields, error);
      return FALSE;
    }
  if (g_str_equal (edit->field, "day"))
    {
      if (!mattra_edit_date (edit, &value, error))
        return FALSE;
    }
  else
    value = mattra_text_squeeze (edit->value);
  return set_paper (store, plan, wanted, edit->field, value != NULL && *value != '\0' ? value : NULL, error);
}

/* Members */

static gboolean
names_agree (const char *one,
             const char *other)
{
  g_autofree char *folded = mattra_text_fold_compare (one);
  g_autofree char *other_folded = mattra_text_fold_compare (other);

  return g_str_equal (folded, other_folded);
}

/* One whose post alone is appointed is known by the post. */
static const MattraMember *
find_member (MattraPlan *plan,
             const char *name)
{
  GPtrArray *members = mattra_plan_get_members (plan);

  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *member = g_ptr_array_index (members, i);
      const char *known = member->name != NULL ? member->name : member->post;

      if (known != NULL && names_agree (known, name))
        return member;
    }
  return NULL;
}

static char *
add_member (MattraStore  *store,
            MattraPlan   *plan,
            const char   *name,
            GError      **error)
{
  g_autoptr (MattraMember) added = mattra_member_new (MEMBER_ROLE);

  added->name = mattra_text_squeeze (name);
  if (*added->name != '\0')
    return mattra_store_insert_member (store, mattra_plan_get_id (plan), added, error);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: a member needs a name or a post"));
  return NULL;
}

static gboolean
move_member (MattraStore       *store,
             MattraPlan        *plan,
             const char        *id,
             const MattraEdit  *edit,
             GError           **error)
{
  GPtrArray *members = mattra_plan_get_members (plan);
  g_autofree char *text = NULL;
  const char *before = NULL;
  guint64 place;

  if (!mattra_edit_number (edit, 1, PLACE_LAST, &text, error))
    return FALSE;
  place = text != NULL ? g_ascii_strtoull (text, NULL, 10) : PLACE_LAST;
  for (guint i = 0; i < members->len && before == NULL; i++)
    {
      const MattraMember *other = g_ptr_array_index (members, i);

      if (g_strcmp0 (other->id, id) != 0 && --place == 0)
        before = other->id;
    }
  return mattra_arrange_move_member (store, plan, id, before, error);
}

/* A member without name has a post, and one without post a name; who has no role is no member any more. */
static gboolean
set_member (MattraStore         *store,
            const MattraMember  *member,
            const char          *id,
            const MattraEdit    *edit,
            GError             **error)
{
  g_autofree char *value = mattra_text_squeeze (edit->value);
  const char *other = NULL;

  if (*value != '\0')
    return mattra_store_set_member_field (store, id, edit->field, value, error);
  if (g_str_equal (edit->field, "role"))
    return mattra_store_set_member_field (store, id, "deleted", "1", error);
  if (member != NULL)
    other = g_str_equal (edit->field, "name") ? member->post : member->name;
  if (other != NULL || g_str_equal (edit->field, "post"))
    return mattra_store_set_member_field (store, id, edit->field, NULL, error);
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("name: a member needs a name or a post"));
  return FALSE;
}

gboolean
mattra_edit_member (MattraStore       *store,
                    MattraPlan        *plan,
                    const char        *name,
                    const MattraEdit  *edit,
                    GError           **error)
{
  static const char *const fields[] = { "role", "name", "post", "place", NULL };
  const MattraMember *member = find_member (plan, name);
  g_autofree char *id = NULL;

  if (!g_strv_contains (fields, edit->field))
    {
      mattra_edit_unknown (edit, fields, error);
      return FALSE;
    }
  id = member != NULL ? g_strdup (member->id) : add_member (store, plan, name, error);
  if (id == NULL)
    return FALSE;
  if (g_str_equal (edit->field, "place"))
    return move_member (store, plan, id, edit, error);
  return set_member (store, member, id, edit, error);
}
