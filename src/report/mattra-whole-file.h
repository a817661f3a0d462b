/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraWholeFile:
 *
 * A file that takes its name only when it is whole and on the disk. Until then what has that name stays as it is.
 */
typedef struct _MattraWholeFile MattraWholeFile;

MattraWholeFile *mattra_whole_file_open       (const char       *path,
                                               GError          **error);
void             mattra_whole_file_free       (MattraWholeFile  *self);
gboolean         mattra_whole_file_write      (MattraWholeFile  *self,
                                               const void       *data,
                                               gsize             length);
gboolean         mattra_whole_file_flush      (MattraWholeFile  *self);
int              mattra_whole_file_get_fd     (MattraWholeFile  *self);
gboolean         mattra_whole_file_has_failed (MattraWholeFile  *self,
                                               GError          **error);
gboolean         mattra_whole_file_end        (MattraWholeFile  *self,
                                               GError          **error);
gboolean         mattra_whole_file_take_name  (MattraWholeFile  *self,
                                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraWholeFile, mattra_whole_file_free)

G_END_DECLS
