/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-interrupt.h"

#include <signal.h>

static void
list_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  sigaddset (signals, SIGHUP);
}

/* The first signal ends the work in order; a second one ends the program. */
static gpointer
wait_for_signal (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int signal_number = 0;

  list_signals (&signals);
  while (sigwait (&signals, &signal_number) != 0)
    ;
  pthread_sigmask (SIG_UNBLOCK, &signals, NULL);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/**
 * mattra_interrupt_new:
 *
 * Has Ctrl+C, and the signals that ask a program to end, end the work instead of the program, so that no half-written
 * file is left. To be called once, before the work and before there are other threads.
 *
 * Returns: (transfer full): what is cancelled then
 */
GCancellable *
mattra_interrupt_new (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t signals;

  list_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_signal, g_object_ref (cancellable)));
  return cancellable;
}
