/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-answer.h"
#include "mattra-date.h"
#include "mattra-item.h"

G_BEGIN_DECLS

/**
 * MattraParty:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @text: the responsible party as written.
 * @divisions: (element-type utf8): ULIDs of the divisions it stands for; empty where none matched.
 * @corrected: the user chose @divisions; matching leaves them alone.
 *
 * A responsible party of a measure (ผู้รับผิดชอบ).
 */
typedef struct
{
  char *id;
  char *text;
  GPtrArray *divisions;
  gboolean corrected;
} MattraParty;

#define MATTRA_TYPE_PARTY (mattra_party_get_type ())

GType        mattra_party_get_type (void);
MattraParty *mattra_party_new      (const char        *text);
MattraParty *mattra_party_copy     (const MattraParty *self);
void         mattra_party_free     (MattraParty       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraParty, mattra_party_free)

/**
 * MattraQuestionKind:
 * @MATTRA_QUESTION_ASKED: more than one reading: the user must say which.
 * @MATTRA_QUESTION_UNPARSED: text that could not be read where it stood; kept here, not lost.
 */
typedef enum
{
  MATTRA_QUESTION_ASKED,
  MATTRA_QUESTION_UNPARSED,
} MattraQuestionKind;

/**
 * MattraQuestion:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @kind: what is open.
 * @line: line of the document, from 1; 0 where unknown.
 * @column: character of the line, from 1; 0 where unknown. The register does not keep it.
 * @field: field as in JSON ("period", "responsible", …).
 * @text: the text in question, as it stood.
 * @message: (nullable): the question to the user, in English; mattra_question_say() shows it.
 * @suggest: (nullable): proposed answer: a field for slipped text, a value otherwise.
 *
 * What an import could not decide about a measure.
 */
typedef struct
{
  char *id;
  MattraQuestionKind kind;
  int line;
  int column;
  char *field;
  char *text;
  char *message;
  char *suggest;
} MattraQuestion;

#define MATTRA_TYPE_QUESTION (mattra_question_get_type ())

GType           mattra_question_get_type (void);
MattraQuestion *mattra_question_new      (MattraQuestionKind    kind,
                                          int                   line,
                                          const char           *field,
                                          const char           *text,
                                          const char           *message,
                                          const char           *suggest);
char           *mattra_question_say      (const char           *message,
                                          const char           *text);
MattraQuestion *mattra_question_copy     (const MattraQuestion *self);
void            mattra_question_free     (MattraQuestion       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraQuestion, mattra_question_free)

/**
 * MattraTick:
 * @step: ULID of the step.
 * @round: round in which it was done.
 * @division: (nullable): ULID of the division that did it; %NULL for a joint tick.
 * @occurrence: which time of the round, from 1.
 *
 * A step that was done.
 */
typedef struct
{
  char *step;
  MattraRound round;
  char *division;
  guint occurrence;
} MattraTick;

MattraTick *mattra_tick_new  (const char  *step,
                              MattraRound  round,
                              const char  *division,
                              guint        occurrence);
void        mattra_tick_free (MattraTick  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTick, mattra_tick_free)

#define MATTRA_TYPE_MEASURE (mattra_measure_get_type ())

/* A measure (มาตรการ) with everything that hangs on it. It is a snapshot: changing the object does
 * not change the register. */
G_DECLARE_FINAL_TYPE (MattraMeasure, mattra_measure, MATTRA, MEASURE, GObject)

MattraMeasure *mattra_measure_new               (void);

const char    *mattra_measure_get_id            (MattraMeasure  *self);
void           mattra_measure_set_id            (MattraMeasure  *self,
                                                 const char     *id);
const char    *mattra_measure_get_sort_key      (MattraMeasure  *self);
void           mattra_measure_set_sort_key      (MattraMeasure  *self,
                                                 const char     *sort_key);
int            mattra_measure_get_number        (MattraMeasure  *self);
void           mattra_measure_set_number        (MattraMeasure  *self,
                                                 int             number);
const char    *mattra_measure_get_title         (MattraMeasure  *self);
void           mattra_measure_set_title         (MattraMeasure  *self,
                                                 const char     *title);
const char    *mattra_measure_get_section       (MattraMeasure  *self);
void           mattra_measure_set_section       (MattraMeasure  *self,
                                                 const char     *section);
const char    *mattra_measure_get_period_text   (MattraMeasure  *self);
void           mattra_measure_set_period_text   (MattraMeasure  *self,
                                                 const char     *text);
MattraDate     mattra_measure_get_period_start  (MattraMeasure  *self);
void           mattra_measure_set_period_start  (MattraMeasure  *self,
                                                 MattraDate      start);
MattraDate     mattra_measure_get_period_end    (MattraMeasure  *self);
void           mattra_measure_set_period_end    (MattraMeasure  *self,
                                                 MattraDate      end);
int            mattra_measure_get_ita_indicator (MattraMeasure  *self);
void           mattra_measure_set_ita_indicator (MattraMeasure  *self,
                                                 int             indicator);
int            mattra_measure_get_topic         (MattraMeasure  *self);
void           mattra_measure_set_topic         (MattraMeasure  *self,
                                                 int             topic);
int            mattra_measure_get_recurrence    (MattraMeasure  *self);
void           mattra_measure_set_recurrence    (MattraMeasure  *self,
                                                 int             recurrence);

GPtrArray     *mattra_measure_get_items         (MattraMeasure  *self,
                                                 MattraItemKind  kind);
void           mattra_measure_take_item         (MattraMeasure  *self,
                                                 MattraItemKind  kind,
                                                 MattraItem     *item);
GPtrArray     *mattra_measure_get_ticks         (MattraMeasure  *self);
void           mattra_measure_take_tick         (MattraMeasure  *self,
                                                 MattraTick     *tick);
gboolean       mattra_measure_is_ticked         (MattraMeasure  *self,
                                                 const char     *step,
                                                 MattraRound     round,
                                                 const char     *division,
                                                 guint           occurrence);
GPtrArray     *mattra_measure_get_reviews       (MattraMeasure  *self);
GPtrArray     *mattra_measure_get_carried       (MattraMeasure  *self);
GPtrArray     *mattra_measure_get_parties       (MattraMeasure  *self);
void           mattra_measure_take_party        (MattraMeasure  *self,
                                                 MattraParty    *party);
gboolean       mattra_measure_involves          (MattraMeasure  *self,
                                                 const char     *division);
GPtrArray     *mattra_measure_get_questions     (MattraMeasure  *self);
void           mattra_measure_take_question     (MattraMeasure  *self,
                                                 MattraQuestion *question);
GPtrArray     *mattra_measure_get_answers       (MattraMeasure  *self);
MattraAnswer  *mattra_measure_find_answer       (MattraMeasure  *self,
                                                 MattraRound     round,
                                                 const char     *division);
MattraAnswer  *mattra_measure_find_counting     (MattraMeasure  *self,
                                                 MattraRound     round,
                                                 const char     *division);
MattraAnswer  *mattra_measure_ensure_answer     (MattraMeasure  *self,
                                                 MattraRound     round,
                                                 const char     *division);

G_END_DECLS
