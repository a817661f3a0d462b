/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-arrange.h"
#include "mattra-error.h"
#include "mattra-signer.h"
#include "mattra-text.h"

/* The working committee of a plan, in the order in which the order that appoints it lists them. */

#define ROLE "คณะทำงาน"

static const MattraPeopleColumn columns[] = {
  { "name", N_("Name"), MATTRA_CELL_PEOPLE, 220 },
  { "post", N_("Post"), MATTRA_CELL_PEOPLE, 300 },
  { "role", N_("In the Committee"), MATTRA_CELL_PEOPLE, 220 },
  { NULL },
};

/* What members are (domain.md 4.2); any other word may be written. */
static const char *const roles[] = {
  "ประธานคณะทำงาน", "รองประธานคณะทำงาน", ROLE, "คณะทำงานและเลขานุการ", "คณะทำงานและผู้ช่วยเลขานุการ", NULL
};

static const MattraMember *
member_at (MattraPlan *plan,
           guint       row)
{
  return g_ptr_array_index (mattra_plan_get_members (plan), row);
}

static guint
n_rows (MattraPlan *plan)
{
  return mattra_plan_get_members (plan)->len;
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return member_at (plan, row)->id;
}

static char *
dup_text (MattraPlan *plan,
          guint       row,
          const char *field)
{
  const MattraMember *member = member_at (plan, row);

  if (g_str_equal (field, "role"))
    return g_strdup (member->role);
  return g_strdup (g_str_equal (field, "name") ? member->name : member->post);
}

static gboolean
has_word (GPtrArray  *words,
          const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

/* As it stands in lists: with the rank. */
static char *
dup_name (const MattraSigner *signer)
{
  return signer->rank ? g_strdup_printf ("%s %s", signer->rank, signer->name) : g_strdup (signer->name);
}

/* Names and posts of the people of the office. */
static char **
dup_choices (MattraPlan *plan,
             const char *field)
{
  GPtrArray *signers = mattra_plan_get_signers (plan);
  GPtrArray *words = NULL;

  if (g_str_equal (field, "role"))
    return g_strdupv ((char **) roles);
  words = g_ptr_array_new ();
  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *word = g_str_equal (field, "post") ? g_strdup (signer->post) : dup_name (signer);

      if (word && !mattra_signer_is_vacant_name (word) && !has_word (words, word))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *value = mattra_text_squeeze (text);

  *valid = *value != '\0' || !g_str_equal (field, "role");
  if (!*valid)
    return g_strdup (_("A member is something in the committee: write คณะทำงาน"));
  return *value == '\0' && g_str_equal (field, "name") ? g_strdup (_("Without a name the post alone is appointed"))
                                                       : NULL;
}

static const MattraMember *
find_member (MattraPlan *plan,
             const char *id)
{
  for (guint i = 0; i < n_rows (plan); i++)
    if (g_str_equal (get_id (plan, i), id))
      return member_at (plan, i);
  return NULL;
}

/* A member without name has a post, and one without post a name. */
static gboolean
may_be_emptied (MattraPlan *plan,
                const char *id,
                const char *field)
{
  const MattraMember *member = find_member (plan, id);

  return member == NULL || (g_str_equal (field, "name") ? member->post : member->name) != NULL;
}

static const MattraSigner *
find_person (MattraPlan *plan,
             const char *name)
{
  GPtrArray *signers = mattra_plan_get_signers (plan);

  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *full = dup_name (signer);

      if (g_str_equal (signer->name, name) || g_str_equal (full, name))
        return signer;
    }
  return NULL;
}

/* Whose post is known need not be asked for it. */
static gboolean
add_post (MattraStore  *store,
          MattraPlan   *plan,
          const char   *id,
          const char   *name,
          GError      **error)
{
  const MattraMember *member = find_member (plan, id);
  const MattraSigner *person = find_person (plan, name);
  g_autofree char *both = NULL;

  if (member == NULL || member->post || person == NULL || person->post == NULL)
    return TRUE;
  both = person->acting ? g_strdup_printf ("%s %s", person->post, person->acting) : g_strdup (person->post);
  return mattra_store_set_member_field (store, id, "post", both, error);
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

  if (*value == '\0' && g_str_equal (field, "role"))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("A member is something in the committee: write คณะทำงาน"));
      return FALSE;
    }
  if (*value == '\0' && !may_be_emptied (plan, id, field))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("A member needs a name or a post"));
      return FALSE;
    }
  if (g_str_equal (field, "name") && !add_post (store, plan, id, value, error))
    return FALSE;
  return mattra_store_set_member_field (store, id, field, *value ? value : NULL, error);
}

static char *
insert (MattraStore  *store,
        MattraPlan   *plan,
        const char   *name,
        GError      **error)
{
  g_autoptr (MattraMember) member = mattra_member_new (ROLE);

  member->name = g_strdup (name);
  return mattra_store_insert_member (store, mattra_plan_get_id (plan), member, error);
}

static gboolean
remove_member (MattraStore  *store,
               const char   *id,
               GError      **error)
{
  return mattra_store_set_member_field (store, id, "deleted", "1", error);
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of a member of the committee who is no longer there"), title);
}

const MattraPeopleKind mattra_people_members = {
  .place = "member",
  .page = "committee",
  .title = N_("Committee"),
  .purpose = N_("The order that appoints the working committee lists it so. Where nobody is entered, it proposes the permanent secretary and the heads of the divisions."),
  .add_label = N_("_Add a Member"),
  .columns = columns,
  .name_field = "name",
  .new_name = N_("New member"),
  .insert_act = "insert-member",
  .set_act = "set-member",
  .move_act = "move-member",
  .delete_act = "delete-member",
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .dup_choices = dup_choices,
  .understand = understand,
  .set = set,
  .insert = insert,
  .move = mattra_arrange_move_member,
  .remove = remove_member,
};
