/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-load-choices.h"
#include "mattra-session.h"
#include "mattra-setting-text.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REPORT_TEXTS (mattra_report_texts_get_type ())

/* The texts of a kind of report; each change is an act. */
G_DECLARE_FINAL_TYPE (MattraReportTexts, mattra_report_texts, MATTRA, REPORT_TEXTS, AdwPreferencesGroup)

void               mattra_report_texts_show   (MattraReportTexts         *self,
                                               MattraSession             *session,
                                               const MattraReportChoices *choices);
void               mattra_report_texts_commit (MattraReportTexts         *self);
MattraSettingText *mattra_report_texts_find   (MattraReportTexts         *self,
                                               const char                *setting);
void               mattra_report_texts_set_draft (MattraReportTexts      *self,
                                               const char                *place,
                                               const char                *field,
                                               const char                *text);
char              *mattra_report_texts_dup_title (MattraPlan             *plan,
                                               const char                *setting);

G_END_DECLS
