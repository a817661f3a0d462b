/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-replace.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-error.h"
#include "mattra-text.h"

/* Fields that hold text, in the order of a table. A column that Mattra has no word for comes after them. */
static const char *const text_fields[] = {
  "title", "section", "steps", "period_text", "responsible", "indicators", "follow_up", "budget", "note",
  "results", "obstacles", "recommendations", "evidence", NULL
};

/* Measures that one takes at a time: what was read is let go before the next. */
#define PAGE 256

typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
  const MattraReplaceOptions *options;
  char *folded;
  guint limit;
  GPtrArray *hits; /* (element-type MattraReplaceHit) */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * mattra_replace_hit_free:
 * @self: (transfer full) (nullable): a hit
 *
 * Frees a hit.
 */
void
mattra_replace_hit_free (MattraReplaceHit *self)
{
  if (self == NULL)
    return;
  g_free (self->measure);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self->why);
  g_free (self);
}

static guint
count (const char *text,
       const char *find)
{
  guint n = 0;

  for (const char *p = strstr (text, find); p != NULL; p = strstr (p + strlen (find), find))
    n++;
  return n;
}

static char *
replace (const char *text,
         const char *find,
         const char *replacement)
{
  GString *result = g_string_new (text);

  g_string_replace (result, find, replacement, 0);
  return g_string_free (result, FALSE);
}

static gboolean
is_found (const Search *self,
          const char   *text,
          guint         n)
{
  g_autofree char *folded = NULL;

  if (n > 0 || !self->options->fold)
    return n > 0;
  folded = mattra_text_fold_search (text);
  return strstr (folded, self->folded) != NULL;
}

/* Why the text would be refused, and the whole act with it. */
static char *
dup_refusal (const char *field,
             const char *text)
{
  g_autofree char *left = NULL;

  if (text == NULL || !g_str_equal (field, "title"))
    return NULL;
  left = mattra_text_squeeze (text);
  return *left == '\0' ? g_strdup (_("A measure needs a name")) : NULL;
}

static void
look_in_cell (Search        *self,
              MattraMeasure *measure,
              const char    *field)
{
  const MattraReplaceOptions *options = self->options;
  g_autofree char *text = NULL;
  MattraReplaceHit *hit;
  guint n;

  if (self->hits->len >= self->limit)
    return;
  text = mattra_cell_dup_text (self->plan, measure, field, options->round, options->division);
  n = count (text, options->find);
  if (!is_found (self, text, n))
    return;
  hit = g_new0 (MattraReplaceHit, 1);
  hit->measure = g_strdup (mattra_measure_get_id (measure));
  hit->number = mattra_measure_get_number (measure);
  hit->field = g_strdup (field);
  hit->n = n;
  if (n > 0 && options->replacement != NULL)
    hit->after = replace (text, options->find, options->replacement);
  hit->before = g_steal_pointer (&text);
  mattra_cell_is_editable (self->plan, measure, field, options->round, options->division, &hit->why);
  if (hit->why == NULL)
    hit->why = dup_refusal (field, hit->after);
  g_ptr_array_add (self->hits, hit);
}

static void
look_in_measure (Search        *self,
                 MattraMeasure *measure)
{
  const char *const *fields = self->options->fields != NULL ? self->options->fields : text_fields;
  g_autoptr (GPtrArray) extras = self->options->fields == NULL ? mattra_cell_list_extras (measure) : NULL;

  for (guint i = 0; fields[i] != NULL; i++)
    look_in_cell (self, measure, fields[i]);
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    look_in_cell (self, measure, g_ptr_array_index (extras, i));
}

static gboolean
list_keys (const Search  *self,
           GArray        *keys,
           GError       **error)
{
  const char *const *measures = self->options->measures;

  if (measures == NULL)
    return mattra_store_list_keys (self->store, mattra_plan_get_id (self->plan), self->options->division, keys,
                                   error);
  for (guint i = 0; measures[i] != NULL; i++)
    {
      MattraMeasureKey key;

      g_strlcpy (key.id, measures[i], sizeof key.id);
      g_array_append_val (keys, key);
    }
  return TRUE;
}

static gboolean
look (Search  *self,
      GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (MattraMeasureKey));

  if (!list_keys (self, keys, error))
    return FALSE;
  for (guint first = 0; first < keys->len && self->hits->len < self->limit; first += PAGE)
    {
      g_autoptr (GPtrArray) measures =
        mattra_store_load_measures (self->store, mattra_plan_get_id (self->plan),
                                    &g_array_index (keys, MattraMeasureKey, first), MIN (PAGE, keys->len - first),
                                    error);

      if (measures == NULL)
        return FALSE;
      for (guint i = 0; i < measures->len; i++)
        look_in_measure (self, g_ptr_array_index (measures, i));
    }
  return TRUE;
}

static gboolean
begin (Search                      *self,
       const MattraReplaceOptions  *options,
       GError                     **error)
{
  self->options = options;
  self->folded = mattra_text_fold_search (options->find);
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_replace_hit_free);
  if (*options->find != '\0' && (*self->folded != '\0' || !options->fold))
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("Type what is to be found first"));
  return FALSE;
}

/**
 * mattra_replace_preview:
 * @store: a register
 * @plan: the plan as loaded from it
 * @options: what and where
 * @limit: at most how many cells
 * @error: why not: %MATTRA_ERROR_INVALID where nothing is looked for
 *
 * Finds the cells of a table that hold a text, in the order of the table, and shows what would become of them.
 *
 * Returns: (transfer full) (element-type MattraReplaceHit) (nullable): the cells
 */
GPtrArray *
mattra_replace_preview (MattraStore                 *store,
                        MattraPlan                  *plan,
                        const MattraReplaceOptions  *options,
                        guint                        limit,
                        GError                     **error)
{
  g_auto (Search) search = { store, plan, .limit = limit };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL && options->find != NULL, NULL);

  if (!begin (&search, options, error) || !look (&search, error))
    return NULL;
  return g_steal_pointer (&search.hits);
}

/**
 * mattra_replace_apply:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @options: what and where, with a replacement
 * @n_replaced: (out) (optional): how many places were replaced
 * @error: why not; then the act can only be abandoned
 *
 * Replaces a text wherever it stands letter by letter, as part of the act that is open. Cells that cannot be
 * changed are left as they are.
 *
 * Returns: whether it was done
 */
gboolean
mattra_replace_apply (MattraStore                 *store,
                      MattraPlan                  *plan,
                      const MattraReplaceOptions  *options,
                      guint                       *n_replaced,
                      GError                     **error)
{
  g_auto (Search) search = { store, plan, .limit = G_MAXUINT };
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (MattraEdit));
  guint n = 0;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (options != NULL && options->find != NULL && options->replacement != NULL, FALSE);

  if (!begin (&search, options, error) || !look (&search, error))
    return FALSE;
  for (guint i = 0; i < search.hits->len; i++)
    {
      const MattraReplaceHit *hit = g_ptr_array_index (search.hits, i);
      MattraEdit edit = { hit->measure, hit->field, hit->after, options->round, options->division };

      if (hit->after == NULL || hit->why != NULL)
        continue;
      g_array_append_val (edits, edit);
      n += hit->n;
    }
  if (!mattra_edit_set_all (store, plan, (const MattraEdit *) (const void *) edits->data, edits->len, error))
    return FALSE;
  if (n_replaced != NULL)
    *n_replaced = n;
  return TRUE;
}
