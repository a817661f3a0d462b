/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document-private.h"
#include "mattra-page.h"

G_BEGIN_DECLS

/**
 * MattraPage:
 * @bytes: what is done on it, for a #MattraPageReader
 * @width: its width in hundredths of a point
 * @height: its height in hundredths of a point
 * @left: where its left margin ends
 * @right: where its right margin begins
 * @number: its number, from 1
 * @cover: whether it is a cover, which has no number and no small line
 *
 * A page that is laid out.
 */
typedef struct
{
  guint8   *bytes;
  int       width;
  int       height;
  int       left;
  int       right;
  guint     number;
  gboolean  cover;
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
  GChecksum        *checksum;
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
} MattraFlow;

MattraFlow *mattra_flow_new         (MattraTypesetter    *typesetter);
void        mattra_flow_free        (MattraFlow          *self);
void        mattra_flow_set_style   (MattraFlow          *self,
                                     MattraPageStyle      style);
void        mattra_flow_begin_page  (MattraFlow          *self);
void        mattra_flow_end_page    (MattraFlow          *self,
                                     gboolean             cover);
void        mattra_flow_turn_page   (MattraFlow          *self);
int         mattra_flow_get_room    (MattraFlow          *self);
gboolean    mattra_flow_is_fresh    (MattraFlow          *self);
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
