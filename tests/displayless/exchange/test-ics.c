/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-ics.h"

#include <string.h>

#define STAMP "2022-12-09T08:15:00.000Z"
#define HEAD \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mattra//Mattra//TH\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"

static char *
write_event (const char           *name,
             const MattraIcsEvent *event)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MattraIcsWriter) writer = mattra_ics_writer_new (stream, name, STAMP);
  g_autoptr (GError) error = NULL;

  if (event != NULL)
    g_assert_true (mattra_ics_writer_add (writer, event, &error));
  g_assert_true (mattra_ics_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_whole (void)
{
  const MattraIcsEvent event = { "a-1@mattra", { 2024, 2, 29 }, "ชื่อ", "หนึ่ง\nสอง", "หมวด", 30 };
  g_autofree char *text = write_event ("ปฏิทิน", &event);
  g_autofree char *empty = write_event ("ปฏิทิน", NULL);

  g_assert_cmpstr (empty, ==, HEAD "X-WR-CALNAME:ปฏิทิน\r\nEND:VCALENDAR\r\n");
  g_assert_cmpstr (text, ==,
                   HEAD "X-WR-CALNAME:ปฏิทิน\r\n"
                   "BEGIN:VEVENT\r\nUID:a-1@mattra\r\nDTSTAMP:20221209T081500Z\r\n"
                   "DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n"
                   "SUMMARY:ชื่อ\r\nDESCRIPTION:หนึ่ง\\nสอง\r\nCATEGORIES:หมวด\r\nTRANSP:TRANSPARENT\r\n"
                   "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:ชื่อ\r\nTRIGGER:-P29DT15H\r\nEND:VALARM\r\n"
                   "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

static const struct
{
  const char *summary;
  const char *line;
} escapes[] = {
  { "a,b;c\\d", "SUMMARY:a\\,b\\;c\\\\d\r\n" },
  { "a\nb\r\nc\td\x01", "SUMMARY:a\\nb\\nc d\r\n" },
  { "BEGIN:VEVENT\r\nUID:x", "SUMMARY:BEGIN:VEVENT\\nUID:x\r\n" },
  { "", "SUMMARY:\r\n" },
  { "ไม่\xe0\xb8", "SUMMARY:ไม่\xef\xbf\xbd\xef\xbf\xbd\r\n" },
};

static void
test_escapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      const MattraIcsEvent event = { "a", { 2024, 1, 1 }, escapes[i].summary, NULL, NULL, -1 };
      g_autofree char *text = write_event ("", &event);

      g_assert_nonnull (strstr (text, escapes[i].line));
      g_assert_null (strstr (text, "VALARM"));
    }
}

/* Every length of text, in letters of one, three and four bytes: no line over 75 bytes, no letter cut, all there. */
static void
test_folding (void)
{
  static const char *const letters[] = { "a", "ก", "\xf0\x9f\x93\x85", "ก็" };

  for (guint letter = 0; letter < G_N_ELEMENTS (letters); letter++)
    for (guint n = 0; n < 160; n++)
      {
        g_autoptr (GString) summary = g_string_new (NULL);
        g_autofree char *text = NULL;
        g_autoptr (GString) unfolded = NULL;
        g_auto (GStrv) lines = NULL;

        for (guint i = 0; i < n; i++)
          g_string_append (summary, letters[letter]);
        {
          const MattraIcsEvent event = { "a", { 2024, 1, 1 }, summary->str, NULL, NULL, -1 };

          text = write_event ("", &event);
        }
        lines = g_strsplit (text, "\r\n", -1);
        for (guint i = 0; lines[i] != NULL; i++)
          {
            g_assert_cmpuint (strlen (lines[i]), <=, 75);
            g_assert_true (g_utf8_validate (lines[i], -1, NULL));
            g_assert_null (strchr (lines[i], '\n'));
          }
        unfolded = g_string_new (text);
        g_string_replace (unfolded, "\r\n ", "", 0);
        g_string_prepend (summary, "SUMMARY:");
        g_string_append (summary, "\r\n");
        g_assert_nonnull (strstr (unfolded->str, summary->str));
      }
}

static void
test_alarms (void)
{
  static const struct
  {
    int days;
    const char *line;
  } alarms[] = {
    { 0, "TRIGGER:PT9H\r\n" }, { 1, "TRIGGER:-PT15H\r\n" }, { 2, "TRIGGER:-P1DT15H\r\n" }, { 366, "TRIGGER:-P365DT15H\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (alarms); i++)
    {
      const MattraIcsEvent event = { "a", { 2024, 1, 1 }, "b", NULL, NULL, alarms[i].days };
      g_autofree char *text = write_event ("", &event);

      g_assert_nonnull (strstr (text, alarms[i].line));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ics/whole", test_whole);
  g_test_add_func ("/exchange/ics/escapes", test_escapes);
  g_test_add_func ("/exchange/ics/folding", test_folding);
  g_test_add_func ("/exchange/ics/alarms", test_alarms);

  return g_test_run ();
}
