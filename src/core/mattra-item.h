/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MattraItemKind:
 * @MATTRA_ITEM_STEP: วิธีการดำเนินการ, a step of the measure.
 * @MATTRA_ITEM_KPI: ตัวชี้วัดความสำเร็จ, what shows that the measure worked; not an ITA indicator.
 * @MATTRA_ITEM_FOLLOW_UP: การกำกับติดตาม, how the measure is followed up.
 * @MATTRA_ITEM_BUDGET: งบประมาณ.
 * @MATTRA_ITEM_NOTE: หมายเหตุ.
 * @MATTRA_ITEM_EXTRA: a line of a column that Mattra has no word for; the item's label is its head.
 * @MATTRA_ITEM_RESULT: ผลการดำเนินการ of a round.
 * @MATTRA_ITEM_OBSTACLE: ปัญหา/อุปสรรค of a round.
 * @MATTRA_ITEM_RECOMMENDATION: ข้อเสนอแนะ of a round.
 * @MATTRA_ITEM_EVIDENCE: หลักฐาน as text, of a round.
 *
 * What a numbered line is. The kinds up to @MATTRA_ITEM_EXTRA hang on the measure, the others on an
 * answer: they belong to a round and, where several divisions answer, to a division.
 */
typedef enum
{
  MATTRA_ITEM_STEP,
  MATTRA_ITEM_KPI,
  MATTRA_ITEM_FOLLOW_UP,
  MATTRA_ITEM_BUDGET,
  MATTRA_ITEM_NOTE,
  MATTRA_ITEM_EXTRA,
  MATTRA_ITEM_RESULT,
  MATTRA_ITEM_OBSTACLE,
  MATTRA_ITEM_RECOMMENDATION,
  MATTRA_ITEM_EVIDENCE,
} MattraItemKind;

#define MATTRA_N_MEASURE_ITEM_KINDS (MATTRA_ITEM_EXTRA + 1)
#define MATTRA_N_ITEM_KINDS (MATTRA_ITEM_EVIDENCE + 1)

const char *mattra_item_kind_to_string   (MattraItemKind  kind);
const char *mattra_item_kind_to_field    (MattraItemKind  kind);
gboolean    mattra_item_kind_from_field  (const char     *field,
                                          MattraItemKind *kind);
gboolean    mattra_item_kind_from_string (const char     *name,
                                          MattraItemKind *kind);
gboolean    mattra_item_kind_is_answer   (MattraItemKind  kind);

/**
 * MattraItem:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @sort_key: (nullable): fractional key that orders the items of a cell.
 * @text: the line without its number.
 * @label: (nullable): head of the column, for @MATTRA_ITEM_EXTRA only.
 * @none: the cell was answered with "none"; @text is how that was written (ไม่มี, -).
 *
 * A numbered line of a measure. A cell whose only item has @none set is answered and empty.
 */
typedef struct
{
  char *id;
  char *sort_key;
  char *text;
  char *label;
  gboolean none;
} MattraItem;

#define MATTRA_TYPE_ITEM (mattra_item_get_type ())

GType       mattra_item_get_type (void);
MattraItem *mattra_item_new      (const char       *text);
MattraItem *mattra_item_new_none (const char       *text);
MattraItem *mattra_item_copy     (const MattraItem *self);
void        mattra_item_free     (MattraItem       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraItem, mattra_item_free)

G_END_DECLS
