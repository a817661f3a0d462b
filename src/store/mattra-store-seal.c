/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* Confirmed versions. They are added and read; nothing changes them. */

/**
 * mattra_scan_free:
 * @self: (transfer full) (nullable): a scan
 *
 * Frees what is known of a scan.
 */
void
mattra_scan_free (MattraScan *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->seal);
  g_free (self->blob);
  g_free (self->media_type);
  g_free (self->signed_by);
  g_free (self);
}

/**
 * mattra_seal_free:
 * @self: (transfer full) (nullable): a confirmed version
 *
 * Frees what is known of a confirmed version.
 */
void
mattra_seal_free (MattraSeal *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->plan);
  g_free (self->kind);
  g_free (self->division);
  g_free (self->options);
  g_free (self->cells);
  g_free (self->pdf);
  g_free (self->fingerprint);
  g_free (self->head);
  g_free (self->at_utc);
  g_free (self->person);
  g_free (self->corrects_id);
  g_free (self->reason);
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  g_free (self);
}

/* Reading */

static gboolean
take_seal (const MattraValue *row,
           gpointer           user_data)
{
  MattraSeal *seal = g_new0 (MattraSeal, 1);

  mattra_value_copy_text (&seal->id, &row[0]);
  mattra_value_copy_text (&seal->plan, &row[1]);
  seal->number = row[2].integer;
  mattra_value_copy_text (&seal->kind, &row[3]);
  if (row[4].type == MATTRA_VALUE_TEXT)
    mattra_round_from_string (row[4].data, &seal->round);
  mattra_value_copy_text (&seal->division, &row[5]);
  mattra_value_copy_text (&seal->options, &row[6]);
  mattra_value_copy_text (&seal->cells, &row[7]);
  mattra_value_copy_text (&seal->pdf, &row[8]);
  seal->pdf_length = row[9].integer;
  mattra_value_copy_text (&seal->fingerprint, &row[10]);
  mattra_value_copy_text (&seal->head, &row[11]);
  mattra_value_copy_text (&seal->at_utc, &row[12]);
  mattra_value_copy_text (&seal->person, &row[13]);
  seal->corrects = row[14].integer;
  mattra_value_copy_text (&seal->reason, &row[15]);
  mattra_value_copy_text (&seal->corrects_id, &row[16]);
  seal->scans = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_scan_free);
  g_ptr_array_add (user_data, seal);
  return TRUE;
}

static gboolean
take_scan (const MattraValue *row,
           gpointer           user_data)
{
  GPtrArray *seals = user_data;

  for (guint i = 0; i < seals->len; i++)
    {
      MattraSeal *seal = g_ptr_array_index (seals, i);
      MattraScan *scan;

      if (g_strcmp0 (seal->id, mattra_value_get_text (&row[0])) != 0)
        continue;
      scan = g_new0 (MattraScan, 1);
      mattra_value_copy_text (&scan->seal, &row[0]);
      mattra_value_copy_text (&scan->id, &row[1]);
      mattra_value_copy_text (&scan->blob, &row[2]);
      scan->blob_length = row[3].integer;
      mattra_value_copy_text (&scan->media_type, &row[4]);
      mattra_value_copy_text (&scan->signed_by, &row[5]);
      scan->signed_on = mattra_value_get_date (&row[6]);
      g_ptr_array_add (seal->scans, scan);
    }
  return TRUE;
}

/**
 * mattra_store_list_seals:
 * @self: a register
 * @plan: (nullable): ULID of a plan; %NULL for those of all
 * @error: why they could not be read
 *
 * Lists the confirmed versions in the order of their numbers, with the scans that belong to them.
 *
 * Returns: (transfer full) (element-type MattraSeal) (nullable): the versions
 */
GPtrArray *
mattra_store_list_seals (MattraStore  *self,
                         const char   *plan,
                         GError      **error)
{
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_seal_free);
  MattraValue key = mattra_value_text (plan);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_LIST_SEALS, &key, 1, take_seal, seals, error)
      || !mattra_store_query (self, MATTRA_QUERY_LIST_SCANS, &key, 1, take_scan, seals, error))
    return NULL;
  return g_steal_pointer (&seals);
}

/**
 * mattra_store_next_seal_number:
 * @self: a register
 * @plan: ULID of a plan
 * @number: (out): the number that the plan's next confirmed version gets
 * @error: why it could not be read
 *
 * Returns: whether it could be read
 */
gboolean
mattra_store_next_seal_number (MattraStore  *self,
                               const char   *plan,
                               int          *number,
                               GError      **error)
{
  MattraValue key = mattra_value_text (plan);
  gint64 last = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && number != NULL, FALSE);

  if (!mattra_database_integer (self->database, mattra_query_get_sql (MATTRA_QUERY_LAST_SEAL_NUMBER), &key, 1, &last,
                                error))
    return FALSE;
  *number = last + 1;
  return TRUE;
}

/* Writing */

/* The version was laid out before the register was held: nobody may have written since. */
static gboolean
check_unchanged (MattraStore       *self,
                 const MattraSeal  *seal,
                 GError           **error)
{
  g_autofree char *head = mattra_store_get_head (self, error);
  int number = 0;

  if (head == NULL || !mattra_store_next_seal_number (self, seal->plan, &number, error))
    return FALSE;
  if (g_strcmp0 (head, seal->head) == 0 && number == seal->number)
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
               _ ("%s was changed by somebody else while the version was made, so it was not confirmed; do it again"),
               self->path);
  return FALSE;
}

static gboolean
write_seal (MattraStore       *self,
            const char        *id,
            const MattraSeal  *seal,
            const char        *cells,
            const char        *pdf,
            GError           **error)
{
  g_autofree char *round = mattra_store_round_id (seal->plan, seal->round);
  g_autofree char *at_utc = mattra_act_format_time (mattra_store_now (self));
  MattraValue values[N_COLUMNS_SEAL];

  values[COLUMN_SEAL_ID] = mattra_value_text (id);
  values[COLUMN_SEAL_DELETED] = mattra_value_integer (0);
  values[COLUMN_SEAL_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_SEAL_PLAN] = mattra_value_text (seal->plan);
  values[COLUMN_SEAL_NUMBER] = mattra_value_integer (seal->number);
  values[COLUMN_SEAL_KIND] = mattra_value_text (seal->kind);
  values[COLUMN_SEAL_ROUND] = mattra_value_text (round);
  values[COLUMN_SEAL_DIVISION] = mattra_value_text (seal->division);
  values[COLUMN_SEAL_OPTIONS] = mattra_value_text (seal->options);
  values[COLUMN_SEAL_CELLS] = mattra_value_text (cells);
  values[COLUMN_SEAL_PDF] = mattra_value_text (pdf);
  values[COLUMN_SEAL_PDF_LENGTH] = mattra_value_integer (seal->pdf_length);
  values[COLUMN_SEAL_FINGERPRINT] = mattra_value_text (seal->fingerprint);
  values[COLUMN_SEAL_HEAD] = mattra_value_text (seal->head);
  values[COLUMN_SEAL_AT_UTC] = mattra_value_text (at_utc);
  values[COLUMN_SEAL_PERSON] = mattra_value_text (self->person);
  values[COLUMN_SEAL_CORRECTS] = mattra_value_text (seal->corrects_id);
  values[COLUMN_SEAL_REASON] = mattra_value_text (seal->reason);
  return mattra_act_insert (self, TABLE_SEAL, values, error);
}

static gboolean
insert_seal (MattraStore       *self,
             const char        *id,
             const MattraSeal  *seal,
             GBytes            *cells,
             GBytes            *pdf,
             GError           **error)
{
  g_autofree char *cells_hash = NULL;
  g_autofree char *pdf_hash = NULL;
  MattraSeal sized = *seal;

  sized.pdf_length = g_bytes_get_size (pdf);
  return check_unchanged (self, seal, error)
         && mattra_act_put_blob (self, cells, &cells_hash, error)
         && mattra_act_put_blob (self, pdf, &pdf_hash, error)
         && write_seal (self, id, &sized, cells_hash, pdf_hash, error);
}

/**
 * mattra_store_insert_seal:
 * @self: a register with an open act of the kind %MATTRA_ACT_SEAL that has changed nothing yet
 * @seal: plan, number, kind, round, division, options, fingerprint, head, and what it corrects and why
 * @cells: what the version was made of
 * @pdf: the file
 * @error: why not: %MATTRA_ERROR_CONFLICT where the log's head or the next number is not that of @seal any more,
 *   %MATTRA_ERROR_INVALID for a file larger than 50 MiB
 *
 * Keeps a version for good. Time, person and hashes are set here.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_seal (MattraStore       *self,
                          const MattraSeal  *seal,
                          GBytes            *cells,
                          GBytes            *pdf,
                          GError           **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (self->act.begun && self->act.kind == MATTRA_ACT_SEAL, NULL);
  g_return_val_if_fail (seal != NULL && cells != NULL && pdf != NULL, NULL);

  if (!mattra_act_enter (self, "seal", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, insert_seal (self, id, seal, cells, pdf, error), error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
insert_scan (MattraStore       *self,
             const char        *id,
             const MattraScan  *scan,
             GBytes            *bytes,
             GError           **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *signed_on = mattra_date_is_set (scan->signed_on) ? mattra_date_to_iso (scan->signed_on) : NULL;
  MattraValue values[N_COLUMNS_SCAN];

  if (!mattra_act_put_blob (self, bytes, &sha256, error))
    return FALSE;
  values[COLUMN_SCAN_ID] = mattra_value_text (id);
  values[COLUMN_SCAN_DELETED] = mattra_value_integer (0);
  values[COLUMN_SCAN_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_SCAN_SEAL] = mattra_value_text (scan->seal);
  values[COLUMN_SCAN_BLOB] = mattra_value_text (sha256);
  values[COLUMN_SCAN_BLOB_LENGTH] = mattra_value_integer (g_bytes_get_size (bytes));
  values[COLUMN_SCAN_MEDIA_TYPE] = mattra_value_text (scan->media_type);
  values[COLUMN_SCAN_SIGNED_BY] = mattra_value_text (scan->signed_by);
  values[COLUMN_SCAN_SIGNED_ON] = mattra_value_text (signed_on);
  return mattra_act_insert (self, TABLE_SCAN, values, error);
}

/**
 * mattra_store_insert_scan:
 * @self: a register with an open act of the kind %MATTRA_ACT_SEAL
 * @scan: ULID of the version, media type, who signed and when
 * @bytes: the scan
 * @error: why not
 *
 * Adds the scan of a signed version to it. Like the version it stays for good.
 *
 * Returns: (transfer full) (nullable): its ULID
 */
char *
mattra_store_insert_scan (MattraStore       *self,
                          const MattraScan  *scan,
                          GBytes            *bytes,
                          GError           **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);
  g_return_val_if_fail (self->act.begun && self->act.kind == MATTRA_ACT_SEAL, NULL);
  g_return_val_if_fail (scan != NULL && bytes != NULL, NULL);

  if (!mattra_act_enter (self, "attach-scan", error))
    return NULL;
  id = mattra_store_new_id (self);
  if (!mattra_act_leave (self, insert_scan (self, id, scan, bytes, error), error))
    return NULL;
  return g_steal_pointer (&id);
}
