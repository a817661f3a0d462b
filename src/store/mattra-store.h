/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-carried.h"
#include "mattra-error.h"
#include "mattra-measure-source.h"
#include "mattra-permission.h"
#include "mattra-minute.h"
#include "mattra-plan.h"
#include "mattra-review-event.h"
#include "mattra-store-types.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_STORE (mattra_store_get_type ())

/* A register on disk: the only thing that writes it. Every change belongs to an act; an act commits
 * whole or not at all, is logged cell by cell and can be undone. The signal
 * MattraStore::changed (act, cells) is emitted after each commit of this object; act is the ULID,
 * cells a GPtrArray of MattraCell. */
G_DECLARE_FINAL_TYPE (MattraStore, mattra_store, MATTRA, STORE, GObject)

/* Opening: mattra-store.c */
gboolean     mattra_store_create           (const char       *path,
                                            MattraPlan       *plan,
                                            GError          **error);
MattraStore *mattra_store_open             (const char       *path,
                                            gboolean          read_only,
                                            GError          **error);
MattraStore *mattra_store_open_as          (const char       *path,
                                            gboolean          read_only,
                                            const char       *device,
                                            GError          **error);
const char  *mattra_store_get_path         (MattraStore      *self);
gboolean     mattra_store_get_read_only    (MattraStore      *self);
const char  *mattra_store_get_notice       (MattraStore      *self);
const char  *mattra_store_get_device       (MattraStore      *self);
const char  *mattra_store_get_organisation (MattraStore      *self);
void         mattra_store_set_person       (MattraStore      *self,
                                            const char       *person);
void         mattra_store_set_actor        (MattraStore      *self,
                                            MattraRole        role,
                                            const char       *division);
void         mattra_store_drop_actor       (MattraStore      *self);
gboolean     mattra_store_get_actor        (MattraStore      *self,
                                            MattraRole       *role,
                                            const char      **division);
void         mattra_store_set_clock        (MattraStore      *self,
                                            MattraClockFunc   clock,
                                            gpointer          user_data);
gboolean     mattra_store_poll             (MattraStore      *self,
                                            gboolean         *changed,
                                            GError          **error);

/* Acts: mattra-act.c, mattra-undo.c. A setter called outside an act is an act of its own. */
gboolean     mattra_store_begin_act        (MattraStore      *self,
                                            const char       *name,
                                            const char       *arguments,
                                            MattraActKind     kind,
                                            GError          **error);
gboolean     mattra_store_commit_act       (MattraStore      *self,
                                            GError          **error);
void         mattra_store_abandon_act      (MattraStore      *self);
guint        mattra_store_count_changes    (MattraStore      *self);
gboolean     mattra_store_undo             (MattraStore      *self,
                                            char            **name,
                                            GError          **error);
gboolean     mattra_store_redo             (MattraStore      *self,
                                            char            **name,
                                            GError          **error);
gboolean     mattra_store_peek_undo        (MattraStore      *self,
                                            char            **name,
                                            char            **arguments,
                                            GError          **error);
gboolean     mattra_store_peek_redo        (MattraStore      *self,
                                            char            **name,
                                            char            **arguments,
                                            GError          **error);

/* History and proof: mattra-history.c, mattra-cell-version.c, mattra-verify.c */
GPtrArray   *mattra_store_load_history     (MattraStore      *self,
                                            const char       *measure,
                                            guint             offset,
                                            guint             limit,
                                            GError          **error);
GPtrArray   *mattra_store_list_newest_acts (MattraStore      *self,
                                            guint             limit,
                                            GError          **error);
GPtrArray   *mattra_store_load_cell_history (MattraStore     *self,
                                            const char       *measure,
                                            const char       *field,
                                            MattraRound       round,
                                            const char       *division,
                                            guint             offset,
                                            guint             limit,
                                            GError          **error);
GPtrArray   *mattra_store_load_cell_versions (MattraStore    *self,
                                            const char       *measure,
                                            const char       *field,
                                            MattraRound       round,
                                            const char       *division,
                                            GError          **error);
GPtrArray   *mattra_store_verify           (MattraStore      *self,
                                            GError          **error);
char        *mattra_store_get_head         (MattraStore      *self,
                                            GError          **error);

/* Plans: mattra-store-plan.c, mattra-store-people.c */
GPtrArray   *mattra_store_list_years       (MattraStore      *self,
                                            GError          **error);
MattraPlan  *mattra_store_load_plan        (MattraStore      *self,
                                            int               fiscal_year,
                                            GError          **error);
gboolean     mattra_store_insert_plan      (MattraStore      *self,
                                            MattraPlan       *plan,
                                            GError          **error);
gboolean     mattra_store_set_plan_field   (MattraStore      *self,
                                            const char       *plan,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_organisation_field
                                           (MattraStore      *self,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_round_field  (MattraStore      *self,
                                            const char       *plan,
                                            MattraRound       round,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
char        *mattra_store_insert_division  (MattraStore      *self,
                                            const char       *plan,
                                            const MattraDivision *division,
                                            GError          **error);
gboolean     mattra_store_set_division_field (MattraStore    *self,
                                            const char       *division,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_aliases      (MattraStore      *self,
                                            const char       *division,
                                            const char *const *names,
                                            GError          **error);
char        *mattra_store_insert_signer    (MattraStore      *self,
                                            const MattraSigner *signer,
                                            GError          **error);
gboolean     mattra_store_set_signer_field (MattraStore      *self,
                                            const char       *person,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_setting      (MattraStore      *self,
                                            const char       *plan,
                                            const char       *name,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_score        (MattraStore      *self,
                                            int               fiscal_year,
                                            int               indicator,
                                            double            score,
                                            GError          **error);
GPtrArray   *mattra_store_list_scores      (MattraStore      *self,
                                            int               fiscal_year,
                                            GError          **error);
GPtrArray   *mattra_store_load_catalogue   (MattraStore      *self,
                                            MattraCatalogue   catalogue,
                                            int               fiscal_year,
                                            GError          **error);

/* The assessment and what divisions were sent: mattra-store-assessment.c, mattra-store-request.c */
gboolean     mattra_store_set_analysis     (MattraStore      *self,
                                            int               fiscal_year,
                                            gboolean          topic,
                                            int               number,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_publication  (MattraStore      *self,
                                            int               fiscal_year,
                                            const char       *report,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_catalogue    (MattraStore      *self,
                                            MattraCatalogue   catalogue,
                                            int               fiscal_year,
                                            const char       *about,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
GHashTable  *mattra_store_list_last_answers (MattraStore     *self,
                                            const char       *plan,
                                            MattraRound       round,
                                            GError          **error);
char        *mattra_store_insert_request   (MattraStore      *self,
                                            const char       *plan,
                                            const MattraRequest *request,
                                            GError          **error);
gboolean     mattra_store_set_request_field (MattraStore     *self,
                                            const char       *request,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);

/* Papers and the committee: mattra-store-paper.c, mattra-store-field.c */
char        *mattra_store_insert_paper     (MattraStore      *self,
                                            const char       *plan,
                                            const MattraPaper *paper,
                                            GError          **error);
gboolean     mattra_store_set_paper_field  (MattraStore      *self,
                                            const char       *paper,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
char        *mattra_store_insert_member    (MattraStore      *self,
                                            const char       *plan,
                                            const MattraMember *member,
                                            GError          **error);
gboolean     mattra_store_set_member_field (MattraStore      *self,
                                            const char       *member,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);

/* Files in the register and confirmed versions: mattra-store-blob.c, mattra-store-seal.c */
GBytes      *mattra_store_load_blob        (MattraStore      *self,
                                            const char       *sha256,
                                            GError          **error);
gboolean     mattra_store_set_picture      (MattraStore      *self,
                                            const char       *picture,
                                            GBytes           *bytes,
                                            GError          **error);
GPtrArray   *mattra_store_list_seals       (MattraStore      *self,
                                            const char       *plan,
                                            GError          **error);
gboolean     mattra_store_next_seal_number (MattraStore      *self,
                                            const char       *plan,
                                            int              *number,
                                            GError          **error);
char        *mattra_store_insert_seal      (MattraStore      *self,
                                            const MattraSeal *seal,
                                            GBytes           *cells,
                                            GBytes           *pdf,
                                            GError          **error);
char        *mattra_store_insert_scan      (MattraStore      *self,
                                            const MattraScan *scan,
                                            GBytes           *bytes,
                                            GError          **error);

/* Reviews and comments: mattra-store-review.c */
GPtrArray   *mattra_store_list_reviews     (MattraStore      *self,
                                            const char       *measure,
                                            GError          **error);
char        *mattra_store_insert_review    (MattraStore      *self,
                                            const MattraReview *review,
                                            GError          **error);
GPtrArray   *mattra_store_list_comments    (MattraStore      *self,
                                            const char       *measure,
                                            GError          **error);
char        *mattra_store_insert_comment   (MattraStore      *self,
                                            const MattraComment *comment,
                                            GError          **error);

/* What comes from another year: mattra-store-carried.c */
GPtrArray   *mattra_store_list_origins     (MattraStore      *self,
                                            const char       *plan,
                                            GError          **error);
gboolean     mattra_store_load_origin      (MattraStore      *self,
                                            const char       *measure,
                                            MattraOrigin    **origin,
                                            GError          **error);
gboolean     mattra_store_find_origin_year (MattraStore      *self,
                                            const char       *plan,
                                            int              *fiscal_year,
                                            GError          **error);
gboolean     mattra_store_insert_origin    (MattraStore      *self,
                                            const MattraOrigin *origin,
                                            GError          **error);
gboolean     mattra_store_insert_carried   (MattraStore      *self,
                                            const char       *measure,
                                            guint             position,
                                            const MattraCarried *carried,
                                            GError          **error);
gboolean     mattra_store_set_carried_answer (MattraStore    *self,
                                            const char       *carried,
                                            const char       *answer,
                                            GError          **error);

/* Minutes of meetings: mattra-store-minute.c */
GPtrArray   *mattra_store_list_minutes     (MattraStore      *self,
                                            const char       *plan,
                                            MattraDate        meeting,
                                            GError          **error);
char        *mattra_store_insert_minute    (MattraStore      *self,
                                            const char       *plan,
                                            const MattraMinute *minute,
                                            GError          **error);
gboolean     mattra_store_set_minute_text  (MattraStore      *self,
                                            const char       *minute,
                                            const char       *text,
                                            GError          **error);

/* Measures: mattra-store-measure.c, mattra-store-cell.c, mattra-store-load.c */
gboolean     mattra_store_insert_measure   (MattraStore      *self,
                                            const char       *plan,
                                            MattraMeasure    *measure,
                                            GError          **error);
gboolean     mattra_store_set_measure_field (MattraStore     *self,
                                            const char       *measure,
                                            const char       *field,
                                            const char       *value,
                                            GError          **error);
gboolean     mattra_store_set_cell         (MattraStore      *self,
                                            const char       *measure,
                                            MattraItemKind    kind,
                                            MattraRound       round,
                                            const char       *division,
                                            const char *const *lines,
                                            const char       *none,
                                            GError          **error);
gboolean     mattra_store_set_extra        (MattraStore      *self,
                                            const char       *measure,
                                            const char       *label,
                                            const char *const *lines,
                                            const char       *none,
                                            GError          **error);
gboolean     mattra_store_set_parties      (MattraStore      *self,
                                            const char       *measure,
                                            GPtrArray        *parties,
                                            GError          **error);
gboolean     mattra_store_set_stated       (MattraStore      *self,
                                            const char       *measure,
                                            MattraRound       round,
                                            const char       *division,
                                            MattraStatus      stated,
                                            GError          **error);
gboolean     mattra_store_set_step_done   (MattraStore      *self,
                                            const char       *step,
                                            MattraRound       round,
                                            const char       *division,
                                            guint             occurrence,
                                            gboolean          done,
                                            GError          **error);
gboolean     mattra_store_set_measure_deleted (MattraStore   *self,
                                            const char       *measure,
                                            gboolean          deleted,
                                            GError          **error);
gboolean     mattra_store_assign_round     (MattraStore      *self,
                                            const char       *plan,
                                            MattraRound       round,
                                            GError          **error);
gboolean     mattra_store_insert_question  (MattraStore      *self,
                                            const char       *plan,
                                            const char       *measure,
                                            const MattraQuestion *question,
                                            GError          **error);
gboolean     mattra_store_settle_question  (MattraStore      *self,
                                            const char       *question,
                                            GError          **error);
GPtrArray   *mattra_store_list_questions   (MattraStore      *self,
                                            const char       *plan,
                                            GError          **error);
MattraMeasure *mattra_store_load_measure   (MattraStore      *self,
                                            const char       *plan,
                                            const char       *name,
                                            GError          **error);
MattraMeasureSource *mattra_store_list_measures (MattraStore *self,
                                            const char       *plan,
                                            const char       *division,
                                            GError          **error);
MattraMeasureSource *mattra_store_list_measures_after (MattraStore   *self,
                                                       const char    *plan,
                                                       MattraMeasure *after);
gboolean     mattra_store_count_measures   (MattraStore      *self,
                                            const char       *plan,
                                            guint            *count,
                                            GError          **error);

/* Lists of the window: mattra-store-keys.c */
gboolean     mattra_store_list_keys        (MattraStore      *self,
                                            const char       *plan,
                                            const char       *division,
                                            GArray           *keys,
                                            GError          **error);
GPtrArray   *mattra_store_list_extras      (MattraStore      *self,
                                            const char       *plan,
                                            GError          **error);
GPtrArray   *mattra_store_load_measures    (MattraStore      *self,
                                            const char       *plan,
                                            const MattraMeasureKey *keys,
                                            guint             n_keys,
                                            GError          **error);
gboolean     mattra_store_load_touched     (MattraStore      *self,
                                            MattraTouched    *touched,
                                            GError          **error);
gboolean     mattra_store_has_answers_without_round
                                           (MattraStore      *self,
                                            const char       *plan);

/* Copies: mattra-backup.c, mattra-store-scratch.c */
MattraStore *mattra_store_open_scratch     (MattraStore      *self,
                                            const char       *path,
                                            GError          **error);
char        *mattra_store_back_up          (MattraStore      *self,
                                            GError          **error);
gboolean     mattra_store_back_up_if_due   (MattraStore      *self,
                                            GError          **error);
GPtrArray   *mattra_backup_list            (const char       *path,
                                            GError          **error);
gboolean     mattra_backup_restore         (const char       *path,
                                            const char       *copy,
                                            gint64            now,
                                            GError          **error);

G_END_DECLS
