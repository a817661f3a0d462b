/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-arrange.h"
#include "mattra-error.h"
#include "mattra-organisation.h"
#include "mattra-read-date.h"
#include "mattra-signer.h"
#include "mattra-text.h"

/* The people of an office with their posts, in the order in which they sign. */

static const MattraPeopleColumn columns[] = {
  { "role", N_("Signs As"), MATTRA_CELL_PEOPLE, 110 },
  { "rank", N_("Rank"), MATTRA_CELL_PEOPLE, 90 },
  { "name", N_("Name"), MATTRA_CELL_TEXT, 180 },
  { "post", N_("Post"), MATTRA_CELL_TEXT, 250 },
  { "acting", N_("Acting"), MATTRA_CELL_PEOPLE, 180 },
  { "division", N_("Division"), MATTRA_CELL_PEOPLE, 130 },
  { "from", N_("From"), MATTRA_CELL_DATE, 110 },
  { "until", N_("Until"), MATTRA_CELL_DATE, 110 },
  { NULL },
};

/* What people sign reports as (domain.md 2.4); any other word may be written. */
static const char *const roles[] = {
  "ผู้จัดทำ", "ผู้รายงาน", "ผู้เสนอ", "ผู้ตรวจสอบ", "ผู้รับรอง", "ผู้เห็นชอบ", "ผู้อนุมัติ", "ผู้ให้ข้อมูล", NULL
};

/* Full ranks, which stand before the line that is signed. Each before the one that it begins with. */
static const char *const ranks[] = {
  "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่พันตรี", "ว่าที่พันโท", "ร้อยตำรวจตรี", "ร้อยตำรวจโท",
  "ร้อยตำรวจเอก", "พันตำรวจตรี", "พันตำรวจโท", "พันตำรวจเอก", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจตรี", "สิบตำรวจโท",
  "สิบตำรวจเอก", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี", "พันโท", "พันเอก", "จ่าสิบตรี", "จ่าสิบโท", "จ่าสิบเอก", "สิบตรี",
  "สิบโท", "สิบเอก", "พันจ่าตรี", "พันจ่าโท", "พันจ่าเอก", "จ่าตรี", "จ่าโท", "จ่าเอก", "เรือตรี", "เรือโท", "เรือเอก", NULL
};

static const MattraSigner *
signer_at (MattraPlan *plan,
           guint       row)
{
  return g_ptr_array_index (mattra_plan_get_signers (plan), row);
}

static guint
n_rows (MattraPlan *plan)
{
  return mattra_plan_get_signers (plan)->len;
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return signer_at (plan, row)->id;
}

static char *
day_text (MattraDate day)
{
  return mattra_date_format (day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
}

static char *
dup_text (MattraPlan *plan,
          guint       row,
          const char *field)
{
  const MattraSigner *signer = signer_at (plan, row);
  const struct
  {
    const char *field;
    const char *text;
  } texts[] = {
    { "role", signer->role },
    { "rank", signer->rank },
    { "name", signer->name },
    { "post", signer->post },
    { "acting", signer->acting },
    { "division", mattra_plan_find_division_name (plan, signer->division) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].field, field))
      return g_strdup (texts[i].text);

  return day_text (g_str_equal (field, "from") ? signer->from : signer->until);
}

static void
add_acting (GStrvBuilder *choices,
            char         *post)
{
  const char *const *words = mattra_signer_list_acting_words ();

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *acting = g_strdup_printf ("%s %s", words[i], post);

      g_strv_builder_add (choices, acting);
    }
  g_free (post);
}

/* How, and for which of the posts that there are in every office. */
static char **
dup_acting (MattraPlan *plan)
{
  const MattraOrganisation *office = mattra_plan_get_organisation (plan);
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

  add_acting (choices, mattra_organisation_secretary_post (office));
  add_acting (choices, mattra_organisation_chief_post (office));
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    add_acting (choices, mattra_organisation_division_post (mattra_division_list_get (divisions, i)->name));
  return g_strv_builder_end (choices);
}

static char **
dup_choices (MattraPlan *plan,
             const char *field)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  char **names;

  if (g_str_equal (field, "role"))
    return g_strdupv ((char **) roles);
  if (g_str_equal (field, "rank"))
    return g_strdupv ((char **) ranks);
  if (g_str_equal (field, "acting"))
    return dup_acting (plan);
  if (!g_str_equal (field, "division"))
    return NULL;
  names = g_new0 (char *, mattra_division_list_get_size (divisions) + 1);
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    names[i] = g_strdup (mattra_division_list_get (divisions, i)->name);

  return names;
}

static gboolean
is_day_field (const char *field)
{
  return g_str_equal (field, "from") || g_str_equal (field, "until");
}

/* A day as the store keeps it; %NULL for none. */
static gboolean
read_day (const char  *text,
          char       **iso)
{
  MattraDate day;

  *iso = NULL;
  if (*text == '\0')
    return TRUE;
  if (!mattra_read_date (text, &day))
    return FALSE;
  *iso = mattra_date_to_iso (day);
  return TRUE;
}

/* What is to be known of a name that may stand there. */
static char *
note_on_name (const char *name)
{
  if (mattra_signer_is_vacant_name (name))
    return g_strdup (_("Nobody holds this post: papers leave the name open"));
  for (guint i = 0; ranks[i]; i++)
    if (g_str_has_prefix (name, ranks[i]))
      return g_strdup (_("A rank stands before the line to sign on: write it in its own column"));
  return NULL;
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *value = mattra_text_squeeze (text);
  g_autofree char *iso = NULL;

  *valid = TRUE;
  if (g_str_equal (field, "name") && *value == '\0')
    {
      *valid = FALSE;
      return g_strdup (_("A person needs a name"));
    }
  if (g_str_equal (field, "name"))
    return note_on_name (value);
  if (is_day_field (field) && !read_day (value, &iso))
    {
      *valid = FALSE;
      return g_strdup (_("Write a day like ๑๐ เม.ย. ๒๕๖๖"));
    }
  if (g_str_equal (field, "division") && *value != '\0'
           && mattra_division_list_find_name (mattra_plan_get_divisions (plan), value) == NULL)
    {
      *valid = FALSE;
      return g_strdup (_("There is no division of this name"));
    }
  return NULL;
}

/* What is pasted was not looked at while it was typed. */
static gboolean
check (MattraPlan  *plan,
       const char  *field,
       const char  *text,
       GError     **error)
{
  gboolean valid = TRUE;
  g_autofree char *why = understand (plan, field, text, &valid);

  if (valid)
    return TRUE;
  if (*text == '\0')
    g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, why);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "“%s”: %s", text, why);
  return FALSE;
}

/* The value that the store keeps for a text that was checked. */
static char *
to_value (MattraPlan *plan,
          const char *field,
          const char *text)
{
  char *value = NULL;

  if (is_day_field (field))
    read_day (text, &value);
  else if (*text == '\0')
    return NULL;
  else if (g_str_equal (field, "division"))
    value = g_strdup (mattra_division_list_find_name (mattra_plan_get_divisions (plan), text)->id);
  else
    value = g_strdup (text);
  return value;
}

static gboolean
set (MattraStore  *store,
     MattraPlan   *plan,
     const char   *id,
     const char   *field,
     const char   *text,
     GError      **error)
{
  g_autofree char *squeezed = mattra_text_squeeze (text);
  g_autofree char *value = NULL;

  if (!check (plan, field, squeezed, error))
    return FALSE;
  value = to_value (plan, field, squeezed);
  return mattra_store_set_signer_field (store, id, field, value, error);
}

static char *
insert (MattraStore  *store,
        MattraPlan   *plan,
        const char   *name,
        GError      **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (name);

  return mattra_store_insert_signer (store, signer, error);
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of a person who is no longer there"), title);
}

const MattraPeopleKind mattra_people_signers = {
  .place = "person",
  .page = "people",
  .title = N_("People"),
  .purpose = N_("Reports are signed in this order by those who sign as something. A post that nobody holds has (ว่าง) for a name, which papers leave open."),
  .add_label = N_("_Add a Person"),
  .columns = columns,
  .name_field = "name",
  .new_name = N_("New person"),
  .insert_act = "insert-person",
  .set_act = "set-person",
  .move_act = "move-person",
  .delete_act = "delete-person",
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .dup_choices = dup_choices,
  .understand = understand,
  .set = set,
  .insert = insert,
  .move = mattra_arrange_move_person,
  .remove = mattra_arrange_delete_person,
};
