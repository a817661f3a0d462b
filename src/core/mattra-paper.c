/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-paper.h"

#include <string.h>

typedef struct
{
  const char *kind;
  const char *word;
  gboolean named;   /* the office's name follows the word at once */
  gboolean subject; /* it is cited by what it is about */
  gboolean of_round;
  gboolean of_division;
} PaperKind;

/* How papers are cited (domain.md 4.2): orders by number, announcements by subject. Orders and announcements are of
 * the whole year, memos of a round; only a request goes to a division. */
static const PaperKind kinds[] = {
  { MATTRA_PAPER_ORDER, "คำสั่ง", .named = TRUE },
  { MATTRA_PAPER_ANNOUNCEMENT, "ประกาศ", .named = TRUE, .subject = TRUE },
  { MATTRA_PAPER_MEMO, "บันทึกข้อความ", .of_round = TRUE },
  { MATTRA_PAPER_REQUEST, "บันทึกข้อความ", .of_round = TRUE, .of_division = TRUE },
};

static const PaperKind *
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return &kinds[i];
  return NULL;
}

/**
 * mattra_paper_new:
 * @kind: what it is, as %MATTRA_PAPER_ORDER
 *
 * Makes the record of a paper without number and day.
 *
 * Returns: (transfer full): the record
 */
MattraPaper *
mattra_paper_new (const char *kind)
{
  MattraPaper *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_new0 (MattraPaper, 1);
  self->kind = g_strdup (kind);
  self->round = MATTRA_ROUND_NONE;
  self->day = MATTRA_DATE_NONE;
  return self;
}

/**
 * mattra_paper_free:
 * @self: (transfer full): a record
 *
 * Frees a record.
 */
void
mattra_paper_free (MattraPaper *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->kind);
  g_free (self->division);
  g_free (self->number);
  g_free (self->subject);
  g_free (self);
}

/**
 * mattra_paper_is_kind:
 * @kind: a word
 *
 * Returns: whether it is a kind of paper whose number is kept
 */
gboolean
mattra_paper_is_kind (const char *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return find_kind (kind) != NULL;
}

/**
 * mattra_paper_list_kinds:
 *
 * Returns: (transfer container) (array zero-terminated=1): the kinds of papers whose number is kept
 */
const char **
mattra_paper_list_kinds (void)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (kinds) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = kinds[i].kind;
  return names;
}

/**
 * mattra_paper_is_of_round:
 * @kind: a kind of paper
 *
 * Returns: whether such papers may belong to a round; else they are of the whole year
 */
gboolean
mattra_paper_is_of_round (const char *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return find_kind (kind) && find_kind (kind)->of_round;
}

/**
 * mattra_paper_is_of_division:
 * @kind: a kind of paper
 *
 * Returns: whether such papers may go to one division
 */
gboolean
mattra_paper_is_of_division (const char *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return find_kind (kind) && find_kind (kind)->of_division;
}

/**
 * mattra_paper_is_blank:
 * @self: a record
 *
 * Returns: whether it has neither number nor day nor subject, and so nothing to cite
 */
gboolean
mattra_paper_is_blank (const MattraPaper *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->number == NULL && !mattra_date_is_set (self->day) && self->subject == NULL;
}

static void
append_part (GString    *text,
             const char *word,
             const char *part)
{
  if (part && *part != '\0')
    g_string_append_printf (text, " %s %s", word, part);
}

/**
 * mattra_paper_cite:
 * @self: a record
 * @organisation: (nullable): name of the office whose paper it is
 * @digits: the script of numbers
 *
 * Writes how other papers cite this one: "คำสั่งองค์การบริหารส่วนตำบลหินตั้ง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๙ ธันวาคม ๒๕๖๕". What is
 * not known is left out.
 *
 * Returns: (transfer full): the citation
 */
char *
mattra_paper_cite (const MattraPaper *self,
                   const char        *organisation,
                   MattraDigits       digits)
{
  const PaperKind *kind;
  g_autofree char *plain = NULL;
  g_autofree char *day = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  kind = find_kind (self->kind);
  text = g_string_new (kind ? kind->word : self->kind);
  if (kind && kind->named && organisation)
    g_string_append (text, organisation);
  append_part (text, "ที่", self->number);
  if (kind && kind->subject)
    append_part (text, "เรื่อง", self->subject);
  if (mattra_date_is_set (self->day))
    day = mattra_date_format (self->day, MATTRA_DATE_LONG, digits);
  append_part (text, "ลงวันที่", day);
  plain = g_string_free (text, FALSE);
  return mattra_digits_apply (plain, digits);
}

/**
 * mattra_member_new:
 * @role: what the member is in the committee
 *
 * Makes a member without name and post.
 *
 * Returns: (transfer full): the member
 */
MattraMember *
mattra_member_new (const char *role)
{
  MattraMember *self;

  g_return_val_if_fail (role != NULL, NULL);

  self = g_new0 (MattraMember, 1);
  self->role = g_strdup (role);
  return self;
}

/**
 * mattra_member_free:
 * @self: (transfer full): a member
 *
 * Frees a member.
 */
void
mattra_member_free (MattraMember *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->sort_key);
  g_free (self->name);
  g_free (self->post);
  g_free (self->role);
  g_free (self);
}
