/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraRole:
 * @MATTRA_ROLE_SECRETARY: keeps the register (เลขานุการคณะทำงาน).
 * @MATTRA_ROLE_DIVISION_HEAD: answers for one division.
 * @MATTRA_ROLE_CHIEF_EXECUTIVE: heads the office (นายก).
 * @MATTRA_ROLE_VIEWER: only looks.
 *
 * What a person is to a register.
 */
typedef enum
{
  MATTRA_ROLE_SECRETARY,
  MATTRA_ROLE_DIVISION_HEAD,
  MATTRA_ROLE_CHIEF_EXECUTIVE,
  MATTRA_ROLE_VIEWER,
} MattraRole;

#define MATTRA_N_ROLES (MATTRA_ROLE_VIEWER + 1)

/**
 * MattraAction:
 * @MATTRA_ACTION_EDIT_PLAN: change what is planned: measures, steps, periods, responsible parties.
 * @MATTRA_ACTION_EDIT_ANSWER: change an answer.
 * @MATTRA_ACTION_ADD_EVIDENCE: add evidence to an answer.
 * @MATTRA_ACTION_SUBMIT: hand an answer in.
 * @MATTRA_ACTION_WITHDRAW: take back what was handed in.
 * @MATTRA_ACTION_RETURN: send an answer back.
 * @MATTRA_ACTION_APPROVE: approve an answer.
 * @MATTRA_ACTION_COMMENT: write a comment on a measure.
 * @MATTRA_ACTION_SEAL: confirm a version of a report.
 * @MATTRA_ACTION_ROLL_OVER: start the next round or year.
 * @MATTRA_ACTION_EDIT_PEOPLE: change people, posts, the committee and divisions.
 * @MATTRA_ACTION_SETTINGS: change the office, rounds, papers and how reports look.
 *
 * What can be done with a register.
 */
typedef enum
{
  MATTRA_ACTION_EDIT_PLAN,
  MATTRA_ACTION_EDIT_ANSWER,
  MATTRA_ACTION_ADD_EVIDENCE,
  MATTRA_ACTION_SUBMIT,
  MATTRA_ACTION_WITHDRAW,
  MATTRA_ACTION_RETURN,
  MATTRA_ACTION_APPROVE,
  MATTRA_ACTION_COMMENT,
  MATTRA_ACTION_SEAL,
  MATTRA_ACTION_ROLL_OVER,
  MATTRA_ACTION_EDIT_PEOPLE,
  MATTRA_ACTION_SETTINGS,
} MattraAction;

#define MATTRA_N_ACTIONS (MATTRA_ACTION_SETTINGS + 1)

/**
 * MattraReviewState:
 * @MATTRA_REVIEW_DRAFT: nobody handed it in, or it was taken back.
 * @MATTRA_REVIEW_SUBMITTED: handed in and not looked at yet.
 * @MATTRA_REVIEW_RETURNED: sent back with a comment.
 * @MATTRA_REVIEW_APPROVED: approved.
 * @MATTRA_REVIEW_CLOSED: its round is closed, whatever it was before.
 *
 * How far an answer has come.
 */
typedef enum
{
  MATTRA_REVIEW_DRAFT,
  MATTRA_REVIEW_SUBMITTED,
  MATTRA_REVIEW_RETURNED,
  MATTRA_REVIEW_APPROVED,
  MATTRA_REVIEW_CLOSED,
} MattraReviewState;

#define MATTRA_N_REVIEW_STATES (MATTRA_REVIEW_CLOSED + 1)

/**
 * MattraReason:
 * @MATTRA_REASON_NONE: it is allowed.
 * @MATTRA_REASON_ROLE: it is not for this role.
 * @MATTRA_REASON_OTHER_DIVISION: it is for another division to do.
 * @MATTRA_REASON_NOT_SUBMITTED: nobody handed the answer in.
 * @MATTRA_REASON_SUBMITTED: it is handed in and waits.
 * @MATTRA_REASON_APPROVED: it is approved.
 * @MATTRA_REASON_RETURNED: it was sent back already.
 * @MATTRA_REASON_CLOSED: its round is closed.
 * @MATTRA_REASON_NO_ANSWER: there is no answer to hand in.
 * @MATTRA_REASON_NO_COMMENT: what is sent back needs a comment.
 * @MATTRA_REASON_NOT_SUBMITTER: somebody else handed it in.
 * @MATTRA_REASON_UNCHANGED: it is approved as it stands.
 * @MATTRA_REASON_NOT_AUTHOR: somebody else wrote it.
 *
 * Why something is refused.
 */
typedef enum
{
  MATTRA_REASON_NONE,
  MATTRA_REASON_ROLE,
  MATTRA_REASON_OTHER_DIVISION,
  MATTRA_REASON_NOT_SUBMITTED,
  MATTRA_REASON_SUBMITTED,
  MATTRA_REASON_APPROVED,
  MATTRA_REASON_RETURNED,
  MATTRA_REASON_CLOSED,
  MATTRA_REASON_NO_ANSWER,
  MATTRA_REASON_NO_COMMENT,
  MATTRA_REASON_NOT_SUBMITTER,
  MATTRA_REASON_UNCHANGED,
  MATTRA_REASON_NOT_AUTHOR,
} MattraReason;

#define MATTRA_N_REASONS (MATTRA_REASON_NOT_AUTHOR + 1)

MattraReason mattra_permission_ask         (MattraRole         role,
                                            MattraAction       action,
                                            gboolean           own,
                                            MattraReviewState  state);
gboolean     mattra_action_is_of_answer    (MattraAction       action);
const char  *mattra_action_to_text         (MattraAction       action);
const char  *mattra_reason_to_text         (MattraReason       reason);
char        *mattra_reason_to_sentence     (MattraReason       reason);
const char  *mattra_role_to_string         (MattraRole         role);
const char  *mattra_role_to_text           (MattraRole         role);
const char  *mattra_review_state_to_string (MattraReviewState  state);
const char  *mattra_review_state_to_text   (MattraReviewState  state);

G_END_DECLS
