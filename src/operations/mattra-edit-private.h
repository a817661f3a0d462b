/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-edit.h"

G_BEGIN_DECLS

/* The parts of mattra-edit.c: each changes one kind of thing inside the act that is open. */

gboolean mattra_edit_measure      (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   MattraMeasure     *measure,
                                   GError           **error);
gboolean mattra_edit_organisation (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   GError           **error);
gboolean mattra_edit_plan         (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   GError           **error);
gboolean mattra_edit_is_of_kind   (const char        *field);
gboolean mattra_edit_report       (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const MattraEdit  *edit,
                                   GError           **error);
gboolean mattra_edit_person       (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const char        *name,
                                   const MattraEdit  *edit,
                                   GError           **error);
gboolean mattra_edit_division     (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const char        *name,
                                   const MattraEdit  *edit,
                                   GError           **error);

gboolean mattra_edit_paper        (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const char        *kind,
                                   const MattraEdit  *edit,
                                   GError           **error);
gboolean mattra_edit_member       (MattraStore       *store,
                                   MattraPlan        *plan,
                                   const char        *name,
                                   const MattraEdit  *edit,
                                   GError           **error);

char    **mattra_edit_lines       (const char        *value);
const char *mattra_edit_none      (char             **lines);
gboolean  mattra_edit_date        (const MattraEdit  *edit,
                                   char             **iso,
                                   GError           **error);
gboolean  mattra_edit_number      (const MattraEdit  *edit,
                                   int                first,
                                   int                last,
                                   char             **text,
                                   GError           **error);
void      mattra_edit_unknown     (const MattraEdit  *edit,
                                   const char *const *fields,
                                   GError           **error);

G_END_DECLS
