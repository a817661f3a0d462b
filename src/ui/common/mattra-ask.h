/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MattraReplyLook:
 *
 * How a button of a question looks: what it does, told before it is read.
 */
typedef enum
{
  MATTRA_REPLY_PLAIN,
  MATTRA_REPLY_SUGGESTED,
  MATTRA_REPLY_DESTRUCTIVE,
} MattraReplyLook;

/**
 * MattraReply:
 * @id: what the answer is called in code
 * @label: the words of the button; may have a mnemonic
 * @look: how the button looks
 *
 * An answer to a question. The first of several is what Escape and closing the dialog mean.
 */
typedef struct
{
  const char *id;
  const char *label;
  MattraReplyLook look;
} MattraReply;

void  mattra_ask_async  (GtkWindow            *parent,
                         const char           *heading,
                         const char           *body,
                         const MattraReply    *replies,
                         guint                 n_replies,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data);
char *mattra_ask_finish (GAsyncResult         *result);
void  mattra_tell       (GtkWindow            *parent,
                         const char           *heading,
                         const char           *body);

G_END_DECLS
