/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

/* A copy that is put back does not know the versions that were confirmed after it was made. They were printed and
 * signed, so they stay, and their numbers are not given to others. Nor does it know what was submitted, returned and
 * approved: that stays on record, too, and says of itself where the answer is another one now. */

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

static const Reference review_references[] = {
  { COLUMN_REVIEW_ORGANISATION, TABLE_ORGANISATION }, { COLUMN_REVIEW_MEASURE, TABLE_MEASURE },
  { COLUMN_REVIEW_ROUND, TABLE_ROUND },               { COLUMN_REVIEW_DIVISION, TABLE_DIVISION },
};

static const struct
{
  const Reference *references;
  guint n;
} reference_rows[N_TABLES] = {
  [TABLE_SEAL] = { seal_references, G_N_ELEMENTS (seal_references) },
  [TABLE_SCAN] = { scan_references, G_N_ELEMENTS (scan_references) },
  [TABLE_REVIEW] = { review_references, G_N_ELEMENTS (review_references) },
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
  const Reference *references = reference_rows[table].references;
  guint n = reference_rows[table].n;
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
  *whole = TRUE;
  if (table == TABLE_REVIEW)
    return TRUE;
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

static gboolean
take_key (const MattraValue *row,
          gpointer           user_data)
{
  g_ptr_array_add (user_data, g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

/* Whether a step of @other is not here. */
static gboolean
lacks_review (Adoption   *self,
              GPtrArray  *keys,
              gboolean   *lacks,
              GError    **error)
{
  *lacks = FALSE;
  for (guint i = 0; i < keys->len && !*lacks; i++)
    {
      gboolean present = FALSE;

      if (!is_there (self->store, TABLE_REVIEW, g_ptr_array_index (keys, i), &present, error))
        return FALSE;
      *lacks = !present;
    }
  return TRUE;
}

static gboolean
take_reviews (Adoption   *self,
              GPtrArray  *keys,
              GError    **error)
{
  /* They were made while their rounds were open, whatever the copy says of these. */
  g_hash_table_remove_all (self->store->act.closed);
  for (guint i = 0; i < keys->len; i++)
    if (!take_row (self, TABLE_REVIEW, g_ptr_array_index (keys, i), error))
      return FALSE;
  return TRUE;
}

/* Adds the steps in the review of answers that @other has and @self has not, with one act; those of a measure or a
 * division that is not here are left. */
gboolean
mattra_store_adopt_reviews (MattraStore  *self,
                            MattraStore  *other,
                            GError      **error)
{
  Adoption adoption = { self, other };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gboolean lacks = FALSE;

  if (!mattra_store_query (other, MATTRA_QUERY_ALL_REVIEWS, NULL, 0, take_key, keys, error)
      || !lacks_review (&adoption, keys, &lacks, error))
    return FALSE;
  if (!lacks)
    return TRUE;
  if (!mattra_store_begin_act (self, "keep-reviews", NULL, MATTRA_ACT_REVIEW, error))
    return FALSE;
  if (take_reviews (&adoption, keys, error))
    return mattra_store_commit_act (self, error);
  mattra_store_abandon_act (self);
  return FALSE;
}

/* Whether there is anything that putting a copy in the place of @self must keep. */
gboolean
mattra_store_has_decisions (MattraStore *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (self, NULL, NULL);

  return seals != NULL && mattra_store_query (self, MATTRA_QUERY_ALL_REVIEWS, NULL, 0, take_key, keys, NULL)
         && (seals->len > 0 || keys->len > 0);
}
