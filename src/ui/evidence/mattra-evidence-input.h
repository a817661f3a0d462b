/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MattraEvidenceInput:
 * @drafts: (element-type MattraEvidenceDraft): what can be added.
 * @refusals: (element-type utf8): what cannot, each with the reason, for the user.
 *
 * What somebody dropped, pasted or chose, once it is read.
 */
typedef struct
{
  GPtrArray *drafts;
  GPtrArray *refusals;
} MattraEvidenceInput;

void                 mattra_evidence_input_free            (MattraEvidenceInput  *self);
void                 mattra_evidence_input_read_files      (GListModel           *files,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
void                 mattra_evidence_input_read_text       (const char           *text,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
void                 mattra_evidence_input_read_clipboard  (GdkClipboard         *clipboard,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
MattraEvidenceInput *mattra_evidence_input_finish          (GAsyncResult         *result,
                                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraEvidenceInput, mattra_evidence_input_free)

G_END_DECLS
