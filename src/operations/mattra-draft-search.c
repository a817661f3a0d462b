/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-draft-search.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-load-report.h"
#include "mattra-print.h"
#include "mattra-read-file.h"
#include "mattra-seal-cells.h"
#include "mattra-seal-compare.h"

/* A draft bears a fingerprint and no data. What it was made of is found by making the report again: of today's data,
 * then of what they were before each act, on a copy of the register in which one act after the other is undone. */

#define MAX_STEPS 200

typedef struct
{
  MattraStore *store;
  GBytes *file;
  const MattraDraftMark *mark;
  guint seconds;
  MattraDraft *draft;
  char *folder; /* for what is made meanwhile */
} Search;

/**
 * mattra_draft_clear:
 * @self: what is known of a draft
 *
 * Frees what it holds.
 */
void
mattra_draft_clear (MattraDraft *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
}

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child;

  children = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

static void
search_clear (Search *self)
{
  g_autoptr (GFile) folder = self->folder != NULL ? g_file_new_for_path (self->folder) : NULL;

  if (folder != NULL)
    remove_tree (folder);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static MattraDocument *
make_document (Search       *self,
               MattraStore  *store,
               int           fiscal_year,
               GError      **error)
{
  const MattraDraftMark *mark = self->mark;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, fiscal_year, error);
  MattraReportOptions options = { .kind = mark->kind, .round = mark->round, .digits = mark->digits,
                                  .date = mark->date, .today = mark->today,
                                  .numbering = mark->numbering };

  if (plan == NULL)
    return NULL;
  options.division = mattra_draft_mark_find_division (mark, plan);
  options.each_division = g_str_equal (mark->division, MATTRA_REPORT_EACH_DIVISION);
  return mattra_load_report (store, plan, &options, error);
}

static GBytes *
print (Search                  *self,
       MattraDocument          *document,
       const MattraPdfOptions  *options,
       GError                 **error)
{
  g_autofree char *path = g_build_filename (self->folder, "draft.pdf", NULL);

  return mattra_print_pdf (document, path, options, NULL, error) ? mattra_read_file (path, G_MAXUINT32, error) : NULL;
}

static gboolean
begins_with (GBytes *file,
             GBytes *start)
{
  gsize length = g_bytes_get_size (start);

  return g_bytes_get_size (file) >= length
         && memcmp (g_bytes_get_data (file, NULL), g_bytes_get_data (start, NULL), length) == 0;
}

/* Whether fields for signatures were asked for does not stand in the keywords: the file tells. */
static gboolean
make_file (Search          *self,
           MattraDocument  *document,
           GError         **error)
{
  MattraPdfOptions options = { .tags = self->mark->tags };
  g_autoptr (GBytes) with_fields = NULL;

  self->draft->pdf = print (self, document, &options, error);
  if (self->draft->pdf == NULL || begins_with (self->file, self->draft->pdf))
    return self->draft->pdf != NULL;
  options.signature_fields = TRUE;
  with_fields = print (self, document, &options, error);
  if (with_fields == NULL)
    return FALSE;
  if (begins_with (self->file, with_fields))
    {
      g_bytes_unref (self->draft->pdf);
      self->draft->pdf = g_steal_pointer (&with_fields);
    }
  return TRUE;
}

/* Makes the report of what a store holds; where it is the one that is sought, the whole file. Data of which there is
 * no such report are not those. */
static gboolean
try_data (Search       *self,
          MattraStore  *store,
          int           fiscal_year,
          GError      **error)
{
  g_autoptr (MattraDocument) document = make_document (self, store, fiscal_year, NULL);
  g_autoptr (MattraLayout) layout = document ? mattra_print_lay_out (document, NULL) : NULL;

  if (layout == NULL || g_strcmp0 (mattra_layout_get_fingerprint (layout), self->mark->fingerprint) != 0)
    return TRUE;
  self->draft->found = make_file (self, document, error);
  self->draft->fiscal_year = fiscal_year;
  return self->draft->found;
}

/* What differs between the copy, which stands where the draft was made, and today. */
static gboolean
compare (Search       *self,
         MattraStore  *copy,
         GError      **error)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (copy, self->draft->fiscal_year, error);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  MattraSealScope scope = { self->draft->fiscal_year, self->mark->kind, self->mark->round, NULL, self->mark->date, NULL,
                            self->mark->today };

  if (plan == NULL)
    return FALSE;
  scope.division = mattra_draft_mark_find_division (self->mark, plan);
  before = mattra_seal_collect_cells (copy, &scope, error);
  after = before ? mattra_seal_collect_cells (self->store, &scope, error) : NULL;
  if (after != NULL)
    self->draft->differences = mattra_seal_compare_bytes (before, after, error);
  return self->draft->differences != NULL;
}

static gboolean
go_back (Search       *self,
         MattraStore  *copy,
         int           fiscal_year,
         GError      **error)
{
  gint64 deadline = g_get_monotonic_time () + self->seconds * G_USEC_PER_SEC;
  guint steps = 0;

  /* What was undone may have been printed before. */
  while (steps < MAX_STEPS && mattra_store_redo (copy, NULL, NULL))
    steps++;
  for (steps = 0; steps < MAX_STEPS && g_get_monotonic_time () < deadline; steps++)
    {
      if (!try_data (self, copy, fiscal_year, error))
        return FALSE;
      if (self->draft->found)
        return compare (self, copy, error);
      if (!mattra_store_undo (copy, NULL, NULL))
        return TRUE;
    }
  return TRUE;
}

static gboolean
search_before (Search   *self,
               int       fiscal_year,
               GError  **error)
{
  g_autofree char *name = g_strdup_printf ("%d.mattra", fiscal_year);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (MattraStore) copy = mattra_store_open_scratch (self->store, path, error);

  return copy != NULL && go_back (self, copy, fiscal_year, error);
}

typedef gboolean (*YearFunc) (Search  *self,
                              int      fiscal_year,
                              GError **error);

static gboolean
try_today (Search   *self,
           int       fiscal_year,
           GError  **error)
{
  if (!try_data (self, self->store, fiscal_year, error))
    return FALSE;
  self->draft->today = self->draft->found;
  if (self->draft->found)
    self->draft->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_difference_free);
  return TRUE;
}

static gboolean
for_each_year (Search   *self,
               YearFunc  func,
               GError  **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (self->store, error);

  for (guint i = 0; years != NULL && i < years->len && !self->draft->found; i++)
    if (!func (self, GPOINTER_TO_INT (g_ptr_array_index (years, i)), error))
      return FALSE;
  return years != NULL;
}

/**
 * mattra_draft_search:
 * @store: a register
 * @file: a draft
 * @mark: what its keywords say
 * @seconds: how long one may go back in each year
 * @draft: (out caller-allocates): what is known of it
 * @error: return location
 *
 * Looks for the data that a draft was made of: today's, or those before one of the last acts.
 *
 * Returns: whether it could be looked for
 */
gboolean
mattra_draft_search (MattraStore            *store,
                     GBytes                 *file,
                     const MattraDraftMark  *mark,
                     guint                   seconds,
                     MattraDraft            *draft,
                     GError                **error)
{
  g_auto (Search) self = { store, file, mark, seconds, draft };
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && file != NULL && mark != NULL && draft != NULL, FALSE);

  *draft = (MattraDraft) { FALSE };
  if (*mark->kind == '\0')
    return TRUE;
  self.folder = g_dir_make_tmp ("mattra-XXXXXX", &failure);
  if (self.folder == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("There is no room for a temporary file: %s"),
                   failure->message);
      return FALSE;
    }
  return for_each_year (&self, try_today, error) && for_each_year (&self, search_before, error);
}
