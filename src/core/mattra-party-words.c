/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-party-reader.h"

#include <string.h>

/* The words of this file stand folded, as MattraPartyText folds: without spaces, sara am in two. */

/* What can be collected; the longer of two words that begin alike comes first. */
static const struct
{
  const char *word;
  MattraScope scope;
} units[] = {
  { "ส่วนราชการ", MATTRA_SCOPE_ALL },
  { "ส่วนงาน", MATTRA_SCOPE_ALL },
  { "ส่วน", MATTRA_SCOPE_ALL },
  { "หน่วยงาน", MATTRA_SCOPE_ALL },
  { "หน่วย", MATTRA_SCOPE_UNITS },
  { "กอง", MATTRA_SCOPE_SECTIONS },
  { "สํานักงาน", MATTRA_SCOPE_OFFICES },
  { "สํานัก", MATTRA_SCOPE_OFFICES },
  { "ฝ่าย", MATTRA_SCOPE_BELOW },
  { "งาน", MATTRA_SCOPE_BELOW },
  { "ตําแหน่ง", MATTRA_SCOPE_ALL },
  { "ระดับ", MATTRA_SCOPE_ALL },
  { "แห่ง", MATTRA_SCOPE_ALL },
  { "คน", MATTRA_SCOPE_ALL },
  { "ท่าน", MATTRA_SCOPE_ALL },
};

/* Who of the divisions: words that stand before a collective name and belong to it. */
static const char *const heads[] = {
  "หัวหน้าส่วนราชการ", "หัวหน้าหน่วยงาน", "หัวหน้าส่วน", "หัวหน้าสํานัก", "หัวหน้ากอง", "หัวหน้าฝ่าย", "หัวหน้างาน",
  "หัวหน้า", "ผู้อํานวยการสํานัก", "ผู้อํานวยการกอง", "ผู้อํานวยการ", "ผอ.กอง", "ผอ.", "ส่วนราชการ",
  "หน่วยงาน", "บุคลากร", "พนักงานส่วนตําบล", "พนักงานเทศบาล", "พนักงานจ้าง", "พนักงาน", "ข้าราชการ",
  "เจ้าหน้าที่", "ผู้ปฏิบัติงาน", "ผู้รับผิดชอบ", "ผู้แทน", "ตัวแทน",
};

/* Collective names that are not made of ทุก and a unit. */
static const struct
{
  const char *word;
  MattraScope scope;
} wholes[] = {
  { "หัวหน้าส่วนราชการทั้งหมด", MATTRA_SCOPE_ALL },
  { "หัวหน้าส่วนราชการ", MATTRA_SCOPE_ALL },
  { "ส่วนราชการทั้งหมด", MATTRA_SCOPE_ALL },
  { "ส่วนราชการในสังกัด", MATTRA_SCOPE_ALL },
  { "ส่วนราชการภายใน", MATTRA_SCOPE_ALL },
  { "หน่วยงานทั้งหมด", MATTRA_SCOPE_ALL },
  { "หน่วยงานในสังกัด", MATTRA_SCOPE_ALL },
  { "หน่วยงานภายใน", MATTRA_SCOPE_ALL },
  { "บุคลากรทั้งหมด", MATTRA_SCOPE_ALL },
  { "พนักงานทั้งหมด", MATTRA_SCOPE_ALL },
  { "ทุกภาคส่วน", MATTRA_SCOPE_NONE },
};

/* Beginnings of posts, committees, persons and the office itself: known, but no divisions. */
static const char *const posts[] = {
  "นายก", "รองนายก", "ปลัด", "รองปลัด", "หัวหน้า", "ผู้อํานวยการ", "ผอ.", "นัก", "เจ้าพนักงาน", "นิติกร",
  "คณะทํางาน", "คณะกรรมการ", "คณะผู้บริหาร", "ผู้บริหาร", "ผู้ดูแล", "เจ้าหน้าที่", "ผู้ช่วย", "พนักงาน",
  "เลขานุการ", "ประธาน", "สมาชิกสภา", "สภา", "บุคลากร", "ข้าราชการ", "วิศวกร", "สถาปนิก", "นายช่าง", "ครู",
  "กํานัน", "ผู้ใหญ่บ้าน", "ผู้รับผิดชอบ", "ผู้ปฏิบัติงาน", "ลูกจ้าง", "ผู้ที่เกี่ยวข้อง", "ผู้เกี่ยวข้อง",
  "หน.", "admin", "แอดมิน", "webmaster", "เว็บมาสเตอร์",
  "อบต", "อบจ", "องค์การบริหารส่วน", "เทศบาล",
};

/* Beginnings of parts of a division, and of places that belong to one. */
static const char *const sections[] = { "งาน", "ฝ่าย", "กลุ่ม", "ศูนย์", "โรงเรียน" };

static const char *const divisions[] = { "กอง", "สํานัก", "หน่วย", "ส่วน", "ทุก" };

/* What may follow a name without a space: the office's own name, and words that limit it. */
static const char *const followers[] = {
  "อบต", "อบจ", "องค์การบริหาร", "เทศบาล", "ทต.", "ทม.", "ทน.", "เมืองพัทยา", "ของ", "ใน", "ภายใน", "ที่เกี่ยว",
  "ทุก", "กอง", "สํานัก", "หน่วย", "งาน", "ฝ่าย", "และกอง", "และสํานัก", "และหน่วย", "และงาน", "และทุก", "และฝ่าย",
};

#define ALL_OF "ทุก"
#define RELEVANT "ที่เกี่ยวข้อง"

static gboolean
begins_with_any (const char        *key,
                 const char *const *words,
                 gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (key, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * mattra_party_is_post:
 * @key: a folded text
 *
 * Whether a text begins like a post, a committee or a person rather than a division.
 *
 * Returns: whether it does
 */
gboolean
mattra_party_is_post (const char *key)
{
  return begins_with_any (key, posts, G_N_ELEMENTS (posts));
}

/**
 * mattra_party_is_section:
 * @key: a folded text
 *
 * Whether a text begins like a section (งาน, ฝ่าย) or a place (ศูนย์, โรงเรียน) below a division.
 *
 * Returns: whether it does
 */
gboolean
mattra_party_is_section (const char *key)
{
  return begins_with_any (key, sections, G_N_ELEMENTS (sections));
}

/**
 * mattra_party_begins_like_one:
 * @key: a folded text
 *
 * Whether a text begins like any party: a division, a collective name, a section or a post.
 *
 * Returns: whether it does
 */
gboolean
mattra_party_begins_like_one (const char *key)
{
  return begins_with_any (key, divisions, G_N_ELEMENTS (divisions)) || mattra_party_is_section (key) ||
         mattra_party_is_post (key);
}

/**
 * mattra_party_ends_at:
 * @text: a folded text
 * @at: a place in its key
 *
 * Whether a name may end at a place: before white space, punctuation, a word of the office's name, or
 * another party.
 *
 * Returns: whether it may
 */
gboolean
mattra_party_ends_at (const MattraPartyText *text,
                      gsize                  at)
{
  const char *rest = text->key->str + at;

  return mattra_party_text_gap (text, at) != MATTRA_GAP_NONE || strchr (",;:/()[]-.0123456789", *rest) != NULL ||
         g_str_has_prefix (rest, "–") || g_str_has_prefix (rest, "•") ||
         begins_with_any (rest, followers, G_N_ELEMENTS (followers));
}

static gsize
match_unit (const MattraPartyText *text,
            gsize                  at,
            MattraScope           *scope)
{
  const char *rest = text->key->str + at;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].word);

      if (!g_str_has_prefix (rest, units[i].word))
        continue;
      if (!mattra_party_ends_at (text, at + length) && !g_str_has_prefix (rest + length, "และ"))
        return 0;
      *scope |= units[i].scope;
      return length;
    }

  return 0;
}

/* The length of what joins a further unit to a collective name: "/", glued และ, or nothing. */
static gsize
joiner_length (const char *rest)
{
  if (*rest == '/')
    return 1;

  return g_str_has_prefix (rest, "และ") ? strlen ("และ") : 0;
}

/* "ทุกสำนัก/กอง"; "สำนัก/กอง" where at least two units are named; "หน่วยงานที่เกี่ยวข้อง". */
static gsize
match_units (const MattraPartyText *text,
             gsize                  at,
             MattraScope           *scope)
{
  const char *key = text->key->str;
  gboolean all = g_str_has_prefix (key + at, ALL_OF);
  gsize end = at + (all ? strlen (ALL_OF) : 0);
  guint n = 0;

  for (;;)
    {
      gsize next = end;
      gsize length;

      if (n > 0 && mattra_party_text_gap (text, end) == MATTRA_GAP_LINE)
        break;
      if (n > 0)
        next += joiner_length (key + end);
      if (n > 0 && key[end] == '/' && g_str_has_prefix (key + next, ALL_OF))
        next += strlen (ALL_OF);
      if (n > 0 && !all && key[end] != '/')
        break;
      length = match_unit (text, next, scope);
      if (length == 0)
        break;
      end = next + length;
      n++;
    }

  return n > 1 || (n == 1 && (all || g_str_has_prefix (key + end, RELEVANT))) ? end - at : 0;
}

static gsize
match_whole (const MattraPartyText *text,
             gsize                  at,
             MattraScope           *scope)
{
  const char *rest = text->key->str + at;

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (g_str_has_prefix (rest, wholes[i].word) && mattra_party_ends_at (text, at + strlen (wholes[i].word)))
      {
        *scope = wholes[i].scope;
        return strlen (wholes[i].word);
      }

  return 0;
}

static gsize
match_with_head (const MattraPartyText *text,
                 gsize                  at,
                 MattraScope           *scope)
{
  const char *rest = text->key->str + at;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gsize head = strlen (heads[i]);
      gsize length;

      if (!g_str_has_prefix (rest, heads[i]))
        continue;
      length = match_units (text, at + head, scope);
      if (length > 0)
        return head + length;
      *scope = MATTRA_SCOPE_NONE;
    }

  return 0;
}

/**
 * mattra_party_match_collective:
 * @text: a folded text
 * @at: a place in its key
 * @scope: (out): which divisions are meant; none where only the relevant ones are (ที่เกี่ยวข้อง), which
 *   nobody but the user knows
 *
 * Matches a collective name at a place.
 *
 * Returns: the bytes of the key it takes, 0 where there is none
 */
gsize
mattra_party_match_collective (const MattraPartyText *text,
                               gsize                  at,
                               MattraScope           *scope)
{
  gsize length;

  *scope = MATTRA_SCOPE_NONE;
  length = match_units (text, at, scope);
  if (length == 0)
    {
      *scope = MATTRA_SCOPE_NONE;
      length = match_with_head (text, at, scope);
    }
  if (length == 0)
    length = match_whole (text, at, scope);
  if (length > 0 && g_str_has_prefix (text->key->str + at + length, RELEVANT))
    {
      *scope = MATTRA_SCOPE_NONE;
      length += strlen (RELEVANT);
    }

  return length;
}

/**
 * mattra_party_scope_holds:
 * @scope: which divisions are meant
 * @folded_name: folded name of a division
 *
 * Whether a collective name means a division.
 *
 * Returns: whether it does
 */
gboolean
mattra_party_scope_holds (MattraScope  scope,
                          const char  *folded_name)
{
  return (scope & MATTRA_SCOPE_ALL) != 0 || scope == MATTRA_SCOPE_BELOW ||
         ((scope & MATTRA_SCOPE_OFFICES) != 0 && g_str_has_prefix (folded_name, "สํานัก")) ||
         ((scope & MATTRA_SCOPE_SECTIONS) != 0 && g_str_has_prefix (folded_name, "กอง")) ||
         ((scope & MATTRA_SCOPE_UNITS) != 0 && g_str_has_prefix (folded_name, "หน่วย"));
}
