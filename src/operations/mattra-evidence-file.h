/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store-evidence.h"

G_BEGIN_DECLS

GBytes   *mattra_evidence_read    (const char            *path,
                                   GError               **error);
gboolean  mattra_evidence_extract (MattraStore           *store,
                                   const MattraEvidence  *evidence,
                                   const char            *path,
                                   gboolean               replace,
                                   char                 **written,
                                   GError               **error);

G_END_DECLS
