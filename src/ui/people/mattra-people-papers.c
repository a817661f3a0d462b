/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-kind.h"

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-read-date.h"
#include "mattra-round-name.h"
#include "mattra-text.h"

/* Numbers and days of the orders, announcements and memos of a plan's year, the oldest first. */

static const MattraPeopleColumn columns[] = {
  { "kind", N_("Paper"), MATTRA_CELL_CHOICE, 190 },
  { "round", N_("Round"), MATTRA_CELL_CHOICE, 130, TRUE },
  { "division", N_("To the Division"), MATTRA_CELL_PEOPLE, 150 },
  { "number", N_("Paper’s Number"), MATTRA_CELL_TEXT, 130 },
  { "day", N_("Date"), MATTRA_CELL_DATE, 130 },
  { "subject", N_("Subject"), MATTRA_CELL_TEXT, 320 },
  { NULL },
};

static const struct
{
  const char *kind;
  const char *name;
} kinds[] = {
  { MATTRA_PAPER_ORDER, N_("Order") },
  { MATTRA_PAPER_ANNOUNCEMENT, N_("Announcement") },
  { MATTRA_PAPER_MEMO, N_("Memo") },
  { MATTRA_PAPER_REQUEST, N_("Request for results") },
};

static const MattraRound rounds[] = { MATTRA_ROUND_NONE, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };

static const MattraPaper *
paper_at (MattraPlan *plan,
          guint       row)
{
  return g_ptr_array_index (mattra_plan_get_papers (plan), row);
}

static guint
n_rows (MattraPlan *plan)
{
  return mattra_plan_get_papers (plan)->len;
}

static const char *
get_id (MattraPlan *plan,
        guint       row)
{
  return paper_at (plan, row)->id;
}

static const char *
kind_name (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _(kinds[i].name);
  return kind;
}

static char *
round_name (MattraRound round)
{
  return round == MATTRA_ROUND_NONE ? g_strdup (_("Whole year")) : mattra_round_name (round, MATTRA_DIGITS_WESTERN);
}

static char *
dup_text (MattraPlan *plan,
          guint       row,
          const char *field)
{
  const MattraPaper *paper = paper_at (plan, row);

  if (g_str_equal (field, "kind"))
    return g_strdup (kind_name (paper->kind));
  if (g_str_equal (field, "round"))
    return round_name (paper->round);
  if (g_str_equal (field, "division"))
    return g_strdup (mattra_plan_find_division_name (plan, paper->division));
  if (g_str_equal (field, "day"))
    return mattra_date_is_set (paper->day)
             ? mattra_date_format (paper->day, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN) : NULL;
  return g_strdup (g_str_equal (field, "number") ? paper->number : paper->subject);
}

static char **
dup_choices (MattraPlan *plan,
             const char *field)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; g_str_equal (field, "kind") && i < G_N_ELEMENTS (kinds); i++)
    g_strv_builder_add (words, _(kinds[i].name));
  for (guint i = 0; g_str_equal (field, "round") && i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *name = round_name (rounds[i]);

      g_strv_builder_add (words, name);
    }
  for (guint i = 0; g_str_equal (field, "division") && i < mattra_division_list_get_size (divisions); i++)
    g_strv_builder_add (words, mattra_division_list_get (divisions, i)->name);
  return g_strv_builder_end (words);
}

static gboolean
agree (const char *one,
       const char *other)
{
  g_autofree char *folded = mattra_text_fold_search (one);
  g_autofree char *other_folded = mattra_text_fold_search (other);

  return g_str_equal (folded, other_folded);
}

static const char *
read_kind (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (agree (text, _(kinds[i].name)) || agree (text, kinds[i].kind))
      return kinds[i].kind;
  return NULL;
}

/* No text is the whole year. */
static gboolean
read_round (const char  *text,
            MattraRound *round)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *name = round_name (rounds[i]);

      *round = rounds[i];
      if (agree (text, name) || (*text == '\0' && i == 0))
        return TRUE;
    }
  return FALSE;
}

/* What a cell may not say, in words; %NULL where it may stand there. */
static const char *
find_fault (MattraPlan *plan,
            const char *field,
            const char *value)
{
  MattraDate day;
  MattraRound round;

  if (g_str_equal (field, "kind") && read_kind (value) == NULL)
    return _("A paper is an order, an announcement, a memo or a request for results");
  if (g_str_equal (field, "round") && !read_round (value, &round))
    return _("Choose a round, or the whole year");
  if (*value == '\0')
    return NULL;
  if (g_str_equal (field, "day") && !mattra_read_date (value, &day))
    return _("Write a day like ๑๐ เม.ย. ๒๕๖๖");
  if (g_str_equal (field, "division")
      && mattra_division_list_find_name (mattra_plan_get_divisions (plan), value) == NULL)
    return _("There is no division of this name");
  return NULL;
}

static char *
understand (MattraPlan *plan,
            const char *field,
            const char *text,
            gboolean   *valid)
{
  g_autofree char *value = mattra_text_squeeze (text);
  const char *fault = find_fault (plan, field, value);

  *valid = fault == NULL;
  if (fault == NULL && g_str_equal (field, "number") && *value == '\0')
    return g_strdup (_("As it is written on the paper: ๑๒/๒๕๖๖"));
  return g_strdup (fault);
}

static const char *
refuse_kind (const char *kind,
             const char *field)
{
  if (g_str_equal (field, "round") && !mattra_paper_is_of_round (kind))
    return _("Orders and announcements are of the whole year");
  if (g_str_equal (field, "division") && !mattra_paper_is_of_division (kind))
    return _("Only a request for results goes to a division");
  return NULL;
}

static char *
refuse (MattraPlan *plan,
        guint       row,
        const char *field)
{
  return g_strdup (refuse_kind (paper_at (plan, row)->kind, field));
}

static const MattraPaper *
find_paper (MattraPlan *plan,
            const char *id)
{
  for (guint i = 0; i < n_rows (plan); i++)
    if (g_str_equal (get_id (plan, i), id))
      return paper_at (plan, i);
  return NULL;
}

/* What is pasted was not looked at while it was typed. */
static gboolean
check (MattraPlan  *plan,
       const char  *id,
       const char  *field,
       const char  *value,
       GError     **error)
{
  const MattraPaper *paper = find_paper (plan, id);
  const char *fault = find_fault (plan, field, value);

  if (fault == NULL && paper && *value != '\0')
    fault = refuse_kind (paper->kind, field);
  if (fault == NULL)
    return TRUE;
  if (*value == '\0')
    g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, fault);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "“%s”: %s", value, fault);
  return FALSE;
}

/* The value that the store keeps for a text that was checked; %NULL for none. */
static char *
to_value (MattraPlan *plan,
          const char *field,
          const char *text)
{
  MattraDate day;
  MattraRound round;

  if (g_str_equal (field, "kind"))
    return g_strdup (read_kind (text));
  if (g_str_equal (field, "round"))
    return read_round (text, &round) && round != MATTRA_ROUND_NONE
             ? g_strdup (mattra_plan_get_round (plan, round)->id) : NULL;
  if (*text == '\0')
    return NULL;
  if (g_str_equal (field, "day"))
    return mattra_read_date (text, &day) ? mattra_date_to_iso (day) : NULL;
  if (g_str_equal (field, "division"))
    return g_strdup (mattra_division_list_find_name (mattra_plan_get_divisions (plan), text)->id);
  return g_strdup (text);
}

/* A paper that becomes one of another kind keeps no round and division that such papers do not have. */
static gboolean
leave_out (MattraStore  *store,
           const char   *id,
           const char   *kind,
           GError      **error)
{
  return (mattra_paper_is_of_round (kind) || mattra_store_set_paper_field (store, id, "round", NULL, error))
         && (mattra_paper_is_of_division (kind) || mattra_store_set_paper_field (store, id, "division", NULL, error));
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

  if (!check (plan, id, field, squeezed, error))
    return FALSE;
  value = to_value (plan, field, squeezed);
  return mattra_store_set_paper_field (store, id, field, value, error)
         && (!g_str_equal (field, "kind") || leave_out (store, id, value, error));
}

static gboolean
has_kind (MattraPlan *plan,
          const char *kind)
{
  for (guint i = 0; i < n_rows (plan); i++)
    if (g_str_equal (paper_at (plan, i)->kind, kind))
      return TRUE;
  return FALSE;
}

/* The first kind that the year has none of, in the order in which papers are made. */
static char *
insert (MattraStore  *store,
        MattraPlan   *plan,
        const char   *name,
        GError      **error)
{
  const char *kind = MATTRA_PAPER_REQUEST;
  g_autoptr (MattraPaper) paper = NULL;

  for (guint i = G_N_ELEMENTS (kinds); i > 0; i--)
    if (!has_kind (plan, kinds[i - 1].kind))
      kind = kinds[i - 1].kind;
  paper = mattra_paper_new (kind);
  return mattra_store_insert_paper (store, mattra_plan_get_id (plan), paper, error);
}

static gboolean
remove_paper (MattraStore  *store,
              const char   *id,
              GError      **error)
{
  return mattra_store_set_paper_field (store, id, "deleted", "1", error);
}

static char *
dup_gone (const char *title)
{
  return g_strdup_printf (_("%s of a paper that is no longer there"), title);
}

const MattraPeopleKind mattra_people_papers = {
  .place = "paper",
  .page = "papers",
  .title = N_("Papers"),
  .purpose = N_("Number and date print on the paper itself, and others cite them: of several of a kind the last one."),
  .add_label = N_("_Add a Paper"),
  .columns = columns,
  .name_field = "kind",
  .new_name = N_("New paper"),
  .insert_act = "insert-paper",
  .set_act = "set-paper",
  .delete_act = "delete-paper",
  .dup_gone = dup_gone,
  .n_rows = n_rows,
  .get_id = get_id,
  .dup_text = dup_text,
  .dup_choices = dup_choices,
  .understand = understand,
  .refuse = refuse,
  .set = set,
  .insert = insert,
  .remove = remove_paper,
};
