/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"
#include "mattra-report.h"

G_BEGIN_DECLS

#define OFFICE "องค์การบริหารส่วนตำบลโนนตัวอย่าง"
#define CHIEF "นายก" OFFICE
#define CLERK "นางสาวสมใจ ใจดี"

/**
 * PaperFixture:
 * @plan: a plan.
 * @measures: its measures.
 * @folder: a folder of its own for the test.
 * @path: the file that is printed into it.
 *
 * What a paper is made of.
 */
typedef struct
{
  MattraPlan *plan;
  GPtrArray  *measures;
  char       *folder;
  char       *path;
} PaperFixture;

void paper_set_up_bare (PaperFixture *self,
                        gconstpointer data);
void paper_tear_down (PaperFixture *self,
                      gconstpointer data);
void paper_set_divisions (PaperFixture *self,
                          const char *const *names);
MattraMeasure *paper_add_measure (PaperFixture *self,
                                  const char *title,
                                  const char *division);
void paper_add_signer (PaperFixture *self,
                       const char *name,
                       const char *role,
                       const char *post,
                       const char *acting);
MattraPaper *paper_add_record (PaperFixture *self,
                               const char *kind,
                               const char *number,
                               MattraDate day);
void paper_set_up (PaperFixture *self,
                   gconstpointer data);
MattraReportOptions paper_options (const char *kind);
MattraDocument *paper_build (PaperFixture *self,
                             const MattraReportOptions *options,
                             GError **error);
MattraLayout *paper_lay_out (MattraDocument *document,
                             GError **error);
guint paper_print_document (PaperFixture *self,
                            MattraDocument *document);
guint paper_print (PaperFixture *self,
                   const MattraReportOptions *options);
char *paper_ask (const char *program,
                 ...) G_GNUC_NULL_TERMINATED;
char *paper_text (PaperFixture *self);
guint paper_count (const char *text,
                   const char *part);
void paper_assert_says (const char *said,
                        const char *words,
                        gboolean wanted);

#define paper_add_test(path, set_up, function) \
  g_test_add ("/report/" path, PaperFixture, NULL, (set_up), (function), paper_tear_down)

G_END_DECLS
