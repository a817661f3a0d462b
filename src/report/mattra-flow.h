/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document-private.h"
#include "mattra-page.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/* Signature blocks one below another stand in the right part of the page, from here on. */
#define MATTRA_SIGNATURE_LEFT 0.4

/* What the number of an upright page takes below the margin. */
#define MATTRA_NUMBER_ROOM MATTRA_MM (12)

/* Where the baseline of a page's number stands below the paper's edge, in millimetres: on upright paper, and across. */
#define MATTRA_NUMBER_BASELINE      30
#define MATTRA_WIDE_NUMBER_BASELINE 15

/* Bytes of a SHA-256. */
#define MATTRA_DIGEST_SIZE 32

/**
 * MattraPage:
 * @bytes: what is done on it, for a #MattraPageReader
 * @size: how many bytes these are
 * @width: its width in hundredths of a point
 * @height: its height in hundredths of a point
 * @left: where its left margin ends
 * @right: where its right margin begins
 * @number: its number, from 1
 * @cover: whether it is a cover, which has no number and no small line
 * @letter: whether a letter begins on it, whose first page shows no number
 *
 * A page that is laid out.
 */
typedef struct
{
  guint8   *bytes;
  guint     size;
  int       width;
  int       height;
  int       left;
  int       right;
  guint     number;
  gboolean  cover;
  gboolean  letter;
} MattraPage;

/**
 * MattraBookmark:
 * @page: the index of its page
 * @y: where it stands there
 * @text: (owned): what it says
 *
 * An entry of the outline.
 */
typedef struct
{
  guint  page;
  int    y;
  char  *text;
} MattraBookmark;

/**
 * MattraCheckpoint:
 * @block: the index of the table's block
 * @place: where the row source stood
 * @n_rows: how many rows of all tables stood on paper
 * @page: the index of the page
 * @number: its number
 * @offset: how many bytes of the page were written
 * @writer: the writer, without its bytes
 * @top: the page's upper margin
 * @y: the place reached on the page
 * @part_top: where the table begins on the page
 * @rules_top: where the next upright rules begin
 * @key: the key of the row that comes next; may be empty
 *
 * The state of a flow before a row of a table, with the section rows above it.
 */
typedef struct
{
  guint            block;
  gsize            place;
  guint            n_rows;
  guint            page;
  guint            number;
  guint            offset;
  MattraPageWriter writer;
  int              top;
  int              y;
  int              part_top;
  int              rules_top;
  char             key[MATTRA_ROW_KEY + 1];
} MattraCheckpoint;

/**
 * MattraSpan:
 * @page: the index of the page
 * @top: where the part begins
 * @bottom: where it ends
 * @checkpoint: the index of the row's checkpoint
 *
 * A row's part on a page.
 */
typedef struct
{
  guint page;
  int   top;
  int   bottom;
  guint checkpoint;
} MattraSpan;

/**
 * MattraTablePlace:
 * @block: the index of the table's block
 * @edges: (owned): the x of each column's left edge, and the last one's right edge
 * @left: the room that was left for the heads where they went on to the next page; 0 where they did not
 *
 * Where a table's columns stand.
 */
typedef struct
{
  guint  block;
  int   *edges;
  int    left;
} MattraTablePlace;

/**
 * MattraRowWatch:
 * @watch: (nullable): who waits for the rows.
 * @n_rows: about how many rows there are; 0 where nobody wants to know how far it is.
 * @n_read: how many were read so far to choose the widths of their columns.
 * @n_placed: how many were put on paper.
 *
 * How far tables are: their rows are read twice, once for the widths and once for the paper.
 */
typedef struct
{
  const MattraWatch *watch;
  gsize              n_rows;
  gsize              n_read;
  gsize              n_placed;
} MattraRowWatch;

/**
 * MattraFlow:
 *
 * The place where the next block goes, and the pages filled so far. Lengths are hundredths of a point.
 */
typedef struct
{
  MattraTypesetter *typesetter;
  GArray           *pages;
  GArray           *bookmarks;
  GPtrArray        *widths;         /* of each table: an array of double, in millimetres */
  GByteArray       *digests;        /* SHA-256 of each row of all tables, one behind another */
  GArray           *checkpoints;
  GArray           *spans;
  GArray           *tables;         /* of MattraTablePlace */
  MattraPageWriter  writer;
  MattraLines      *scratch;
  int               width;
  int               height;
  int               left;
  int               right;
  int               top;
  int               later_top;      /* that of the pages after the section's first */
  int               bottom;
  guint             number;         /* of the page that is open or comes next */
  int               y;
  gboolean          open;
  gboolean          has_links;
  MattraRowWatch    rows;
} MattraFlow;

void        mattra_page_clear        (gpointer             data);
void        mattra_bookmark_clear    (gpointer             data);
void        mattra_table_place_clear (gpointer             data);
gboolean    mattra_row_watch_tell    (const MattraRowWatch *self,
                                     GError              **error);
MattraFlow *mattra_flow_new         (MattraTypesetter    *typesetter);
void        mattra_flow_free        (MattraFlow          *self);
void        mattra_flow_hash_row    (const MattraRow     *row,
                                     GByteArray          *digests);
void        mattra_flow_add_row     (MattraFlow          *self,
                                     const MattraRow     *row);
void        mattra_flow_return      (MattraFlow             *self,
                                     const MattraCheckpoint *checkpoint);
void        mattra_flow_set_style   (MattraFlow          *self,
                                     MattraPageStyle      style);
void        mattra_flow_begin_page  (MattraFlow          *self);
void        mattra_flow_end_page    (MattraFlow          *self,
                                     gboolean             cover);
void        mattra_flow_turn_page   (MattraFlow          *self);
int         mattra_flow_get_room    (MattraFlow          *self);
gboolean    mattra_flow_is_fresh    (MattraFlow          *self);
gboolean    mattra_flow_check_height (MattraFlow         *self,
                                     int                  height,
                                     const char          *text,
                                     GError             **error);
void        mattra_flow_make_room   (MattraFlow          *self,
                                     int                  height);
void        mattra_flow_bookmark    (MattraFlow          *self,
                                     const char          *text);
void        mattra_flow_put_line    (MattraFlow          *self,
                                     const MattraLines   *lines,
                                     const MattraLine    *line,
                                     const MattraSetting *setting,
                                     int                  x,
                                     int                  baseline,
                                     int                  spread);
void        mattra_flow_put_box     (MattraFlow          *self,
                                     const MattraSetting *setting,
                                     int                  x,
                                     int                  baseline,
                                     gboolean             ticked);
void        mattra_flow_put_aligned (MattraFlow          *self,
                                     const MattraLines   *lines,
                                     const MattraLine    *line,
                                     const MattraSetting *setting,
                                     int                  x,
                                     int                  width,
                                     int                  baseline,
                                     MattraAlignment      alignment);
int         mattra_setting_baseline (const MattraSetting *setting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraFlow, mattra_flow_free)

G_END_DECLS
