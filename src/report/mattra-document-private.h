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
  MATTRA_BLOCK_SPACE,
  MATTRA_BLOCK_DIVIDER,
  MATTRA_BLOCK_LETTERHEAD,
  MATTRA_BLOCK_FIELDS,
  MATTRA_BLOCK_CHOICES,
  MATTRA_N_BLOCKS
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
  gboolean         kept;        /* on the page where what follows begins */
} MattraText;

typedef struct
{
  char   *head;
  char   *name;                 /* or NULL; not printed */
  double  width;                /* millimetres; 0: chosen by the layout */
} MattraColumn;

struct _MattraTable
{
  MattraBlock      block;
  double           points;
  GPtrArray       *columns;     /* of MattraColumn */
  guint            lead;
  guint            least_lines; /* how many lines high a row is at least */
  gboolean         plain;
  gboolean         main;        /* what the document is about: a row for each, */
  gsize            first;       /* from this place of the rows on, */
  gboolean         numbered;    /* which says the how many it is */
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
  gboolean blank;
} MattraSignatureBlock;

struct _MattraSignatures
{
  MattraBlock  block;
  double       points;
  guint        per_row;
  GPtrArray   *signers;         /* of MattraSignatureBlock */
};

typedef struct
{
  MattraBlock block;            /* a space or a divider */
  double      size;             /* its height in points, or its width in millimetres */
} MattraGap;

typedef struct
{
  MattraBlock  block;
  GBytes      *picture;         /* or NULL */
  double       height;          /* the picture's, in millimetres */
  char        *title;           /* or NULL: the picture stands alone in the middle */
  char        *says;            /* what it shows, for who cannot see it; or NULL: an emblem */
  double       points;
} MattraLetterhead;

typedef struct
{
  char   *label;
  char   *value;
  double  start;                /* where it begins, as a part of the line */
  guint   n_lines;              /* how many lines it has at least */
} MattraField;

struct _MattraFields
{
  MattraBlock  block;
  double       label_points;
  gboolean     label_bold;
  double       points;
  GPtrArray   *fields;          /* of MattraField */
};

typedef struct
{
  MattraBlock   block;
  char        **texts;          /* an empty one is a box with a dotted line */
  double        points;
} MattraChoices;

/**
 * MattraBlockClass:
 * @size: bytes of its struct
 * @clear: (nullable): frees what a block holds
 * @hash: adds what is printed to a checksum
 *
 * What a document must know of a kind of block.
 */
typedef struct
{
  gsize  size;
  void (*clear) (gpointer       block);
  void (*hash)  (gconstpointer  block,
                 GChecksum     *checksum);
} MattraBlockClass;

extern const MattraBlockClass mattra_space_class;
extern const MattraBlockClass mattra_letterhead_class;
extern const MattraBlockClass mattra_fields_class;
extern const MattraBlockClass mattra_choices_class;

gpointer mattra_document_add_block  (MattraDocument  *self,
                                     MattraBlockKind  kind);
void     mattra_document_add_text   (MattraDocument  *self,
                                     MattraBlockKind  kind,
                                     const char      *text,
                                     double           points,
                                     MattraAlignment  alignment,
                                     gboolean         indent);
void     mattra_checksum_add_text   (GChecksum       *checksum,
                                     const char      *text);
void     mattra_checksum_add_number (GChecksum       *checksum,
                                     double           number);
void     mattra_checksum_add_bytes  (GChecksum       *checksum,
                                     GBytes          *bytes);
GBytes  *mattra_block_get_picture   (const MattraBlock *block);

struct _MattraDocument
{
  gatomicrefcount  ref_count;
  char            *title;
  char            *author;
  char            *subject;
  char            *date;
  char            *version;
  char            *mark;
  char            *code;
  gboolean         thai_digits;
  GPtrArray       *blocks;      /* of MattraBlock */
};

void mattra_document_hash (MattraDocument *self,
                           GChecksum      *checksum);

G_END_DECLS
