/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-form-text-view.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SETTING_TEXT (mattra_setting_text_get_type ())

/* A row with a text of a report: the office's own, or what is proposed; with a menu of what can be filled in.
 *
 * Signals:
 *   commit (text)   the text is finished: (nullable) the office's own, %NULL for what is proposed
 *   draft (text)    another text stands there that is not finished; %NULL once it is, or is given up
 */
G_DECLARE_FINAL_TYPE (MattraSettingText, mattra_setting_text, MATTRA, SETTING_TEXT, AdwPreferencesRow)

GtkWidget *mattra_setting_text_new      (const char          *title,
                                         MattraFormTextKind   kind,
                                         gboolean             has_placeholders);
void       mattra_setting_text_show     (MattraSettingText   *self,
                                         const char          *own,
                                         const char          *proposed);
void       mattra_setting_text_refuse   (MattraSettingText   *self,
                                         const char          *text);
void       mattra_setting_text_commit   (MattraSettingText   *self);
char      *mattra_setting_text_dup_text (MattraSettingText   *self);
void       mattra_setting_text_type     (MattraSettingText   *self,
                                         const char          *text);

G_END_DECLS
