/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder that a test has to itself, and the sample register in it. */

char *own_folder_new         (void);
char *own_folder_copy_sample (const char *folder,
                              const char *name);
void  own_folder_remove      (const char *folder);

G_END_DECLS
