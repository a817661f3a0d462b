/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-pages.h"

#include "mattra-preview.h"

/* How long the store thread is kept at a time, in microseconds: an act that comes meanwhile waits no longer. */
#define TURN 15000

/* A turn draws no more pages than these; the others come in the next. */
#define MOST_DRAWN 2

/* Pictures beyond so many pages from what is seen are given up. */
#define KEPT_AROUND 12

/* A size in points. */
typedef struct
{
  double width;
  double height;
} Size;

typedef struct
{
  GdkTexture *texture;
  double scale;
  guint version;        /* of the pages that it was drawn from */
} Picture;

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

struct _MattraReportPages
{
  GObject parent_instance;

  MattraSession *session;
  MattraPreview *preview;       /* the store thread's */
  MattraPrintChoice *choice;
  gboolean reopen;              /* the choice is new, or the last turn failed */
  gboolean touched_all;
  GHashTable *touched;          /* ULIDs of measures, since the last turn */
  gboolean paused;
  gboolean running;
  gboolean done;
  char *failure;
  GArray *sizes;                /* of Size, of the pages that are there */
  GHashTable *pictures;         /* page to Picture */
  guint version;
  guint first;                  /* the pages that are seen */
  guint end;
  double scale;
};

G_DEFINE_FINAL_TYPE (MattraReportPages, mattra_report_pages, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A turn on the store thread */

typedef struct
{
  guint page;
  double scale;
  cairo_surface_t *surface;
} Drawing;

static void
drawing_clear (gpointer data)
{
  g_clear_pointer (&((Drawing *) data)->surface, cairo_surface_destroy);
}

typedef struct
{
  MattraPreview *preview;
  MattraPrintChoice *choice;
  MattraDate today;
  gboolean open;
  gboolean touch;
  GStrv touched;        /* NULL: anything */
  GArray *drawings;     /* of Drawing */
  GArray *sizes;        /* of Size */
  gboolean fresh;       /* they are other pages than before */
  gboolean grown;       /* there are more of them */
  gboolean done;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  mattra_print_choice_free (turn->choice);
  g_strfreev (turn->touched);
  g_array_unref (turn->drawings);
  g_array_unref (turn->sizes);
  g_free (turn);
}

/* Begins with the choice, or follows what was changed since. */
static gboolean
catch_up (Turn         *turn,
          MattraStore  *store,
          MattraPlan   *plan,
          GError      **error)
{
  MattraReportOptions options = turn->choice->options;

  options.today = turn->today;
  mattra_print_choice_leave_out (turn->choice, plan);
  turn->fresh = turn->open || turn->touch;
  if (turn->open)
    return mattra_preview_open (turn->preview, store, plan, &options, error);
  if (turn->touch)
    return mattra_preview_touch (turn->preview, store, plan, (const char *const *) turn->touched, error);
  return TRUE;
}

static void
take_sizes (Turn         *turn,
            MattraLayout *layout)
{
  guint n = layout ? mattra_layout_get_n_pages (layout) : 0;

  for (guint i = 0; i < n; i++)
    {
      Size size;

      mattra_layout_get_page_size (layout, i, &size.width, &size.height);
      g_array_append_val (turn->sizes, size);
    }
}

static void
draw (Turn *turn)
{
  guint n_drawn = 0;

  for (guint i = 0; i < turn->drawings->len && n_drawn < MOST_DRAWN; i++)
    {
      Drawing *drawing = &g_array_index (turn->drawings, Drawing, i);

      if (drawing->page >= turn->sizes->len)
        continue;
      drawing->surface = mattra_preview_draw (turn->preview, drawing->page, drawing->scale);
      n_drawn++;
    }
}

static gboolean
run_turn (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  Turn *turn = data;

  if (!catch_up (turn, store, plan, error))
    return FALSE;
  if (!mattra_preview_is_done (turn->preview))
    {
      turn->grown = TRUE;
      if (!mattra_preview_run (turn->preview, TURN, error))
        return FALSE;
    }
  turn->done = mattra_preview_is_done (turn->preview);
  take_sizes (turn, mattra_preview_get_layout (turn->preview));
  draw (turn);
  return TRUE;
}

/* On the window's thread. Total and fingerprint stand on every page, so all pictures are old when the last page is
 * there. */

static void go_on (MattraReportPages *self);

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         (gsize) height * (gsize) stride,
                                                         (GDestroyNotify) cairo_surface_destroy,
                                                         cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
take_drawings (MattraReportPages *self,
               Turn              *turn)
{
  for (guint i = 0; i < turn->drawings->len; i++)
    {
      const Drawing *drawing = &g_array_index (turn->drawings, Drawing, i);
      Picture *picture = NULL;

      if (drawing->surface == NULL)
        continue;
      picture = g_new0 (Picture, 1);
      picture->texture = make_texture (drawing->surface);
      picture->scale = drawing->scale;
      picture->version = self->version;
      g_hash_table_replace (self->pictures, GUINT_TO_POINTER (drawing->page), picture);
      g_signal_emit (self, signals[SIGNAL_DRAWN], 0, drawing->page);
    }
}

static void
take_pages (MattraReportPages *self,
            Turn              *turn)
{
  if (!turn->fresh && !turn->grown)
    return;
  if (turn->fresh || turn->done)
    self->version++;
  self->done = turn->done;
  g_array_set_size (self->sizes, 0);
  g_array_append_vals (self->sizes, turn->sizes->data, turn->sizes->len);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fail (MattraReportPages *self,
      const GError      *error)
{
  self->reopen = FALSE;
  self->done = TRUE;
  self->failure = g_strdup (error->message);
  g_array_set_size (self->sizes, 0);
  g_hash_table_remove_all (self->pictures);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
turn_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MattraReportPages) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean finished = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);

  self->running = FALSE;
  if (!finished)
    {
      fail (self, error);
      return;
    }
  take_pages (self, data);
  take_drawings (self, data);
  turn_free (data);
  go_on (self);
}

static gboolean
is_current (MattraReportPages *self,
            guint              page)
{
  const Picture *picture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (page));

  return picture != NULL && picture->version == self->version && picture->scale == self->scale;
}

/* Pages that are seen and whose picture is missing or old. */
static void
wish (MattraReportPages *self,
      Turn              *turn)
{
  for (guint page = self->first; page < self->end; page++)
    {
      Drawing drawing = { .page = page, .scale = self->scale };

      if (!is_current (self, page))
        g_array_append_val (turn->drawings, drawing);
    }
}

static GStrv
take_touched (MattraReportPages *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (ids, id);
      g_hash_table_iter_steal (&iter);
    }
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (ids, FALSE);
}

static Turn *
turn_new (MattraReportPages *self)
{
  Turn *turn = g_new0 (Turn, 1);

  turn->preview = self->preview;
  turn->choice = mattra_print_choice_copy (self->choice);
  turn->today = mattra_clock_get_today (mattra_session_get_clock (self->session));
  turn->open = self->reopen;
  turn->touch = !self->reopen && (self->touched_all || g_hash_table_size (self->touched) > 0);
  if (turn->touch && !self->touched_all)
    turn->touched = take_touched (self);
  turn->drawings = g_array_new (FALSE, FALSE, sizeof (Drawing));
  g_array_set_clear_func (turn->drawings, drawing_clear);
  turn->sizes = g_array_new (FALSE, FALSE, sizeof (Size));
  wish (self, turn);
  return turn;
}

static gboolean
has_work (MattraReportPages *self)
{
  if (self->paused || self->choice == NULL)
    return FALSE;
  if (self->reopen || self->touched_all || g_hash_table_size (self->touched) > 0)
    return TRUE;
  if (self->failure)
    return FALSE;
  if (!self->done)
    return TRUE;
  for (guint page = self->first; page < MIN (self->end, self->sizes->len); page++)
    if (!is_current (self, page))
      return TRUE;
  return FALSE;
}

/* One turn at a time: what is asked for meanwhile goes into the next. */
static void
go_on (MattraReportPages *self)
{
  Turn *turn = NULL;

  if (self->running || !has_work (self))
    return;
  turn = turn_new (self);
  self->running = TRUE;
  self->reopen = FALSE;
  self->touched_all = FALSE;
  g_hash_table_remove_all (self->touched);
  g_clear_pointer (&self->failure, g_free);
  mattra_session_query_async (self->session, run_turn, turn, turn_free, turn_done, g_object_ref (self));
}

static void
session_changed (MattraReportPages *self,
                 GPtrArray         *measures)
{
  if (self->failure)
    self->reopen = TRUE;
  if (measures == NULL)
    self->touched_all = TRUE;
  for (guint i = 0; measures && i < measures->len; i++)
    g_hash_table_add (self->touched, g_strdup (g_ptr_array_index (measures, i)));
  go_on (self);
}

static void
plan_changed (MattraReportPages *self)
{
  session_changed (self, NULL);
}

/* The preview is freed where it was used, unless the register was closed before. */
static gboolean
drop_preview (MattraStore  *store,
              MattraPlan   *plan,
              gpointer      data,
              GError      **error)
{
  MattraPreview **preview = data;

  g_clear_pointer (preview, mattra_preview_free);
  return TRUE;
}

static void
drop_free (gpointer data)
{
  MattraPreview **preview = data;

  g_clear_pointer (preview, mattra_preview_free);
  g_free (preview);
}

static void
mattra_report_pages_dispose (GObject *object)
{
  MattraReportPages *self = MATTRA_REPORT_PAGES (object);

  if (self->session && self->preview)
    {
      MattraPreview **preview = g_new0 (MattraPreview *, 1);

      *preview = g_steal_pointer (&self->preview);
      mattra_session_query_async (self->session, drop_preview, preview, drop_free, NULL, NULL);
    }
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mattra_report_pages_parent_class)->dispose (object);
}

static void
mattra_report_pages_finalize (GObject *object)
{
  MattraReportPages *self = MATTRA_REPORT_PAGES (object);

  mattra_print_choice_free (self->choice);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->pictures);
  g_array_unref (self->sizes);
  g_free (self->failure);
  G_OBJECT_CLASS (mattra_report_pages_parent_class)->finalize (object);
}

static void
mattra_report_pages_class_init (MattraReportPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mattra_report_pages_dispose;
  object_class->finalize = mattra_report_pages_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_REPORT_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", MATTRA_TYPE_REPORT_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
mattra_report_pages_init (MattraReportPages *self)
{
  self->preview = mattra_preview_new ();
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) picture_free);
  self->sizes = g_array_new (FALSE, FALSE, sizeof (Size));
  self->scale = 1;
}

/**
 * mattra_report_pages_new:
 * @session: a session with a plan
 *
 * Returns: (transfer full): the pages of no report yet
 */
MattraReportPages *
mattra_report_pages_new (MattraSession *session)
{
  MattraReportPages *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_REPORT_PAGES, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (plan_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mattra_report_pages_set_choice:
 * @self: the pages
 * @choice: which report; copied
 *
 * Chooses the report. The pages there are stay until others come.
 */
void
mattra_report_pages_set_choice (MattraReportPages       *self,
                                const MattraPrintChoice *choice)
{
  g_return_if_fail (MATTRA_IS_REPORT_PAGES (self) && choice != NULL);

  mattra_print_choice_free (self->choice);
  self->choice = mattra_print_choice_copy (choice);
  self->reopen = TRUE;
  go_on (self);
}

/**
 * mattra_report_pages_set_paused:
 * @self: the pages
 * @paused: whether nobody looks at them
 *
 * Has the pages follow the register only as long as they are seen.
 */
void
mattra_report_pages_set_paused (MattraReportPages *self,
                                gboolean           paused)
{
  g_return_if_fail (MATTRA_IS_REPORT_PAGES (self));

  self->paused = paused;
  go_on (self);
}

/**
 * mattra_report_pages_get_n_pages:
 * @self: the pages
 *
 * Returns: how many pages are there
 */
guint
mattra_report_pages_get_n_pages (MattraReportPages *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_PAGES (self), 0);

  return self->sizes->len;
}

/**
 * mattra_report_pages_is_done:
 * @self: the pages
 *
 * Returns: whether these are all pages
 */
gboolean
mattra_report_pages_is_done (MattraReportPages *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_PAGES (self), FALSE);

  return self->done && !self->reopen && !self->touched_all && g_hash_table_size (self->touched) == 0;
}

/**
 * mattra_report_pages_is_drawn:
 * @self: the pages
 *
 * Returns: whether the pictures of all pages that are seen show the last change
 */
gboolean
mattra_report_pages_is_drawn (MattraReportPages *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_PAGES (self), FALSE);

  for (guint page = self->first; page < MIN (self->end, self->sizes->len); page++)
    if (!is_current (self, page))
      return FALSE;
  return !self->running;
}

/**
 * mattra_report_pages_get_failure:
 * @self: the pages
 *
 * Returns: (nullable): why the report cannot be made, in the user's words
 */
const char *
mattra_report_pages_get_failure (MattraReportPages *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_PAGES (self), NULL);

  return self->failure;
}

/**
 * mattra_report_pages_get_size:
 * @self: the pages
 * @page: the index of one
 * @width: (out): its width in points
 * @height: (out): its height in points
 *
 * Gets a page's size.
 */
void
mattra_report_pages_get_size (MattraReportPages *self,
                              guint              page,
                              double            *width,
                              double            *height)
{
  g_return_if_fail (MATTRA_IS_REPORT_PAGES (self) && page < self->sizes->len);

  *width = g_array_index (self->sizes, Size, page).width;
  *height = g_array_index (self->sizes, Size, page).height;
}

static gboolean
is_far (gpointer page,
        gpointer picture,
        gpointer data)
{
  const MattraReportPages *self = data;
  guint index = GPOINTER_TO_UINT (page);

  return index + KEPT_AROUND < self->first || index > self->end + KEPT_AROUND;
}

/**
 * mattra_report_pages_want:
 * @self: the pages
 * @first: the first page that is seen
 * @end: behind the last one
 * @scale: pixels a point
 *
 * Has pages drawn.
 */
void
mattra_report_pages_want (MattraReportPages *self,
                          guint              first,
                          guint              end,
                          double             scale)
{
  g_return_if_fail (MATTRA_IS_REPORT_PAGES (self) && scale > 0);

  self->first = first;
  self->end = end;
  self->scale = scale;
  g_hash_table_foreach_remove (self->pictures, is_far, self);
  go_on (self);
}

/**
 * mattra_report_pages_get_picture:
 * @self: the pages
 * @page: the index of one
 *
 * Returns: (transfer none) (nullable): its newest picture, which may be of another scale or not show the last change
 *   yet
 */
GdkTexture *
mattra_report_pages_get_picture (MattraReportPages *self,
                                 guint              page)
{
  const Picture *picture = NULL;

  g_return_val_if_fail (MATTRA_IS_REPORT_PAGES (self), NULL);

  picture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (page));
  return picture ? picture->texture : NULL;
}

/* Where a click leads */

typedef struct
{
  MattraPreview *preview;
  guint page;
  double x;
  double y;
  char *key;
  char *field;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->key);
  g_free (search->field);
  g_free (search);
}

static gboolean
run_search (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  Search *search = data;
  MattraLayout *layout = mattra_preview_get_layout (search->preview);
  const char *field = NULL;

  if (layout && search->page < mattra_layout_get_n_pages (layout))
    {
      search->key = g_strdup (mattra_layout_find_cell (layout, search->page, search->x, search->y, &field));
      search->field = g_strdup (field);
    }
  return TRUE;
}

typedef struct
{
  MattraPageFoundFunc func;
  GObject *receiver;
} Asker;

static void
search_done (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Asker *asker = user_data;
  gpointer data = NULL;

  if (mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    {
      Search *search = data;

      asker->func (search->key, search->field, asker->receiver);
      search_free (search);
    }
  g_object_unref (asker->receiver);
}

/**
 * mattra_report_pages_find_cell:
 * @self: the pages
 * @page: the index of one
 * @x: a place on it, in points from its left edge
 * @y: the same from its upper edge
 * @func: called with the cell that stands there
 * @receiver: its last argument; kept until then
 *
 * Looks up which cell of which measure stands at a place.
 */
void
mattra_report_pages_find_cell (MattraReportPages   *self,
                               guint                page,
                               double               x,
                               double               y,
                               MattraPageFoundFunc  func,
                               GObject             *receiver)
{
  Search *search = NULL;
  Asker *asker = NULL;

  g_return_if_fail (MATTRA_IS_REPORT_PAGES (self) && func != NULL && G_IS_OBJECT (receiver));

  search = g_new0 (Search, 1);
  search->preview = self->preview;
  search->page = page;
  search->x = x;
  search->y = y;
  asker = g_new0 (Asker, 1);
  asker->func = func;
  asker->receiver = g_object_ref (receiver);
  mattra_session_query_async (self->session, run_search, search, search_free, search_done, asker);
}
