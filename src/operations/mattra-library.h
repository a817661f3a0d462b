/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/* What stands for the register that comes with the program. */
#define MATTRA_LIBRARY_SAMPLE "sample"

#define MATTRA_TYPE_LIBRARY (mattra_library_get_type ())

/* Measures to start from: those of a year of this or another register, which is only read. */
G_DECLARE_FINAL_TYPE (MattraLibrary, mattra_library, MATTRA, LIBRARY, GObject)

MattraLibrary *mattra_library_open          (MattraStore         *store,
                                             const char          *path,
                                             int                  fiscal_year,
                                             int                  except_year,
                                             GError             **error);
int            mattra_library_get_year      (MattraLibrary       *self);
MattraPlan    *mattra_library_get_plan      (MattraLibrary       *self);
GPtrArray     *mattra_library_get_measures  (MattraLibrary       *self);
gboolean       mattra_library_matches       (MattraMeasure       *measure,
                                             const char          *search);
MattraMeasure *mattra_library_find          (MattraLibrary       *self,
                                             const char          *name,
                                             GError             **error);
gboolean       mattra_library_take          (MattraLibrary       *self,
                                             MattraStore         *store,
                                             MattraPlan          *plan,
                                             GPtrArray           *measures,
                                             const MattraActor   *actor,
                                             GError             **error);

G_END_DECLS
