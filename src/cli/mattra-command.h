/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraExit:
 * @MATTRA_EXIT_DONE: the work is done.
 * @MATTRA_EXIT_FAILED: the work failed, or it found faults.
 * @MATTRA_EXIT_USAGE: the command was not written as it must be.
 *
 * What the program tells the shell.
 */
typedef enum
{
  MATTRA_EXIT_DONE = 0,
  MATTRA_EXIT_FAILED = 1,
  MATTRA_EXIT_USAGE = 2,
} MattraExit;

typedef struct _MattraInvocation MattraInvocation;

/**
 * MattraCommand:
 * @name: the word after `mattra-cli`.
 * @operands: what follows it, as the usage line shows it.
 * @summary: what it does, in one line.
 * @description: (nullable): what `help NAME` says besides the options.
 * @min_operands: how many operands it needs.
 * @max_operands: how many it takes; 0 for any number.
 * @writes: whether it changes a register, so that it takes `--as`.
 * @run: does it; the result counts only where no error is set.
 *
 * One subcommand. The texts are sources for gettext.
 */
typedef struct
{
  const char *name;
  const char *operands;
  const char *summary;
  const char *description;
  guint min_operands;
  guint max_operands;
  gboolean writes;
  MattraExit (*run) (MattraInvocation  *self,
                     GError           **error);
} MattraCommand;

/**
 * MattraInvocation:
 * @command: the command being run.
 * @arguments: (array zero-terminated=1): the words after the command.
 * @operands: (array zero-terminated=1): those that are no options, once parsed.
 * @n_operands: how many of these there are.
 * @fiscal_year: the year given by `--fiscal-year`, B.E.; 0 where none was given.
 * @as: (nullable): who does it, by `--as`.
 * @who: (nullable): who that turned out to be, with the role, for what is said of a refusal.
 * @today: the day on which the program runs.
 *
 * One run of a command.
 */
struct _MattraInvocation
{
  const MattraCommand *command;
  char **arguments;
  char **operands;
  guint n_operands;
  int fiscal_year;
  char *as;
  char *who;
  MattraDate today;
};

const MattraCommand *mattra_command_find          (const char          *name);
char                *mattra_command_list          (void);
MattraExit           mattra_command_run           (const MattraCommand *command,
                                                   char               **arguments,
                                                   GError             **error);

gboolean             mattra_invocation_parse      (MattraInvocation    *self,
                                                   const GOptionEntry  *entries,
                                                   GError             **error);
char                *mattra_invocation_get_help   (MattraInvocation    *self,
                                                   const GOptionEntry  *entries);
void                 mattra_invocation_clear      (MattraInvocation    *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraInvocation, mattra_invocation_clear)

extern const MattraCommand mattra_command_new;
extern const MattraCommand mattra_command_import;
extern const MattraCommand mattra_command_show;
extern const MattraCommand mattra_command_set;
extern const MattraCommand mattra_command_review;
extern const MattraCommand mattra_command_undo;
extern const MattraCommand mattra_command_redo;
extern const MattraCommand mattra_command_history;
extern const MattraCommand mattra_command_check;
extern const MattraCommand mattra_command_report;
extern const MattraCommand mattra_command_scores;
extern const MattraCommand mattra_command_analysis;
extern const MattraCommand mattra_command_publication;
extern const MattraCommand mattra_command_collect;
extern const MattraCommand mattra_command_seal;
extern const MattraCommand mattra_command_versions;
extern const MattraCommand mattra_command_verify;
extern const MattraCommand mattra_command_compare;
extern const MattraCommand mattra_command_library;
extern const MattraCommand mattra_command_minutes;
extern const MattraCommand mattra_command_roll_over;
extern const MattraCommand mattra_command_compare_years;
extern const MattraCommand mattra_command_due;
extern const MattraCommand mattra_command_overview;
extern const MattraCommand mattra_command_evidence;
extern const MattraCommand mattra_command_export;
extern const MattraCommand mattra_command_backup;
extern const MattraCommand mattra_command_restore;
extern const MattraCommand mattra_command_period;
extern const MattraCommand mattra_command_sign;
extern const MattraCommand mattra_command_comment;
extern const MattraCommand mattra_command_whoami;
extern const MattraCommand mattra_command_help;

G_END_DECLS
