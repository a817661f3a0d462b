/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document.h"

G_BEGIN_DECLS

/* The blocks as the layout reads them. Nobody outside this room includes this file. */

typedef enum
{
  MATTRA_BLOCK_SECTION,
  MATTRA_BLOCK_COVER,
  MATTRA_BLOCK_HEADING,
  MATTRA_BLOCK_PARAGRAPH,
  MATTRA_BLOCK_TABLE,
  MATTRA_BLOCK_SIGNATURES,
} MattraBlockKind;

typedef struct
{
  MattraBlockKind kind;
} MattraBlock;

typedef struct
{
  MattraBlock     block;
  MattraPageStyle style;
} MattraSection;

typedef struct
{
  MattraCoverPlace place;
  char            *text;
  double           points;
  gboolean         bold;
} MattraCoverLine;

struct _MattraCover
{
  MattraBlock  block;
  GPtrArray   *lines;           /* of MattraCoverLine */
  GBytes      *emblem;
  double       emblem_height;
};

typedef struct
{
  MattraBlock      block;       /* a heading or a paragraph */
  char            *text;
  double           points;
  MattraAlignment  alignment;
  gboolean         indent;
} MattraText;

typedef struct
{
  char   *head;
  double  width;                /* millimetres; 0: chosen by the layout */
} MattraColumn;

struct _MattraTable
{
  MattraBlock      block;
  double           points;
  GPtrArray       *columns;     /* of MattraColumn */
  guint            lead;
  MattraRowSource *rows;
};

typedef struct
{
  char  *label;
  char  *rank;
  char  *role;
  char  *name;
  char **posts;
  char  *date;
} MattraSignatureBlock;

struct _MattraSignatures
{
  MattraBlock  block;
  double       points;
  guint        per_row;
  GPtrArray   *signers;         /* of MattraSignatureBlock */
};

struct _MattraDocument
{
  gatomicrefcount  ref_count;
  char            *title;
  char            *author;
  char            *subject;
  char            *date;
  char            *version;
  gboolean         thai_digits;
  GPtrArray       *blocks;      /* of MattraBlock */
};

void mattra_document_hash (MattraDocument *self,
                           GChecksum      *checksum);

G_END_DECLS
