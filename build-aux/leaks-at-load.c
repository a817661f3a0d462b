/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sanitizer/lsan_interface.h>

/* What libraries take while they are loaded they keep, and LeakSanitizer is told to look away from it.
 *
 * GLib has a block of 2048 names of quarks from then on (16 384 bytes). A program with libadwaita and several windows
 * has more names; GLib then puts a larger block in its place and leaves the first one lying, as another thread may
 * still be reading it (g_quark_new()). The report of it names g_malloc() alone, which no suppression may be for: the
 * callers are built without frame pointers, and unwinding by tables makes a test eight times as slow. */

static void
begin (void)
{
  __lsan_disable ();
}

/* Runs before libraries are initialized; a constructor of the program runs after that. */
__attribute__ ((section (".preinit_array"), used)) static void (*const first) (void) = begin;

__attribute__ ((constructor)) static void
end (void)
{
  __lsan_enable ();
}
