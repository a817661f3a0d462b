/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

/* A copy that is put back does not know the versions that were confirmed after it was made. They were printed and
 * signed, so they stay, and their numbers are not given to others. */

/* What a row names must be there. */
typedef struct
{
  guint column;
  MattraTableId table;
} Reference;

static const Reference seal_references[] = {
  { COLUMN_SEAL_ORGANISATION, TABLE_ORGANISATION }, { COLUMN_SEAL_PLAN, TABLE_PLAN },
  { COLUMN_SEAL_ROUND, TABLE_ROUND },               { COLUMN_SEAL_DIVISION, TABLE_DIVISION },
  { COLUMN_SEAL_CORRECTS, TABLE_SEAL },
};

static const Reference scan_references[] = {
  { COLUMN_SCAN_ORGANISATION, TABLE_ORGANISATION },
  { COLUMN_SCAN_SEAL, TABLE_SEAL },
};

typedef struct
{
  MattraStore *store;
  MattraStore *other;
} Adoption;

static gboolean
is_there (MattraStore   *store,
          MattraTableId  table,
          const char    *row,
          gboolean      *found,
          GError       **error)
{
  g_auto (MattraRecord) record = { 0 };

  return mattra_act_get (store, table, row, &record, found, error);
}

/* Whether a row of the other register is not here and can be: what it names is here, too. */
static gboolean
can_be_taken (Adoption            *self,
              MattraTableId        table,
              const MattraRecord  *record,
              gboolean            *can,
              GError             **error)
{
  const Reference *references = table == TABLE_SEAL ? seal_references : scan_references;
  guint n = table == TABLE_SEAL ? G_N_ELEMENTS (seal_references) : G_N_ELEMENTS (scan_references);
  gboolean present = FALSE;

  if (!is_there (self->store, table, mattra_value_get_text (&record->values[MATTRA_COLUMN_ID]), &present, error))
    return FALSE;
  *can = !present;
  for (guint i = 0; i < n && *can; i++)
    {
      const char *named = mattra_value_get_text (&record->values[references[i].column]);

      if (named != NULL && !is_there (self->store, references[i].table, named, can, error))
        return FALSE;
    }
  return TRUE;
}

/* The number may have been given to another version since. */
static gboolean
is_number_free (Adoption            *self,
                const MattraRecord  *record,
                gboolean            *is_free,
                GError             **error)
{
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (self->store,
                                                         mattra_value_get_text (&record->values[COLUMN_SEAL_PLAN]),
                                                         error);

  *is_free = TRUE;
  for (guint i = 0; seals != NULL && i < seals->len; i++)
    *is_free = *is_free && ((MattraSeal *) g_ptr_array_index (seals, i))->number
                             != record->values[COLUMN_SEAL_NUMBER].integer;
  return seals != NULL;
}

/* Takes a file over; %FALSE in @whole where it is damaged there. */
static gboolean
take_blob (Adoption           *self,
           const MattraValue  *name,
           gboolean           *whole,
           GError            **error)
{
  g_autoptr (GBytes) bytes = mattra_store_load_blob (self->other, mattra_value_get_text (name), NULL);
  g_autofree char *sha256 = NULL;

  *whole = bytes != NULL;
  return bytes == NULL || mattra_act_put_blob (self->store, bytes, &sha256, error);
}

static gboolean
take_blobs (Adoption            *self,
            MattraTableId        table,
            const MattraRecord  *record,
            gboolean            *whole,
            GError             **error)
{
  if (table == TABLE_SCAN)
    return take_blob (self, &record->values[COLUMN_SCAN_BLOB], whole, error);
  return take_blob (self, &record->values[COLUMN_SEAL_PDF], whole, error)
         && (!*whole || take_blob (self, &record->values[COLUMN_SEAL_CELLS], whole, error));
}

static gboolean
take_row (Adoption       *self,
          MattraTableId   table,
          const char     *row,
          GError        **error)
{
  g_auto (MattraRecord) record = { 0 };
  gboolean found = FALSE;
  gboolean can = FALSE;

  if (!mattra_act_get (self->other, table, row, &record, &found, error)
      || !can_be_taken (self, table, &record, &can, error)
      || (can && table == TABLE_SEAL && !is_number_free (self, &record, &can, error))
      || (can && !take_blobs (self, table, &record, &can, error)))
    return FALSE;
  return !can || mattra_act_insert (self->store, table, record.values, error);
}

static gboolean
take_all (Adoption   *self,
          GPtrArray  *seals,
          GError    **error)
{
  for (guint i = 0; i < seals->len; i++)
    {
      const MattraSeal *seal = g_ptr_array_index (seals, i);

      if (!take_row (self, TABLE_SEAL, seal->id, error))
        return FALSE;
      for (guint k = 0; k < seal->scans->len; k++)
        if (!take_row (self, TABLE_SCAN, ((MattraScan *) g_ptr_array_index (seal->scans, k))->id, error))
          return FALSE;
    }
  return TRUE;
}

/* Whether the other one has a version or a scan that is not here. */
static gboolean
has_more (Adoption   *self,
          GPtrArray  *seals,
          gboolean   *more,
          GError    **error)
{
  *more = FALSE;
  for (guint i = 0; i < seals->len && !*more; i++)
    {
      const MattraSeal *seal = g_ptr_array_index (seals, i);
      gboolean present = FALSE;

      if (!is_there (self->store, TABLE_SEAL, seal->id, &present, error))
        return FALSE;
      *more = !present;
      for (guint k = 0; k < seal->scans->len && !*more; k++)
        {
          if (!is_there (self->store, TABLE_SCAN, ((MattraScan *) g_ptr_array_index (seal->scans, k))->id, &present,
                         error))
            return FALSE;
          *more = !present;
        }
    }
  return TRUE;
}

/* Adds the confirmed versions and scans of @other that @self does not have, as they are there, with one act; what
 * belongs to a plan that is not here, or is damaged there, is left. */
gboolean
mattra_store_adopt_seals (MattraStore  *self,
                          MattraStore  *other,
                          GError      **error)
{
  Adoption adoption = { self, other };
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (other, NULL, error);
  gboolean more = FALSE;

  if (seals == NULL || !has_more (&adoption, seals, &more, error))
    return FALSE;
  if (!more)
    return TRUE;
  if (!mattra_store_begin_act (self, "keep-versions", NULL, MATTRA_ACT_SEAL, error))
    return FALSE;
  if (take_all (&adoption, seals, error))
    return mattra_store_commit_act (self, error);
  mattra_store_abandon_act (self);
  return FALSE;
}
