/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-row.h"

G_BEGIN_DECLS

/**
 * MattraPageStyle:
 * @width: the paper's width in millimetres
 * @height: the paper's height in millimetres
 * @top: the upper margin in millimetres; the page number stands in it on paper that lies across, and is the first line
 *   below it on upright paper
 * @right: the right margin in millimetres
 * @bottom: the lower margin in millimetres; the small line stands in it
 * @left: the left margin in millimetres
 * @first_top: the upper margin of its first page in millimetres; 0 where it is that of the others
 * @numbered_anew: whether its pages are counted from 1, as those of a paper of its own in one file
 *
 * The paper of a section.
 */
typedef struct
{
  double   width;
  double   height;
  double   top;
  double   right;
  double   bottom;
  double   left;
  double   first_top;
  gboolean numbered_anew;
} MattraPageStyle;

/* A4 upright with the margins of official letters: left 3 cm, right 2 cm, top 2.5 cm, bottom 2 cm. */
#define MATTRA_PAGE_PORTRAIT ((MattraPageStyle) { 210, 297, 25, 20, 20, 30 })

/* A4 across for wide tables: 2 cm all round. */
#define MATTRA_PAGE_LANDSCAPE ((MattraPageStyle) { 297, 210, 20, 20, 20, 20 })

/* A4 upright whose first page begins with an emblem 1.5 cm below the paper's edge: memos, orders, announcements. */
#define MATTRA_PAGE_LETTER ((MattraPageStyle) { 210, 297, 25, 20, 20, 30, 15 })

/**
 * MattraAlignment:
 * @MATTRA_ALIGN_LEFT: lines begin at the left margin
 * @MATTRA_ALIGN_CENTRE: lines stand in the middle
 * @MATTRA_ALIGN_DISTRIBUTED: lines reach from margin to margin, the last excepted
 * @MATTRA_ALIGN_SIGNATURE: a line stands in the middle of where a signature below it stands
 *
 * How the lines of a paragraph stand.
 */
typedef enum
{
  MATTRA_ALIGN_LEFT,
  MATTRA_ALIGN_CENTRE,
  MATTRA_ALIGN_DISTRIBUTED,
  MATTRA_ALIGN_SIGNATURE,
} MattraAlignment;

/**
 * MattraCoverPlace:
 * @MATTRA_COVER_TITLE: the block in the middle: title, year, round
 * @MATTRA_COVER_FOOT: the block at the bottom: organisation, district, province
 *
 * Where a line of a cover stands.
 */
typedef enum
{
  MATTRA_COVER_TITLE,
  MATTRA_COVER_FOOT,
} MattraCoverPlace;

typedef struct _MattraCover MattraCover;
typedef struct _MattraFields MattraFields;
typedef struct _MattraTable MattraTable;
typedef struct _MattraSignatures MattraSignatures;

/**
 * MattraSignature:
 * @label: (nullable): what stands before the line, as "(ลงชื่อ)"
 * @rank: (nullable): a full rank before the line, as "จ่าเอก"; the name is then without it
 * @role: (nullable): what stands behind the line, as "ผู้รายงาน"
 * @name: (nullable): the name, printed in parentheses
 * @posts: (nullable) (array zero-terminated=1): lines below the name: the post, then "รักษาราชการแทน" and the other one
 * @date: (nullable): the line for the date, as "วันที่........เดือน....................พ.ศ. ........"
 * @blank: whether the room to sign in is left blank instead of dotted, as in memos, orders and announcements
 *
 * One person's signature block.
 */
typedef struct
{
  const char        *label;
  const char        *rank;
  const char        *role;
  const char        *name;
  const char *const *posts;
  const char        *date;
  gboolean           blank;
} MattraSignature;

/**
 * MattraDocument:
 *
 * What a report says, as blocks in the order in which they are printed, without a place on any page. All texts are
 * printed as they are: whoever builds the blocks has already chosen Thai or western digits. Sizes are points of
 * TH Sarabun, in which official papers are specified.
 */
typedef struct _MattraDocument MattraDocument;

MattraDocument   *mattra_document_new              (void);
MattraDocument   *mattra_document_ref              (MattraDocument        *self);
void              mattra_document_unref            (MattraDocument        *self);

void              mattra_document_set_title        (MattraDocument        *self,
                                                    const char            *title);
gboolean          mattra_document_has_title        (MattraDocument        *self);
void              mattra_document_set_author       (MattraDocument        *self,
                                                    const char            *author);
void              mattra_document_set_subject      (MattraDocument        *self,
                                                    const char            *subject);
void              mattra_document_set_date         (MattraDocument        *self,
                                                    const char            *date);
void              mattra_document_set_version      (MattraDocument        *self,
                                                    const char            *version);
void              mattra_document_set_mark         (MattraDocument        *self,
                                                    const char            *mark);
void              mattra_document_set_code         (MattraDocument        *self,
                                                    const char            *code);
void              mattra_document_set_thai_digits  (MattraDocument        *self,
                                                    gboolean               thai_digits);

void              mattra_document_begin_section    (MattraDocument        *self,
                                                    MattraPageStyle        style);
MattraCover      *mattra_document_add_cover        (MattraDocument        *self);
void              mattra_document_add_heading      (MattraDocument        *self,
                                                    const char            *text,
                                                    double                 points);
void              mattra_document_add_paragraph    (MattraDocument        *self,
                                                    const char            *text,
                                                    double                 points,
                                                    MattraAlignment        alignment,
                                                    gboolean               indent);
void              mattra_document_keep_paragraph   (MattraDocument        *self);
void              mattra_document_add_subheading   (MattraDocument        *self,
                                                    const char            *text,
                                                    double                 points);
void              mattra_document_add_space        (MattraDocument        *self,
                                                    double                 points);
void              mattra_document_add_divider      (MattraDocument        *self,
                                                    double                 width);
void              mattra_document_add_letterhead   (MattraDocument        *self,
                                                    GBytes                *picture,
                                                    double                 height,
                                                    const char            *title,
                                                    double                 points);
void              mattra_document_add_picture      (MattraDocument        *self,
                                                    GBytes                *picture,
                                                    double                 height,
                                                    double                 points,
                                                    const char            *says);
MattraFields     *mattra_document_add_fields       (MattraDocument        *self,
                                                    double                 label_points,
                                                    gboolean               label_bold,
                                                    double                 points);
void              mattra_document_add_choices      (MattraDocument        *self,
                                                    const char *const     *texts,
                                                    double                 points);
MattraTable      *mattra_document_add_table        (MattraDocument        *self,
                                                    double                 points,
                                                    MattraRowSource       *rows);
MattraSignatures *mattra_document_add_signatures   (MattraDocument        *self,
                                                    double                 points,
                                                    guint                  per_row);

void              mattra_cover_add_line            (MattraCover           *self,
                                                    MattraCoverPlace       place,
                                                    const char            *text,
                                                    double                 points,
                                                    gboolean               bold);
void              mattra_cover_set_emblem          (MattraCover           *self,
                                                    GBytes                *png,
                                                    double                 height);

void              mattra_fields_add                (MattraFields          *self,
                                                    const char            *label,
                                                    const char            *value,
                                                    double                 start,
                                                    guint                  n_lines);

void              mattra_table_add_column          (MattraTable           *self,
                                                    const char            *head,
                                                    double                 width);
void              mattra_table_name_column         (MattraTable           *self,
                                                    guint                  column,
                                                    const char            *name);
void              mattra_table_set_lead            (MattraTable           *self,
                                                    guint                  column);
void              mattra_table_set_least_lines (MattraTable       *self,
                                                guint              least_lines);
void              mattra_table_set_main            (MattraTable           *self,
                                                    gsize                  first,
                                                    gboolean               numbered);
void              mattra_table_set_plain           (MattraTable           *self,
                                                    gboolean               plain);

void              mattra_signatures_add            (MattraSignatures      *self,
                                                    const MattraSignature *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDocument, mattra_document_unref)

G_END_DECLS
