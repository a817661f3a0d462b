/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

const MattraPublication *mattra_publish_find         (MattraPlan              *plan,
                                                      const char              *report,
                                                      GError                 **error);
gboolean                 mattra_publish_set          (MattraStore             *store,
                                                      MattraPlan              *plan,
                                                      const MattraPublication *item,
                                                      const char              *field,
                                                      const char              *value,
                                                      GError                 **error);
GPtrArray               *mattra_publish_check        (MattraStore             *store,
                                                      MattraPlan              *plan,
                                                      const MattraPublication *item,
                                                      MattraDate               day,
                                                      GError                 **error);
char                    *mattra_publish_explain      (MattraPlan              *plan,
                                                      const MattraPublication *item);

G_END_DECLS
