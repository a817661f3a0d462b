/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-preview.h"

#include <math.h>

#include "mattra-error.h"
#include "mattra-load-report.h"

/* So many measures are read, or rows laid out, between two looks at the clock. */
#define STEPS 16

struct _MattraPreview
{
  MattraTypesetter *typesetter;
  MattraStore *store;
  MattraPlan *plan;
  MattraReportOptions options;  /* with strings of its own */
  GPtrArray *measures;          /* of the report, in order */
  MattraMeasureSource *reader;  /* as long as they are being read */
  MattraLayout *layout;         /* once they are */
};

static void
clear_options (MattraPreview *self)
{
  g_free ((char *) self->options.kind);
  g_free ((char *) self->options.division);
  g_clear_pointer (&self->options.emblem, g_bytes_unref);
  g_clear_pointer (&self->options.garuda, g_bytes_unref);
}

static void
take_options (MattraPreview             *self,
              const MattraReportOptions *options)
{
  MattraReportOptions copy = *options;

  copy.kind = g_strdup (options->kind);
  copy.division = g_strdup (options->division);
  copy.emblem = options->emblem ? g_bytes_ref (options->emblem) : NULL;
  copy.garuda = options->garuda ? g_bytes_ref (options->garuda) : NULL;
  clear_options (self);
  self->options = copy;
}

/**
 * mattra_preview_new:
 *
 * Returns: (transfer full): a preview of nothing yet
 */
MattraPreview *
mattra_preview_new (void)
{
  MattraPreview *self = g_new0 (MattraPreview, 1);

  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * mattra_preview_free:
 * @self: (transfer full) (nullable): a preview
 *
 * Frees the preview.
 */
void
mattra_preview_free (MattraPreview *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->layout, mattra_layout_free);
  g_clear_pointer (&self->typesetter, mattra_typesetter_unref);
  g_clear_object (&self->reader);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
  g_ptr_array_unref (self->measures);
  clear_options (self);
  g_free (self);
}

/* Reads all measures anew. */
static gboolean
begin_reading (MattraPreview  *self,
               GError        **error)
{
  g_clear_pointer (&self->layout, mattra_layout_free);
  g_ptr_array_set_size (self->measures, 0);
  g_set_object (&self->reader, NULL);
  self->reader = mattra_store_list_measures (self->store, mattra_plan_get_id (self->plan), self->options.division, error);
  return self->reader != NULL;
}

static MattraDocument *
make_document (MattraPreview  *self,
               GError        **error)
{
  g_autoptr (MattraMeasureSource) measures = mattra_measure_array_new (self->measures);

  return mattra_load_report_of (self->store, self->plan, measures, &self->options, error);
}

/* A first layout, or one that no longer has to do with the last: its columns are as wide as they need. */
static gboolean
begin_layout (MattraPreview   *self,
              MattraDocument  *document)
{
  g_clear_pointer (&self->layout, mattra_layout_free);
  self->layout = mattra_layout_begin (document, self->typesetter);
  return TRUE;
}

/**
 * mattra_preview_open:
 * @self: a preview
 * @store: a register
 * @plan: its plan as it is now; titles may be added to it
 * @options: what is to be printed; copied
 * @error: return location
 *
 * Begins with a report. mattra_preview_run() reads the measures and lays the pages out. Measures that were read already
 * are used again where only the options differ.
 *
 * Returns: whether it could begin
 */
gboolean
mattra_preview_open (MattraPreview              *self,
                     MattraStore                *store,
                     MattraPlan                 *plan,
                     const MattraReportOptions  *options,
                     GError                    **error)
{
  g_autoptr (MattraDocument) document = NULL;
  gboolean same_rows;

  g_return_val_if_fail (self != NULL && MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && options != NULL, FALSE);

  if (self->typesetter == NULL)
    self->typesetter = mattra_print_new_typesetter (error);
  if (self->typesetter == NULL)
    return FALSE;
  same_rows = self->store == store && self->layout != NULL && self->plan != NULL
              && g_strcmp0 (mattra_plan_get_id (self->plan), mattra_plan_get_id (plan)) == 0
              && g_strcmp0 (self->options.division, options->division) == 0;
  g_set_object (&self->store, store);
  g_set_object (&self->plan, plan);
  take_options (self, options);
  if (!same_rows)
    return begin_reading (self, error);
  document = make_document (self, error);
  return document != NULL && begin_layout (self, document);
}

static int
compare_keys (MattraMeasure *one,
              MattraMeasure *other)
{
  int order = g_strcmp0 (mattra_measure_get_sort_key (one), mattra_measure_get_sort_key (other));

  return order != 0 ? order : g_strcmp0 (mattra_measure_get_id (one), mattra_measure_get_id (other));
}

static gint
find_measure (MattraPreview *self,
              const char    *id)
{
  for (guint i = 0; i < self->measures->len; i++)
    if (g_strcmp0 (mattra_measure_get_id (g_ptr_array_index (self->measures, i)), id) == 0)
      return (gint) i;
  return -1;
}

static guint
find_place (MattraPreview *self,
            MattraMeasure *measure)
{
  guint low = 0;
  guint high = self->measures->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_keys (g_ptr_array_index (self->measures, middle), measure) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Reads one measure anew: it may be changed, new, moved or gone, also to another division. */
static gboolean
reload (MattraPreview  *self,
        const char     *id,
        GError        **error)
{
  g_autoptr (GError) failure = NULL;
  MattraMeasure *measure = mattra_store_load_measure (self->store, mattra_plan_get_id (self->plan), id, &failure);
  gint before = find_measure (self, id);

  if (measure == NULL && !g_error_matches (failure, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (before >= 0)
    g_ptr_array_remove_index (self->measures, (guint) before);
  if (measure && self->options.division && !mattra_measure_involves (measure, self->options.division))
    g_clear_object (&measure);
  if (measure)
    g_ptr_array_insert (self->measures, (gint) find_place (self, measure), measure);
  return TRUE;
}

/* Finds the measures from which on, and up to which, the report is another than it was with those of @before. */
static void
find_range (MattraPreview *self,
            GPtrArray     *before,
            guint         *first,
            guint         *end)
{
  GPtrArray *now = self->measures;
  guint least = MIN (before->len, now->len);
  guint same = 0;

  for (*first = 0; *first < least && before->pdata[*first] == now->pdata[*first];)
    (*first)++;
  while (same < least - *first && before->pdata[before->len - 1 - same] == now->pdata[now->len - 1 - same])
    same++;
  *end = now->len - same;
}

/* Lays out again from the first changed row on, or, where more than rows has changed, from the beginning. */
static gboolean
update_layout (MattraPreview  *self,
               GPtrArray      *before,
               GError        **error)
{
  gssize n_added = (gssize) self->measures->len - (gssize) before->len;
  g_autoptr (GError) failure = NULL;
  g_autoptr (MattraDocument) document = make_document (self, error);
  guint first, end;

  if (document == NULL)
    return FALSE;
  find_range (self, before, &first, &end);
  mattra_layout_keep_widths (self->layout, document);
  if (mattra_layout_update (self->layout, document, first, end, n_added, &failure))
    return TRUE;
  if (failure == NULL)
    return begin_layout (self, document);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
copy_measure (gconstpointer measure,
              gpointer      data)
{
  return g_object_ref ((gpointer) measure);
}

/**
 * mattra_preview_touch:
 * @self: a preview that was opened
 * @store: the register
 * @plan: its plan as it is now
 * @measures: (nullable) (array zero-terminated=1): ULIDs of the measures that were changed; %NULL if anything may have been
 * @error: return location
 *
 * Follows a change of the register.
 *
 * Returns: whether it could
 */
gboolean
mattra_preview_touch (MattraPreview      *self,
                      MattraStore        *store,
                      MattraPlan         *plan,
                      const char *const  *measures,
                      GError            **error)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (self != NULL && self->typesetter != NULL, FALSE);
  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);

  g_set_object (&self->store, store);
  g_set_object (&self->plan, plan);
  if (measures == NULL || self->layout == NULL || g_strcmp0 (self->options.division, "") == 0)
    return begin_reading (self, error);
  before = g_ptr_array_copy (self->measures, copy_measure, NULL);
  g_ptr_array_set_free_func (before, g_object_unref);
  for (guint i = 0; measures[i]; i++)
    if (!reload (self, measures[i], error))
      return FALSE;
  return update_layout (self, before, error);
}

/* Reads some measures; when there are no more, the layout begins. */
static gboolean
read_some (MattraPreview  *self,
           GError        **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MattraDocument) document = NULL;
  MattraMeasure *measure = NULL;

  for (guint i = 0; i < STEPS && (measure = mattra_measure_source_next (self->reader, &failure)); i++)
    g_ptr_array_add (self->measures, measure);
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (measure)
    return TRUE;
  g_clear_object (&self->reader);
  document = make_document (self, error);
  return document != NULL && begin_layout (self, document);
}

/**
 * mattra_preview_run:
 * @self: a preview that was opened
 * @budget: microseconds after which it stops; it does at least a little
 * @error: return location
 *
 * Goes on with reading and laying out.
 *
 * Returns: %FALSE if the measures cannot be read or printed
 */
gboolean
mattra_preview_run (MattraPreview  *self,
                    gint64          budget,
                    GError        **error)
{
  gint64 end = g_get_monotonic_time () + budget;

  g_return_val_if_fail (self != NULL && self->typesetter != NULL, FALSE);

  do
    {
      if (self->reader ? !read_some (self, error) : !mattra_layout_run (self->layout, STEPS, error))
        return FALSE;
    }
  while (!mattra_preview_is_done (self) && g_get_monotonic_time () < end);
  return TRUE;
}

/**
 * mattra_preview_is_done:
 * @self: a preview
 *
 * Returns: whether all pages are laid out
 */
gboolean
mattra_preview_is_done (MattraPreview *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reader == NULL && self->layout != NULL && mattra_layout_is_done (self->layout);
}

/**
 * mattra_preview_get_layout:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages laid out so far; %NULL as long as measures are being read
 */
MattraLayout *
mattra_preview_get_layout (MattraPreview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reader == NULL ? self->layout : NULL;
}

/**
 * mattra_preview_draw:
 * @self: a preview
 * @page: the index of a page that is laid out
 * @scale: pixels a point
 *
 * Draws a page as the file and the printer have it, on white.
 *
 * Returns: (transfer full): the picture
 */
cairo_surface_t *
mattra_preview_draw (MattraPreview *self,
                     guint          page,
                     double         scale)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  g_return_val_if_fail (self != NULL && self->layout != NULL && scale > 0, NULL);
  g_return_val_if_fail (page < mattra_layout_get_n_pages (self->layout), NULL);

  mattra_layout_get_page_size (self->layout, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  mattra_painter_draw_page (self->layout, page, MATTRA_PAINT_PLAIN, cr);
  cairo_destroy (cr);
  return surface;
}
