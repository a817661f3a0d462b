/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-sort-key.h"

/* Proof of answers. The bytes of files stay in the register when their row is taken away, for undo and for the log. */

/* Returns: (transfer full): a row of the queries of evidence */
MattraEvidence *
mattra_store_read_evidence (const MattraValue *row)
{
  MattraEvidence *evidence = mattra_evidence_new (MATTRA_EVIDENCE_FILE);

  mattra_value_copy_text (&evidence->id, &row[0]);
  mattra_value_copy_text (&evidence->measure, &row[1]);
  if (row[2].type == MATTRA_VALUE_TEXT)
    mattra_round_from_string (row[2].data, &evidence->round);
  mattra_value_copy_text (&evidence->division, &row[3]);
  mattra_value_copy_text (&evidence->item, &row[4]);
  mattra_value_copy_text (&evidence->sort_key, &row[5]);
  mattra_evidence_kind_from_string (mattra_value_get_text (&row[6]), &evidence->kind);
  mattra_value_copy_text (&evidence->caption, &row[7]);
  mattra_value_copy_text (&evidence->url, &row[8]);
  mattra_value_copy_text (&evidence->file_name, &row[9]);
  mattra_value_copy_text (&evidence->media_type, &row[10]);
  mattra_value_copy_text (&evidence->blob, &row[11]);
  evidence->length = row[12].integer;
  return evidence;
}

/* The order of the evidence of one answer */

typedef struct
{
  char *id;
  char *sort_key;
} Sibling;

static void
sibling_free (gpointer data)
{
  Sibling *sibling = data;

  g_free (sibling->id);
  g_free (sibling->sort_key);
  g_free (sibling);
}

static gboolean
take_sibling (const MattraValue *row,
              gpointer           user_data)
{
  Sibling *sibling = g_new0 (Sibling, 1);

  mattra_value_copy_text (&sibling->id, &row[0]);
  mattra_value_copy_text (&sibling->sort_key, &row[1]);
  g_ptr_array_add (user_data, sibling);
  return TRUE;
}

static GPtrArray *
list_siblings (MattraStore        *self,
               const MattraValue  *measure,
               const MattraValue  *round,
               const MattraValue  *division,
               GError            **error)
{
  g_autoptr (GPtrArray) siblings = g_ptr_array_new_with_free_func (sibling_free);
  MattraValue values[] = { *measure, *round, *division };

  if (!mattra_store_query (self, MATTRA_QUERY_SIBLINGS_OF_EVIDENCE, values, G_N_ELEMENTS (values), take_sibling, siblings,
                           error))
    return NULL;
  return g_steal_pointer (&siblings);
}

static const char *
key_of (GPtrArray *siblings,
        guint      index)
{
  return index < siblings->len ? ((Sibling *) g_ptr_array_index (siblings, index))->sort_key : NULL;
}

/* Returns: (transfer full): a key behind sibling @index - 1. Two machines may have given the same key: then the place
 * is behind both. */
static char *
key_at (GPtrArray *siblings,
        guint      index)
{
  const char *before = index > 0 ? key_of (siblings, index - 1) : NULL;

  while (before != NULL && index < siblings->len && strcmp (before, key_of (siblings, index)) >= 0)
    index++;
  return mattra_sort_key_between (before, key_of (siblings, index));
}

/* Adding */

/* A step or another line of the measure. */
static gboolean
check_item (MattraStore  *self,
            const char   *id,
            const char   *measure,
            GError      **error)
{
  g_auto (MattraRecord) item = { 0 };
  gboolean found = FALSE;

  if (id == NULL)
    return TRUE;
  if (!mattra_act_get (self, TABLE_ITEM, id, &item, &found, error))
    return FALSE;
  if (found && item.values[MATTRA_COLUMN_DELETED].integer == 0
      && g_strcmp0 (mattra_value_get_text (&item.values[COLUMN_ITEM_MEASURE]), measure) == 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
               _ ("the step or result that was to be proved is no longer there; look at the measure again"));
  return FALSE;
}

static gboolean
write_evidence (MattraStore           *self,
                const char            *id,
                const MattraEvidence  *evidence,
                GBytes                *bytes,
                GError               **error)
{
  g_autofree char *plan = mattra_store_find_plan (self, evidence->measure, error);
  g_autofree char *round = plan != NULL ? mattra_store_round_id (plan, evidence->round) : NULL;
  g_autoptr (GPtrArray) siblings = NULL;
  g_autofree char *sort_key = NULL;
  g_autofree char *blob = NULL;
  MattraValue values[N_COLUMNS_EVIDENCE];

  if (round == NULL || !check_item (self, evidence->item, evidence->measure, error)
      || (bytes != NULL && !mattra_act_put_blob (self, bytes, &blob, error)))
    return FALSE;
  values[COLUMN_EVIDENCE_ID] = mattra_value_text (id);
  values[COLUMN_EVIDENCE_DELETED] = mattra_value_integer (0);
  values[COLUMN_EVIDENCE_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_EVIDENCE_MEASURE] = mattra_value_text (evidence->measure);
  values[COLUMN_EVIDENCE_ROUND] = mattra_value_text (round);
  values[COLUMN_EVIDENCE_DIVISION] = mattra_value_text (evidence->division);
  values[COLUMN_EVIDENCE_ITEM] = mattra_value_text (evidence->item);
  siblings = list_siblings (self, &values[COLUMN_EVIDENCE_MEASURE], &values[COLUMN_EVIDENCE_ROUND],
                            &values[COLUMN_EVIDENCE_DIVISION], error);
  if (siblings == NULL)
    return FALSE;
  sort_key = key_at (siblings, siblings->len);
  values[COLUMN_EVIDENCE_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_EVIDENCE_KIND] = mattra_value_text (mattra_evidence_kind_to_string (evidence->kind));
  values[COLUMN_EVIDENCE_CAPTION] = mattra_value_text (evidence->caption);
  values[COLUMN_EVIDENCE_URL] = mattra_value_text (evidence->url);
  values[COLUMN_EVIDENCE_FILE_NAME] = mattra_value_text (evidence->file_name);
  values[COLUMN_EVIDENCE_MEDIA_TYPE] = mattra_value_text (evidence->media_type);
  values[COLUMN_EVIDENCE_BLOB] = mattra_value_text (blob);
  values[COLUMN_EVIDENCE_BLOB_LENGTH] = bytes != NULL ? mattra_value_integer (g_bytes_get_size (bytes))
                                                      : mattra_value_null ();
  return mattra_act_insert (self, TABLE_EVIDENCE, values, error);
}

/**
 * mattra_store_insert_evidence:
 * @self: a register open for writing
 * @evidence: measure, round, division, item, kind and caption; of a link its address, of a file its name and media type
 * @bytes: (nullable): of a file its bytes; %NULL of a link
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round, %MATTRA_ERROR_NOT_FOUND for a measure or an item that is
 *   not there, %MATTRA_ERROR_INVALID for a file that is empty or larger than 50 MiB
 *
 * Adds a link or a file to what proves an answer, behind what is there. The same bytes are kept once, however often
 * they are added. Key, place and hash are set here.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_evidence (MattraStore           *self,
                              const MattraEvidence  *evidence,
                              GBytes                *bytes,
                              GError               **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (evidence != NULL && evidence->measure != NULL && evidence->round != MATTRA_ROUND_NONE, NULL);
  g_return_val_if_fail ((evidence->kind == MATTRA_EVIDENCE_FILE) == (bytes != NULL), NULL);

  if (!mattra_act_enter (self, "add-evidence", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, write_evidence (self, id, evidence, bytes, error), error))
    return NULL;
  return g_steal_pointer (&id);
}

/* Changing */

/**
 * mattra_store_set_evidence_caption:
 * @self: a register open for writing
 * @evidence: ULID of a piece of evidence
 * @caption: (nullable): what it shows; empty or %NULL for nothing
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round, %MATTRA_ERROR_NOT_FOUND
 *
 * Sets the words below a piece of evidence.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_evidence_caption (MattraStore  *self,
                                   const char   *evidence,
                                   const char   *caption,
                                   GError      **error)
{
  MattraValue value = mattra_value_text (caption != NULL && *caption != '\0' ? caption : NULL);

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (evidence != NULL, FALSE);

  if (!mattra_act_enter (self, "change-evidence", error))
    return FALSE;
  return mattra_act_leave (self,
                           mattra_act_set_live (self, TABLE_EVIDENCE, evidence, COLUMN_EVIDENCE_CAPTION, &value, error),
                           error);
}

/**
 * mattra_store_remove_evidence:
 * @self: a register open for writing
 * @evidence: ULID of a piece of evidence
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round, %MATTRA_ERROR_NOT_FOUND
 *
 * Takes a piece of evidence away. The bytes of a file stay in the register, so that undo brings it back.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_remove_evidence (MattraStore  *self,
                              const char   *evidence,
                              GError      **error)
{
  MattraValue gone = mattra_value_integer (1);

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (evidence != NULL, FALSE);

  if (!mattra_act_enter (self, "remove-evidence", error))
    return FALSE;
  return mattra_act_leave (self,
                           mattra_act_set_live (self, TABLE_EVIDENCE, evidence, MATTRA_COLUMN_DELETED, &gone, error),
                           error);
}

static gboolean
get_live (MattraStore   *self,
          const char    *evidence,
          MattraRecord  *record,
          GError       **error)
{
  gboolean found = FALSE;

  if (!mattra_act_get (self, TABLE_EVIDENCE, evidence, record, &found, error))
    return FALSE;
  if (found && record->values[MATTRA_COLUMN_DELETED].integer == 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("there is no %s with the key %s"), "evidence", evidence);
  return FALSE;
}

static gboolean
set_item (MattraStore  *self,
          const char   *evidence,
          const char   *item,
          GError      **error)
{
  g_auto (MattraRecord) record = { 0 };
  MattraValue value = mattra_value_text (item);

  return get_live (self, evidence, &record, error)
         && check_item (self, item, mattra_value_get_text (&record.values[COLUMN_EVIDENCE_MEASURE]), error)
         && mattra_act_set (self, TABLE_EVIDENCE, evidence, COLUMN_EVIDENCE_ITEM, &value, error);
}

/**
 * mattra_store_set_evidence_item:
 * @self: a register open for writing
 * @evidence: ULID of a piece of evidence
 * @item: (nullable): ULID of the step or result of the measure that it proves; %NULL for the answer as such
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round, %MATTRA_ERROR_NOT_FOUND
 *
 * Says what a piece of evidence proves.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_evidence_item (MattraStore  *self,
                                const char   *evidence,
                                const char   *item,
                                GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (evidence != NULL, FALSE);

  if (!mattra_act_enter (self, "change-evidence", error))
    return FALSE;
  return mattra_act_leave (self, set_item (self, evidence, item, error), error);
}

/* Takes @evidence out of its siblings and tells the place behind @after. */
static gboolean
find_place (GPtrArray   *siblings,
            const char  *evidence,
            const char  *after,
            guint       *place,
            GError     **error)
{
  for (guint i = 0; i < siblings->len; i++)
    if (g_str_equal (((Sibling *) g_ptr_array_index (siblings, i))->id, evidence))
      g_ptr_array_remove_index (siblings, i--);
  *place = 0;
  if (after == NULL)
    return TRUE;
  for (guint i = 0; i < siblings->len; i++)
    if (g_str_equal (((Sibling *) g_ptr_array_index (siblings, i))->id, after))
      *place = i + 1;
  if (*place > 0)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("there is no %s with the key %s"), "evidence", after);
  return FALSE;
}

static gboolean
move (MattraStore  *self,
      const char   *evidence,
      const char   *after,
      GError      **error)
{
  g_auto (MattraRecord) record = { 0 };
  g_autoptr (GPtrArray) siblings = NULL;
  g_autofree char *sort_key = NULL;
  MattraValue value;
  guint place = 0;

  if (!get_live (self, evidence, &record, error))
    return FALSE;
  siblings = list_siblings (self, &record.values[COLUMN_EVIDENCE_MEASURE], &record.values[COLUMN_EVIDENCE_ROUND],
                            &record.values[COLUMN_EVIDENCE_DIVISION], error);
  if (siblings == NULL || !find_place (siblings, evidence, after, &place, error))
    return FALSE;
  sort_key = key_at (siblings, place);
  value = mattra_value_text (sort_key);
  return mattra_act_set (self, TABLE_EVIDENCE, evidence, COLUMN_EVIDENCE_SORT_KEY, &value, error);
}

/**
 * mattra_store_move_evidence:
 * @self: a register open for writing
 * @evidence: ULID of a piece of evidence
 * @after: (nullable): ULID of the one of the same answer behind which it is to stand; %NULL to stand first
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round, %MATTRA_ERROR_NOT_FOUND
 *
 * Changes the order in which the evidence of an answer is shown and numbered.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_move_evidence (MattraStore  *self,
                            const char   *evidence,
                            const char   *after,
                            GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (evidence != NULL && g_strcmp0 (evidence, after) != 0, FALSE);

  if (!mattra_act_enter (self, "move-evidence", error))
    return FALSE;
  return mattra_act_leave (self, move (self, evidence, after, error), error);
}
