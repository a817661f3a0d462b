/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* The log vouches for itself by its chain, and for the tables by its values: the last one of every
 * cell must be what the table holds. A file that was changed by other means fails one or the other. */

/* More faults of a kind than these tell nothing new. */
#define MAX_FAULTS 100

/* The value that the log gives last for a cell that was changed after its row was added. */
typedef struct
{
  gint64 seq;
  char *value;
} Last;

typedef struct
{
  MattraStore *store;
  GPtrArray *faults;
  GHashTable *last;           /* (element-type utf8 Last): by table, row and column */
  GHashTable *touched;        /* (element-type utf8): rows that are in it */
  guint64 inserted[N_TABLES]; /* rows that the log says were added */

  /* Reading the chain */
  char *device;
  gint64 n;
  char *act;
  guint8 act_digest[MATTRA_HASH_SIZE];
  guint8 head[MATTRA_HASH_SIZE];

  /* Comparing a table */
  MattraTableId table;
  guint64 seen;

  /* Reading the files */
  GHashTable *files; /* (element-type utf8 gint64): lengths of those that are whole, by hash */
  GChecksum *checksum;
  char *file;
  gint64 file_length;
  gint64 next_part;
  gboolean file_broken;
} Verifier;

/**
 * mattra_fault_free:
 * @self: (transfer full) (nullable): a fault
 *
 * Frees a fault.
 */
void
mattra_fault_free (MattraFault *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->row);
  g_free (self->column);
  g_free (self->message);
  g_free (self);
}

static void
add_fault (Verifier   *self,
           const char *table,
           const char *row,
           const char *column,
           const char *message)
{
  MattraFault *fault;

  if (self->faults->len >= MAX_FAULTS)
    return;
  fault = g_new0 (MattraFault, 1);
  fault->table = g_strdup (table);
  fault->row = g_strdup (row);
  fault->column = g_strdup (column);
  fault->message = g_strdup (message);
  g_ptr_array_add (self->faults, fault);
}

static void
last_free (gpointer data)
{
  Last *last = data;

  g_free (last->value);
  g_free (last);
}

static char *
cell_key (const char *table,
          const char *row,
          const char *column)
{
  return g_strconcat (table, "/", row, "/", column, NULL);
}

static void
remember_last (Verifier          *self,
               const char        *table,
               const char        *row,
               const char        *column,
               gint64             seq,
               const MattraValue *value)
{
  g_autofree char *key = cell_key (table, row, column);
  Last *last = g_hash_table_lookup (self->last, key);

  if (last != NULL && last->seq > seq)
    return;
  last = g_new (Last, 1);
  *last = (Last) { seq, g_strdup (mattra_value_get_text (value)) };
  g_hash_table_replace (self->last, g_steal_pointer (&key), last);
  g_hash_table_add (self->touched, g_strdup (row));
}

static void
hash_act (Verifier          *self,
          const MattraValue *row)
{
  MattraActFields fields = {
    .id = mattra_value_get_text (&row[2]),
    .device = mattra_value_get_text (&row[9]),
    .seq = row[10].integer,
    .at_utc = mattra_value_get_text (&row[11]),
    .person = mattra_value_get_text (&row[12]),
    .name = mattra_value_get_text (&row[13]),
    .arguments = mattra_value_get_text (&row[14]),
    .kind = mattra_value_get_text (&row[15]),
    .target = mattra_value_get_text (&row[16]),
  };

  if (g_strcmp0 (self->act, fields.id) == 0)
    return;
  g_free (self->act);
  self->act = g_strdup (fields.id);
  mattra_hasher_hash_act (self->store->hasher, &fields, self->act_digest);
}

static void
begin_device (Verifier   *self,
              const char *device)
{
  if (g_strcmp0 (self->device, device) == 0)
    return;
  g_free (self->device);
  self->device = g_strdup (device);
  self->n = 0;
  memset (self->head, 0, sizeof self->head);
}

static void
check_link (Verifier                 *self,
            const MattraChangeFields *change,
            const MattraValue        *hash)
{
  g_autofree char *place = NULL;

  mattra_hasher_hash_change (self->store->hasher, self->act_digest, change, self->head);
  if (change->n == self->n + 1 && hash->length == MATTRA_HASH_SIZE
      && memcmp (hash->data, self->head, MATTRA_HASH_SIZE) == 0)
    return;
  place = g_strdup_printf ("%s/%" G_GINT64_FORMAT, change->device, change->n);
  add_fault (self, "change", place, change->n == self->n + 1 ? "hash" : "n",
             change->n == self->n + 1 ? _ ("the log was changed here by other means than this program")
                                      : _ ("entries of the log are missing before this one"));
  /* One break is told once: what follows is measured from here. */
  if (hash->length == MATTRA_HASH_SIZE)
    memcpy (self->head, hash->data, MATTRA_HASH_SIZE);
}

static gboolean
take_entry (const MattraValue *row,
            gpointer           user_data)
{
  Verifier *self = user_data;
  MattraChangeFields change = {
    .device = mattra_value_get_text (&row[0]),
    .n = row[1].integer,
    .table = mattra_value_get_text (&row[3]),
    .row = mattra_value_get_text (&row[4]),
    .column = mattra_value_get_text (&row[5]),
    .old_value = mattra_value_get_text (&row[6]),
    .old_length = row[6].length,
    .new_value = mattra_value_get_text (&row[7]),
    .new_length = row[7].length,
  };
  MattraTableId table;

  begin_device (self, change.device);
  hash_act (self, row);
  check_link (self, &change, &row[8]);
  self->n = change.n;
  if (change.column != NULL)
    remember_last (self, change.table, change.row, change.column, row[10].integer, &row[7]);
  else if (mattra_schema_find_table (change.table, &table))
    self->inserted[table]++;
  else
    add_fault (self, change.table, change.row, NULL, _ ("the log names a table that does not exist"));
  return TRUE;
}

/* What a cell must hold by the log: its last change, else what its row was added with. */
static MattraValue
expected_value (Verifier    *self,
                MattraRecord   *added,
                const char  *row,
                guint        column)
{
  const MattraTable *table = mattra_schema_table (self->table);
  g_autofree char *key = cell_key (table->name, row, table->columns[column].name);
  Last *last = g_hash_table_lookup (self->last, key);

  if (last != NULL)
    return mattra_value_from_log (self->table, column, last->value);
  return added->values[column];
}

static void
compare_columns (Verifier          *self,
                 const MattraValue *row,
                 MattraRecord         *added,
                 const char        *id)
{
  const MattraTable *table = mattra_schema_table (self->table);

  for (guint i = 0; i < table->n_columns; i++)
    {
      MattraValue expected = expected_value (self, added, id, i);
      g_autofree char *place = NULL;
      g_autofree char *message = NULL;

      if (mattra_value_equal (&expected, &row[i]))
        continue;
      place = mattra_store_describe_cell (self->store, self->table, id, table->columns[i].name);
      message = g_strdup_printf (_ ("%s is not what the log says: it was changed or damaged by other means than"
                                    " this program"), place);
      add_fault (self, table->name, id, table->columns[i].name, message);
    }
}

static gboolean
take_compared (const MattraValue *row,
               gpointer           user_data)
{
  Verifier *self = user_data;
  const MattraTable *table = mattra_schema_table (self->table);
  const MattraValue *logged = &row[table->n_columns];
  const char *id = mattra_value_get_text (&row[MATTRA_COLUMN_ID]);
  g_auto (MattraRecord) added = { 0 };

  if (logged->type != MATTRA_VALUE_TEXT)
    {
      add_fault (self, table->name, id, NULL, _ ("the log does not know this row"));
      return TRUE;
    }
  self->seen++;
  g_string_truncate (self->store->json, 0);
  mattra_record_append_json (self->store->json, self->table, row);
  if (self->store->json->len == logged->length
      && memcmp (self->store->json->str, logged->data, logged->length) == 0
      && !g_hash_table_contains (self->touched, id))
    return TRUE;
  if (mattra_record_parse_json (&added, self->table, logged->data))
    compare_columns (self, row, &added, id);
  else
    add_fault (self, table->name, id, NULL, _ ("the log's entry of this row cannot be read"));
  return TRUE;
}

static gboolean
take_lost (const MattraValue *row,
           gpointer           user_data)
{
  Verifier *self = user_data;
  const char *id = mattra_value_get_text (&row[0]);
  g_auto (MattraRecord) present = { 0 };
  gboolean found = TRUE;

  if (mattra_act_get (self->store, self->table, id, &present, &found, NULL) && !found)
    add_fault (self, mattra_schema_table (self->table)->name, id, NULL,
               _ ("this row is in the log but no longer in the register"));
  return TRUE;
}

static gboolean
compare_table (Verifier       *self,
               MattraTableId   table,
               GError        **error)
{
  MattraValue name = mattra_value_text (mattra_schema_table (table)->name);

  self->table = table;
  self->seen = 0;
  if (!mattra_database_exec (self->store->database, self->store->statements->compare[table], NULL, 0,
                             take_compared, self, error))
    return FALSE;
  if (self->seen == self->inserted[table])
    return TRUE;
  return mattra_store_query (self->store, MATTRA_QUERY_ROWS_LOST, &name, 1, take_lost, self, error);
}

/* Files: each part's place and the hash of the whole, then whether every file that a row names is there. */

static const char damaged_file[] = N_("a file that is kept in the register is not what it was");

static void
end_file (Verifier *self)
{
  if (self->file == NULL)
    return;
  if (self->file_broken || !g_str_equal (g_checksum_get_string (self->checksum), self->file))
    {
      g_autofree char *message = g_strdup_printf ("%s (%.16s…)", _ (damaged_file), self->file);

      add_fault (self, "blob", NULL, NULL, message);
    }
  else
    g_hash_table_insert (self->files, g_strdup (self->file), g_memdup2 (&self->file_length, sizeof (gint64)));
  g_clear_pointer (&self->file, g_free);
}

static void
begin_file (Verifier   *self,
            const char *sha256)
{
  end_file (self);
  self->file = g_strdup (sha256);
  self->file_length = 0;
  self->file_broken = FALSE;
  self->next_part = 0;
  g_checksum_reset (self->checksum);
}

static gboolean
take_part (const MattraValue *row,
           gpointer           user_data)
{
  Verifier *self = user_data;

  if (g_strcmp0 (self->file, mattra_value_get_text (&row[0])) != 0)
    begin_file (self, mattra_value_get_text (&row[0]));
  self->file_broken |= row[1].integer != self->next_part++ || row[2].type != MATTRA_VALUE_BLOB;
  if (row[2].type == MATTRA_VALUE_BLOB)
    g_checksum_update (self->checksum, row[2].data, row[2].length);
  self->file_length += row[2].length;
  return TRUE;
}

static gboolean
take_named (const MattraValue *row,
            gpointer           user_data)
{
  Verifier *self = user_data;
  const char *sha256 = mattra_value_get_text (&row[3]);
  const gint64 *length = sha256 != NULL ? g_hash_table_lookup (self->files, sha256) : NULL;
  g_autofree char *message = NULL;

  if (length != NULL && (row[4].type == MATTRA_VALUE_NULL || row[4].integer == *length))
    return TRUE;
  message = g_strdup_printf (_ ("the file that is the %s of %s %s is missing or damaged"),
                             mattra_value_get_text (&row[2]), mattra_value_get_text (&row[0]),
                             mattra_value_get_text (&row[1]));
  add_fault (self, mattra_value_get_text (&row[0]), mattra_value_get_text (&row[1]), mattra_value_get_text (&row[2]),
             message);
  return TRUE;
}

static gboolean
check_files (Verifier  *self,
             GError   **error)
{
  if (!mattra_store_query (self->store, MATTRA_QUERY_ALL_BLOBS, NULL, 0, take_part, self, error))
    return FALSE;
  end_file (self);
  return mattra_store_query (self->store, MATTRA_QUERY_BLOBS_NAMED, NULL, 0, take_named, self, error);
}

static gboolean
verify (Verifier  *self,
        GError   **error)
{
  if (!mattra_store_check_whole (self->store, error)
      || !mattra_store_query (self->store, MATTRA_QUERY_LOG, NULL, 0, take_entry, self, error))
    return FALSE;
  for (guint i = 0; i < N_TABLES; i++)
    if (!compare_table (self, i, error))
      return FALSE;
  return check_files (self, error);
}

/**
 * mattra_store_verify:
 * @self: a register
 * @error: why it could not be read to the end
 *
 * Checks that every page of the file is in its place, that the log's chain of hashes is whole, that every cell of the register holds what the log gave it
 * last, and that every file in it is what its name says. A byte flipped in a text or a file is found here, and
 * nowhere else. Takes about a second for 12 000 measures.
 *
 * Returns: (transfer full) (element-type MattraFault) (nullable): the faults, none if all is well
 */
GPtrArray *
mattra_store_verify (MattraStore  *self,
                     GError      **error)
{
  Verifier verifier = { .store = self };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_fault_free);
  gboolean done;

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  verifier.faults = faults;
  verifier.last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, last_free);
  verifier.touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  verifier.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  verifier.checksum = g_checksum_new (G_CHECKSUM_SHA256);
  done = verify (&verifier, error);
  g_checksum_free (verifier.checksum);
  g_hash_table_unref (verifier.files);
  g_hash_table_unref (verifier.touched);
  g_hash_table_unref (verifier.last);
  g_free (verifier.device);
  g_free (verifier.file);
  g_free (verifier.act);
  return done ? g_steal_pointer (&faults) : NULL;
}

static gboolean
take_device_head (const MattraValue *row,
                  gpointer           user_data)
{
  GChecksum *checksum = user_data;
  gint64 n = GINT64_TO_BE (row[1].integer);

  g_checksum_update (checksum, row[0].data, row[0].length);
  g_checksum_update (checksum, (const guchar *) &n, sizeof n);
  g_checksum_update (checksum, row[2].data, row[2].length);
  return TRUE;
}

/**
 * mattra_store_get_head:
 * @self: a register
 * @error: why it could not be read
 *
 * Computes what stands for the whole log: SHA-256 over device, number and hash of each device's
 * newest change, in the order of the devices.
 *
 * Returns: (transfer full) (nullable): 64 hex digits
 */
char *
mattra_store_get_head (MattraStore  *self,
                       GError      **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (MATTRA_IS_STORE (self), NULL);

  if (!mattra_store_query (self, MATTRA_QUERY_LOG_HEADS, NULL, 0, take_device_head, checksum, error))
    return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}
