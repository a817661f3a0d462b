/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-typesetter.h"

G_BEGIN_DECLS

/* Places on paper are integers of a hundredth of a point: the same on every machine, and finer than any printer. */
#define MATTRA_POINT 100
#define MATTRA_MM(mm) ((int) ((mm) * 7200 / 25.4 + 0.5))

/* TH Sarabun is drawn small: this part of its nominal size gives Sarabun's letters the same size... */
#define MATTRA_FONT_SCALE 0.68
/* ...and the pitch of its lines is this times its nominal size (16 points: 20.8 points). */
#define MATTRA_LINE_PITCH 1.3

/**
 * MattraBox:
 * @MATTRA_BOX_NONE: none
 * @MATTRA_BOX_EMPTY: a box to be ticked by hand
 * @MATTRA_BOX_TICKED: a ticked box
 *
 * What is drawn before a line.
 */
typedef enum
{
  MATTRA_BOX_NONE,
  MATTRA_BOX_EMPTY,
  MATTRA_BOX_TICKED,
} MattraBox;

/* A box: its side, and the room behind it, as parts of the text's size. */
#define MATTRA_BOX_SIDE 0.55
#define MATTRA_BOX_GAP 0.4

/**
 * MattraLine:
 * @first: the index of its first token
 * @end: the index behind its last token
 * @number: the index of the first token of the number that hangs before it
 * @number_end: the index behind the number's last token; @number where there is none
 * @indent: how far its text stands from the left edge, in hundredths of a point
 * @width: its width without the spaces at its end, in font units
 * @last: whether it ends its paragraph
 * @box: the box that hangs before it
 *
 * One line of text.
 */
typedef struct
{
  guint    first;
  guint    end;
  guint    number;
  guint    number_end;
  int      indent;
  int      width;
  gboolean last;
  MattraBox box;
} MattraLine;

/**
 * MattraLink:
 * @first: the index of its first token
 * @end: the index behind its last token
 * @uri: (owned): where it leads
 *
 * A web address in a text.
 */
typedef struct
{
  guint  first;
  guint  end;
  char  *uri;
} MattraLink;

/**
 * MattraLines:
 * @tokens: (element-type MattraToken): the pieces of all paragraphs
 * @lines: (element-type MattraLine): the lines
 * @links: (element-type MattraLink): the web addresses
 *
 * Paragraphs broken into lines.
 */
typedef struct
{
  GArray *tokens;
  GArray *lines;
  GArray *links;
} MattraLines;

/**
 * MattraSetting:
 * @face: the face
 * @size: the font's size, in hundredths of a point
 * @pitch: from baseline to baseline, in hundredths of a point
 * @ascent: from the top of a line's natural box to its baseline, in hundredths of a point
 * @descent: from its baseline to the bottom of that box, in hundredths of a point
 *
 * How text is set.
 */
typedef struct
{
  MattraFace face;
  int        size;
  int        pitch;
  int        ascent;
  int        descent;
} MattraSetting;

MattraSetting mattra_setting       (MattraTypesetter    *typesetter,
                                    MattraFace           face,
                                    double               points);
int           mattra_setting_units (const MattraSetting *self,
                                    int                  length);
int           mattra_setting_length
                                   (const MattraSetting *self,
                                    int                  units);

MattraLines  *mattra_lines_new     (void);
void          mattra_lines_free    (MattraLines         *self);
void          mattra_lines_clear   (MattraLines         *self);
guint         mattra_lines_next    (const MattraToken   *tokens,
                                    guint                n,
                                    guint                first,
                                    int                  width,
                                    int                 *line_width);
gboolean      mattra_lines_add     (MattraLines         *self,
                                    MattraTypesetter    *typesetter,
                                    const MattraSetting *setting,
                                    const char          *text,
                                    gsize                length,
                                    int                  indent,
                                    int                  hang,
                                    int                  width,
                                    GError             **error);
gboolean      mattra_lines_add_numbered
                                   (MattraLines         *self,
                                    MattraTypesetter    *typesetter,
                                    const MattraSetting *setting,
                                    const char          *number,
                                    const char          *text,
                                    gsize                length,
                                    int                  hang,
                                    int                  width,
                                    GError             **error);
gboolean      mattra_lines_add_evenly
                                   (MattraLines         *self,
                                    MattraTypesetter    *typesetter,
                                    const MattraSetting *setting,
                                    const char          *text,
                                    gsize                length,
                                    int                  width,
                                    GError             **error);
gboolean      mattra_lines_find_address
                                   (const char          *text,
                                    gsize                length,
                                    gsize               *start,
                                    gsize               *n);
MattraBox     mattra_lines_box_of  (const char          *number);
int           mattra_lines_measure (MattraLines         *self,
                                    MattraTypesetter    *typesetter,
                                    const MattraSetting *setting,
                                    const char          *text,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraLines, mattra_lines_free)

G_END_DECLS
