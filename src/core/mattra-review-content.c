/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-review-event.h"

#include <string.h>

#include "mattra-evidence.h"

/* The content of an answer is one JSON object: its fields in this order, those that say nothing left out, no spaces,
 * and in texts only ", \ and control characters escaped. So equal answers have equal bytes, and fields that come with
 * later versions change no hash of an answer that does not use them. */

#define FIELD_STATUS "status"
#define FIELD_STEPS "steps"
#define FIELD_ATTACHMENTS "attachments"

static const char *const field_names[] = {
  FIELD_STATUS, "results", "obstacles", "recommendations", "evidence", FIELD_STEPS, FIELD_ATTACHMENTS,
};

static void
append_text (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (json, "\\%c", *at);
    else if ((guchar) *at < 0x20)
      g_string_append_printf (json, "\\u%04x", *at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}

static void
append_field (GString    *json,
              const char *name)
{
  g_string_append_printf (json, "%s\"%s\":", json->len > 1 ? "," : "", name);
}

static void
append_list (GString    *json,
             const char *name,
             GPtrArray  *texts)
{
  if (texts->len == 0)
    return;
  append_field (json, name);
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append_c (json, i > 0 ? ',' : '[');
      append_text (json, g_ptr_array_index (texts, i));
    }
  g_string_append_c (json, ']');
}

static void
append_items (GString      *json,
              const char   *name,
              MattraAnswer *answer)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  MattraItemKind kind = MATTRA_ITEM_RESULT;
  GPtrArray *items;

  if (!mattra_item_kind_from_field (name, &kind) || !mattra_item_kind_is_answer (kind))
    return;
  items = mattra_answer_get_items (answer, kind);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (texts, ((MattraItem *) g_ptr_array_index (items, i))->text);
  append_list (json, name, texts);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A tick is told by the key of its step, so that rewording the step does not change the answer. */
static void
append_ticks (GString       *json,
              MattraMeasure *measure,
              MattraRound    round,
              const char    *division)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *ticks = mattra_measure_get_ticks (measure);

  for (guint i = 0; i < ticks->len; i++)
    {
      const MattraTick *tick = g_ptr_array_index (ticks, i);

      if (tick->round == round && g_strcmp0 (tick->division, division) == 0)
        g_ptr_array_add (texts, g_strdup_printf ("%s/%u", tick->step, tick->occurrence));
    }
  g_ptr_array_sort (texts, compare_texts);
  append_list (json, FIELD_STEPS, texts);
}

/* Evidence is told by where it leads or by its bytes: another caption or place proves the same. */
static void
append_attachments (GString       *json,
                    MattraMeasure *measure,
                    MattraRound    round,
                    const char    *division)
{
  g_autoptr (GPtrArray) evidence = mattra_evidence_of_answer (measure, round, division);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      const MattraEvidence *one = g_ptr_array_index (evidence, i);

      g_ptr_array_add (texts, one->kind == MATTRA_EVIDENCE_LINK ? one->url : one->blob);
    }
  g_ptr_array_sort (texts, compare_texts);
  append_list (json, FIELD_ATTACHMENTS, texts);
}

/**
 * mattra_review_content_new:
 * @measure: a measure
 * @round: a round
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 *
 * Writes what a review is about: the stated status, the lines of results, obstacles, recommendations and evidence as
 * they are, the ticks on steps, and the links and files attached, as canonical JSON. An answer that says nothing is "{}".
 *
 * Returns: (transfer full): the content
 */
char *
mattra_review_content_new (MattraMeasure *measure,
                           MattraRound    round,
                           const char    *division)
{
  GString *json;
  MattraAnswer *answer;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), NULL);

  json = g_string_new ("{");
  answer = mattra_measure_find_answer (measure, round, division);
  if (answer != NULL && mattra_answer_get_stated (answer) != MATTRA_STATUS_NONE)
    {
      append_field (json, FIELD_STATUS);
      append_text (json, mattra_status_to_string (mattra_answer_get_stated (answer)));
    }
  for (guint i = 0; answer != NULL && i < G_N_ELEMENTS (field_names); i++)
    append_items (json, field_names[i], answer);
  append_ticks (json, measure, round, division);
  append_attachments (json, measure, round, division);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/**
 * mattra_review_content_hash:
 * @content: the content of an answer
 *
 * Returns: (transfer full): its SHA-256, 64 hexadecimal digits
 */
char *
mattra_review_content_hash (const char *content)
{
  g_return_val_if_fail (content != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
}

/* Returns: the comma or brace behind a field and its value. */
static const char *
skip_field (const char *at)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (; *at != '\0'; at++)
    if (quoted && *at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '"')
      quoted = !quoted;
    else if (quoted)
      continue;
    else if (*at == '[')
      depth++;
    else if (*at == ']')
      depth--;
    else if (depth == 0 && (*at == ',' || *at == '}'))
      break;
  return at;
}

/* Returns: (nullable): where the value of a field begins in @content */
static const char *
find_value (const char *content,
            const char *name,
            gsize      *length)
{
  g_autofree char *head = g_strdup_printf ("\"%s\":", name);
  const char *at = content;

  while (*at == '{' || *at == ',')
    {
      const char *field = at + 1;

      at = skip_field (field);
      if (!g_str_has_prefix (field, head))
        continue;
      *length = (gsize) (at - field) - strlen (head);
      return field + strlen (head);
    }
  return NULL;
}

static gboolean
is_equal_field (const char *before,
                const char *after,
                const char *name)
{
  gsize before_length = 0;
  gsize after_length = 0;
  const char *one = find_value (before, name, &before_length);
  const char *other = find_value (after, name, &after_length);

  if (one == NULL || other == NULL)
    return one == other;
  return before_length == after_length && memcmp (one, other, before_length) == 0;
}

/**
 * mattra_review_content_compare:
 * @before: the content of an answer
 * @after: another
 *
 * Returns: (transfer full) (array zero-terminated=1): the fields in which they differ, as in JSON, in the order of a
 *   table
 */
char **
mattra_review_content_compare (const char *before,
                               const char *after)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (!is_equal_field (before, after, field_names[i]))
      g_strv_builder_add (fields, field_names[i]);
  return g_strv_builder_end (fields);
}

/* Returns: what stands behind the quotation mark that ends the text at @at, which is one */
static const char *
append_unquoted (GString    *text,
                 const char *at)
{
  for (at++; *at != '\0' && *at != '"'; at++)
    if (at[0] == '\\' && at[1] == 'u' && strlen (at) > 5)
      {
        g_autofree char *code = g_strndup (at + 2, 4);

        g_string_append_unichar (text, (gunichar) g_ascii_strtoull (code, NULL, 16));
        at += 5;
      }
    else
      {
        at += at[0] == '\\' && at[1] != '\0';
        g_string_append_c (text, *at);
      }
  return *at == '"' ? at + 1 : at;
}

/**
 * mattra_review_content_get:
 * @content: the content of an answer
 * @field: a field as in JSON
 *
 * Returns: (transfer full): what the field says, its lines one below the other; empty where it says nothing
 */
char *
mattra_review_content_get (const char *content,
                           const char *field)
{
  GString *text = g_string_new (NULL);
  gsize length = 0;
  const char *at;
  const char *end;

  g_return_val_if_fail (content != NULL && field != NULL, g_string_free (text, FALSE));

  at = find_value (content, field, &length);
  end = at != NULL ? at + length : NULL;
  while (at != NULL && at < end)
    if (*at == '"')
      {
        if (text->len > 0)
          g_string_append_c (text, '\n');
        at = append_unquoted (text, at);
      }
    else
      at++;
  return g_string_free (text, FALSE);
}

/**
 * mattra_review_is_changed:
 * @measure: a measure as it is now
 * @review: a step in the review of one of its answers
 * @fields: (out) (optional) (transfer full) (array zero-terminated=1): what was changed, as in JSON; empty where
 *   @review keeps no content to tell it by
 *
 * Tells whether the answer says something else than when @review was made; after an approval that is
 * "แก้ไขหลังเห็นชอบ".
 *
 * Returns: whether it does
 */
gboolean
mattra_review_is_changed (MattraMeasure        *measure,
                          const MattraReview   *review,
                          char               ***fields)
{
  g_autofree char *now = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure) && review != NULL, FALSE);

  now = mattra_review_content_new (measure, review->round, review->division);
  hash = mattra_review_content_hash (now);
  if (fields != NULL)
    *fields = mattra_review_content_compare (review->cells != NULL ? review->cells : now, now);
  return g_strcmp0 (hash, review->content) != 0;
}
