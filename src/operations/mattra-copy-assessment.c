/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-copy-assessment.h"

/* Scores of so many years before the plan go along. */
#define YEARS_OF_SCORES 5

typedef struct
{
  MattraStore *from;
  MattraStore *to;
} Copying;

static gboolean
copy_scores (Copying  *self,
             int       fiscal_year,
             GError  **error)
{
  g_autoptr (GPtrArray) scores = mattra_store_list_scores (self->from, fiscal_year, error);

  for (guint i = 0; scores != NULL && i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->score >= 0 && !mattra_store_set_score (self->to, fiscal_year, score->indicator, score->score, error))
        return FALSE;
    }
  return scores != NULL;
}

/* Names and numbers that the office has set; the rest the new register knows as the old one did. */

static const struct
{
  MattraCatalogue catalogue;
  const char *code;   /* the fields as the register calls them; NULL where it is what an entry is about */
  const char *detail;
} catalogues[] = {
  { MATTRA_CATALOGUE_INDICATOR, NULL, "instrument" },
  { MATTRA_CATALOGUE_TOPIC, NULL, NULL },
  { MATTRA_CATALOGUE_OIT_ITEM, "number", NULL },
};

static const char *
about (guint                       row,
       const MattraCatalogueEntry *entry)
{
  return catalogues[row].code != NULL ? entry->detail : entry->code;
}

static const MattraCatalogueEntry *
find_entry (GPtrArray  *entries,
            guint       row,
            const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (about (row, g_ptr_array_index (entries, i)), name) == 0)
      return g_ptr_array_index (entries, i);
  return NULL;
}

static gboolean
copy_field (Copying                     *self,
            guint                        row,
            int                          fiscal_year,
            const MattraCatalogueEntry  *entry,
            const char                  *field,
            const char                  *before,
            const char                  *after,
            GError                     **error)
{
  return field == NULL || g_strcmp0 (before, after) == 0
         || mattra_store_set_catalogue (self->to, catalogues[row].catalogue, fiscal_year, about (row, entry), field,
                                        before, error);
}

/* Who confirms a number as it stands changes no text; writing it once more says the same. */
static gboolean
copy_entry (Copying                     *self,
            guint                        row,
            int                          fiscal_year,
            const MattraCatalogueEntry  *before,
            const MattraCatalogueEntry  *after,
            GError                     **error)
{
  const char *known = before->sure && !after->sure ? NULL : after->code;

  return copy_field (self, row, fiscal_year, before, catalogues[row].code, before->code, known, error)
         && copy_field (self, row, fiscal_year, before, catalogues[row].detail, before->detail, after->detail, error)
         && copy_field (self, row, fiscal_year, before, "name", before->name, after->name, error);
}

static gboolean
copy_catalogue (Copying  *self,
                guint     row,
                int       fiscal_year,
                GError  **error)
{
  g_autoptr (GPtrArray) before = mattra_store_load_catalogue (self->from, catalogues[row].catalogue, fiscal_year, error);
  g_autoptr (GPtrArray) after = NULL;

  if (before == NULL)
    return FALSE;
  after = mattra_store_load_catalogue (self->to, catalogues[row].catalogue, fiscal_year, error);
  for (guint i = 0; after != NULL && i < before->len; i++)
    {
      const MattraCatalogueEntry *entry = g_ptr_array_index (before, i);
      const MattraCatalogueEntry *known = find_entry (after, row, about (row, entry));

      if (known != NULL && !copy_entry (self, row, fiscal_year, entry, known, error))
        return FALSE;
    }
  return after != NULL;
}

static gboolean
copy_year (Copying  *self,
           int       fiscal_year,
           GError  **error)
{
  for (guint row = 0; row < G_N_ELEMENTS (catalogues); row++)
    if (!copy_catalogue (self, row, fiscal_year, error))
      return FALSE;
  return TRUE;
}

/* What came back for the answers of the year feeds the analysis of the next. The confirmed version that was published
 * stays where it is kept. */
static gboolean
copy_publication (Copying                  *self,
                  const MattraPublication  *publication,
                  GError                  **error)
{
  g_autofree char *posted = mattra_date_is_set (publication->posted_on) ? mattra_date_to_iso (publication->posted_on)
                                                                        : NULL;
  g_autofree char *approved = mattra_date_is_set (publication->approved_on)
                                ? mattra_date_to_iso (publication->approved_on) : NULL;
  g_autofree char *points = publication->score >= 0 ? g_strdup_printf ("%d", (int) (publication->score * 100 + 0.5))
                                                    : NULL;
  const struct
  {
    const char *field;
    const char *value;
  } cells[] = {
    { "file_name", publication->file_name },     { "url", publication->url },
    { "menu_path", publication->menu_path },     { "posted_on", posted },
    { "explanation", publication->explanation }, { "approved_by", publication->approved_by },
    { "approved_on", approved },                 { "hundredths", points },
    { "comment", publication->comment },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i].value != NULL
        && !mattra_store_set_publication (self->to, publication->fiscal_year, publication->report, cells[i].field,
                                          cells[i].value, error))
      return FALSE;
  return TRUE;
}

/**
 * mattra_copy_assessment:
 * @from: a register
 * @plan: a plan of it
 * @to: another register open for writing, of the same office
 * @fiscal_year: the year that goes on from @plan there, B.E.
 * @error: why not
 *
 * Copies what the next year needs of the assessment: the scores of the last years, what the office has called
 * indicators, topics and items, and how the items of the plan's year were answered, with what came back.
 *
 * Returns: whether it was done
 */
gboolean
mattra_copy_assessment (MattraStore  *from,
                        MattraPlan   *plan,
                        MattraStore  *to,
                        int           fiscal_year,
                        GError      **error)
{
  Copying copying = { from, to };
  GPtrArray *publications = NULL;
  int year = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (from) && MATTRA_IS_STORE (to) && MATTRA_IS_PLAN (plan), FALSE);

  year = mattra_plan_get_fiscal_year (plan);
  for (int scored = year - YEARS_OF_SCORES; scored <= fiscal_year; scored++)
    if (!copy_scores (&copying, scored, error))
      return FALSE;
  for (int named = year; named <= fiscal_year; named++)
    if (!copy_year (&copying, named, error))
      return FALSE;
  publications = mattra_plan_get_publications (plan);
  for (guint i = 0; i < publications->len; i++)
    {
      const MattraPublication *publication = g_ptr_array_index (publications, i);

      if (publication->fiscal_year == year && !copy_publication (&copying, publication, error))
        return FALSE;
    }
  return TRUE;
}
