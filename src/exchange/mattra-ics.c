/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-ics.h"

#include <string.h>

/* A line has at most so many bytes before its end (RFC 5545, 3.1). */
#define LINE_BYTES 75
/* Written in pieces of this size. */
#define PIECE_BYTES 65536
#define STAMP_LENGTH strlen ("20221209T081500Z")
#define HOUR_OF_REMINDER 9

struct _MattraIcsWriter
{
  GOutputStream *stream;
  GString *text;
  char *stamp;
};

/* Appends a line, folded where it is too long: never within a character, though the standard would allow that. */
static void
add_line (MattraIcsWriter *self,
          const char      *line)
{
  gsize room = LINE_BYTES;

  for (const char *p = line; *p != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (length > room)
        {
          g_string_append (self->text, "\r\n ");
          room = LINE_BYTES - 1;
        }
      g_string_append_len (self->text, p, (gssize) length);
      room -= length;
      p += length;
    }
  g_string_append (self->text, "\r\n");
}

/* Appends a property whose value is text: marks of the format escaped, control characters left out (3.3.11). */
static void
add_text (MattraIcsWriter *self,
          const char      *property,
          const char      *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autoptr (GString) line = g_string_new (property);

  g_string_append_c (line, ':');
  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (line, "\\n");
    else if (*p == '\\' || *p == ';' || *p == ',')
      g_string_append_printf (line, "\\%c", *p);
    else if (*p == '\t')
      g_string_append_c (line, ' ');
    else if (!g_ascii_iscntrl (*p))
      g_string_append_c (line, *p);
  add_line (self, line->str);
}

static void
add_day (MattraIcsWriter *self,
         const char      *property,
         MattraDate       day)
{
  g_autofree char *line = NULL;

  if (!mattra_date_is_set (day))
    return;
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", property, day.year, day.month, day.day);
  add_line (self, line);
}

/* A day begins at midnight, when nobody wants to be reminded. */
static void
add_alarm (MattraIcsWriter *self,
           const char      *summary,
           int              lead_days)
{
  g_autofree char *trigger = NULL;

  if (lead_days == 0)
    trigger = g_strdup_printf ("TRIGGER:PT%dH", HOUR_OF_REMINDER);
  else if (lead_days == 1)
    trigger = g_strdup_printf ("TRIGGER:-PT%dH", 24 - HOUR_OF_REMINDER);
  else
    trigger = g_strdup_printf ("TRIGGER:-P%dDT%dH", lead_days - 1, 24 - HOUR_OF_REMINDER);
  add_line (self, "BEGIN:VALARM");
  add_line (self, "ACTION:DISPLAY");
  add_text (self, "DESCRIPTION", summary);
  add_line (self, trigger);
  add_line (self, "END:VALARM");
}

static gboolean
flush (MattraIcsWriter  *self,
       gsize             least,
       GError          **error)
{
  gboolean written;

  if (self->text->len < least)
    return TRUE;
  written = g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, NULL, error);
  g_string_truncate (self->text, 0);

  return written;
}

/* 2022-12-09T08:15:00.000Z becomes 20221209T081500Z. */
static char *
stamp_of (const char *utc)
{
  GString *stamp = g_string_new (NULL);

  for (const char *p = utc; *p != '\0' && *p != '.'; p++)
    if (g_ascii_isdigit (*p) || *p == 'T')
      g_string_append_c (stamp, *p);
  g_string_append_c (stamp, 'Z');

  return g_string_free (stamp, FALSE);
}

/**
 * mattra_ics_writer_new:
 * @stream: where to
 * @name: name of the calendar, for programs that show one
 * @changed_utc: when the data were changed last, as 2022-12-09T08:15:00.000Z
 *
 * Begins a calendar. Every event carries @changed_utc as its stamp, so the same data give the same bytes on any day.
 *
 * Returns: (transfer full): the writer
 */
MattraIcsWriter *
mattra_ics_writer_new (GOutputStream *stream,
                       const char    *name,
                       const char    *changed_utc)
{
  MattraIcsWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream) && name != NULL && changed_utc != NULL, NULL);

  self = g_new0 (MattraIcsWriter, 1);
  self->stream = g_object_ref (stream);
  self->text = g_string_new (NULL);
  self->stamp = stamp_of (changed_utc);
  g_warn_if_fail (strlen (self->stamp) == STAMP_LENGTH);
  add_line (self, "BEGIN:VCALENDAR");
  add_line (self, "VERSION:2.0");
  add_line (self, "PRODID:-//Mattra//Mattra//TH");
  add_line (self, "CALSCALE:GREGORIAN");
  add_line (self, "METHOD:PUBLISH");
  add_text (self, "X-WR-CALNAME", name);

  return self;
}

/**
 * mattra_ics_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer; what was not finished is not written.
 */
void
mattra_ics_writer_free (MattraIcsWriter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_free (self->stamp);
  g_free (self);
}

/**
 * mattra_ics_writer_add:
 * @self: a writer
 * @event: an event with a day
 * @error: why it could not be written
 *
 * Writes an event.
 *
 * Returns: whether all went well
 */
gboolean
mattra_ics_writer_add (MattraIcsWriter       *self,
                       const MattraIcsEvent  *event,
                       GError               **error)
{
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (self != NULL && event != NULL, FALSE);
  g_return_val_if_fail (event->uid != NULL && event->summary != NULL && mattra_date_is_set (event->day), FALSE);

  stamp = g_strconcat ("DTSTAMP:", self->stamp, NULL);
  add_line (self, "BEGIN:VEVENT");
  add_text (self, "UID", event->uid);
  add_line (self, stamp);
  add_day (self, "DTSTART", event->day);
  add_day (self, "DTEND", mattra_date_add_days (event->day, 1));
  add_text (self, "SUMMARY", event->summary);
  if (event->description != NULL)
    add_text (self, "DESCRIPTION", event->description);
  if (event->category != NULL)
    add_text (self, "CATEGORIES", event->category);
  add_line (self, "TRANSP:TRANSPARENT");
  if (event->lead_days >= 0)
    add_alarm (self, event->summary, event->lead_days);
  add_line (self, "END:VEVENT");

  return flush (self, PIECE_BYTES, error);
}

/**
 * mattra_ics_writer_finish:
 * @self: a writer
 * @error: why it could not be written
 *
 * Ends the calendar. Nothing may be added afterwards.
 *
 * Returns: whether all was written
 */
gboolean
mattra_ics_writer_finish (MattraIcsWriter  *self,
                          GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  add_line (self, "END:VCALENDAR");

  return flush (self, 0, error);
}
