/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hands-fixture.h"
#include "mattra-grid-private.h"
#include "mattra-table-text.h"
#include "picture.h"
#include "real-events.h"
#include "seek.h"

#define N_ROWS 8
#define TSV "UTF8_STRING"
#define HTML "text/html"

/* From a selection, what another program copied, what is said and pressed before anything changes, and
 * what the delegate is asked then. */
typedef struct
{
  const char *from;
  const char *target;
  const char *copied;
  const char *notes;
  const char *button;
  const char *where;
  const char *asked;
} Paste;

/* The window that asks or tells, if there is one. */
static GtkWidget *
find_window (Hands *hands)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != hands->window && gtk_window_get_modal (GTK_WINDOW (window)))
        return window;
    }
  return NULL;
}

static void
answer (Hands       *hands,
        const Paste *paste)
{
  GtkWidget *window = find_window (hands);

  if (paste->notes == NULL)
    {
      g_assert_null (window);
      return;
    }
  g_assert_nonnull (window);
  g_assert_cmpuint (hands->log->len, ==, 0);
  if (seek (window, GTK_TYPE_LABEL, paste->notes) == NULL)
    g_error ("Nothing says “%s”", paste->notes);
  if (paste->button != NULL)
    seek_click (window, paste->button);
  else
    gtk_window_close (GTK_WINDOW (window));
  picture_settle ();
  g_assert_null (find_window (hands));
}

static void
check_paste (const Paste *paste)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autofree char *where = NULL;
  g_autofree char *asked = NULL;

  g_test_message ("%s: %s", paste->from, paste->copied);
  hands_stand (hands, paste->from);
  real_events_offer (paste->target, paste->copied, -1);
  g_assert_true (hands_press (hands, GDK_KEY_v, GDK_CONTROL_MASK));
  picture_settle ();
  picture_settle ();
  answer (hands, paste);
  where = hands_where (hands);
  asked = hands_take (hands);
  g_assert_cmpstr (asked, ==, paste->asked != NULL ? paste->asked : "");
  g_assert_cmpstr (where, ==, paste->where);
  real_events_take_back ();
}

static void
check_pastes (const Paste *pastes,
              guint        n)
{
  if (!real_events_are_there ())
    return;
  for (guint i = 0; i < n; i++)
    check_paste (&pastes[i]);
}

static void
test_plain (void)
{
  static const Paste pastes[] = {
    { "1b", TSV, "a\tb\tc\nd\te\tf\ng\th\ti\nj\tk\tl\nm\tn\to\n", NULL, NULL, "1b 1-5,b-d",
      "paste 1b=a 1c=b 1d=c 2b=d 2c=e 2d=f 3b=g 3c=h 3d=i 4b=j 4c=k 4d=l 5b=m 5c=n 5d=o;" },
    { "2b", TSV, "ก", NULL, NULL, "2b 2-2,b-b", "paste 2b=ก;" },
    { "2b", TSV, "ก\r\n", NULL, NULL, "2b 2-2,b-b", "paste 2b=ก;" },
    { "2b4c", TSV, "ก\n", NULL, NULL, "2b 2-4,b-c", "paste 2b=ก 2c=ก 3b=ก 3c=ก 4b=ก 4c=ก;" },
    { "2b5b", TSV, "ก\nข\n", NULL, NULL, "2b 2-5,b-b", "paste 2b=ก 3b=ข 4b=ก 5b=ข;" },
    { "2b4b", TSV, "ก\nข\n", NULL, NULL, "2b 2-3,b-b", "paste 2b=ก 3b=ข;" },
    { "2b", TSV, "\"ก\nข\"\t\"ค \"\"ง\"\"\"\n", NULL, NULL, "2b 2-2,b-c", "paste 2b=ก\nข 2c=ค \"ง\";" },
    { "2b", TSV, "\"ก\tข\"\t5\" x 3\"", NULL, NULL, "2b 2-2,b-c", "paste 2b=ก\tข 2c=5\" x 3\";" },
    { "2b", TSV, "2b\tก", NULL, NULL, "2b 2-2,b-c", "paste 2c=ก;" },
    { "2b", TSV, "ก\t\tค", NULL, NULL, "2b 2-2,b-d", "paste 2b=ก 2c= 2d=ค;" },
    { "2c", TSV, "\"1. ก\n2. ข\"", NULL, NULL, "2c 2-2,c-c", "paste 2c=ก\nข;" },
  };

  check_pastes (pastes, G_N_ELEMENTS (pastes));
}

static void
test_asked (void)
{
  static const Paste pastes[] = {
    { "7b", TSV, "ก\tข\nค\tง", "1 row will be added at the end.", "_Paste", "7b 7-8,b-c",
      "paste 7b=ก 7c=ข 8b=ค 8c=ง;" },
    { "7b", TSV, "ก\tข\nค\tง", "1 row will be added at the end.", "_Cancel", "7b 7-7,b-b", NULL },
    { "7b", TSV, "ก\tข\nค\tง", "4 cells will be changed.", NULL, "7b 7-7,b-b", NULL },
    { "2b", TSV, "ก\nข\n", "2 cells will be changed.", "_Paste", "2b 2-3,b-b", "paste 2b=ก 3b=ข;" },
    { "2e", TSV, "ก\tข", "1 copied column has no place here and is left out.", "_Paste", "2e 2-2,e-e",
      "paste 2e=ก;" },
    { "2a", TSV, "9\tก", "1 text is left out because its cell is read-only.", "_Paste", "2a 2-2,a-b",
      "paste 2b=ก;" },
    { "2b", TSV, "ก\t???", "1 text is left out because it is not understood in its column.", "_Paste",
      "2b 2-2,b-c", "paste 2b=ก;" },
  };

  check_pastes (pastes, G_N_ELEMENTS (pastes));
}

/* What Excel, LibreOffice and Word say beside their texts. */
static void
test_html (void)
{
  static const Paste pastes[] = {
    { "2b", HTML,
      "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=utf-8>"
      "<style><!--table {mso-displayed-decimal-separator:\"\\.\";} td {mso-style-parent:style0;}--></style></head>"
      "<body link=blue><!--StartFragment--><table border=0 style='border-collapse:collapse'><col width=64>"
      "<tr height=20><td rowspan=2 height=40 class=xl65>มาตรการ<br style='mso-data-placement:same-cell'>ที่ ๑</td>"
      "<td align=right>2566</td></tr><tr height=20><td>ข</td></tr></table><!--EndFragment--></body></html>",
      NULL, NULL, "2b 2-3,b-c", "paste 2b=มาตรการ\nที่ ๑ 2c=2566 3b= 3c=ข;" },
    { "2b", HTML,
      "<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>"
      "<style type=\"text/css\">body,td { font-family:\"TH Sarabun\" }</style></head><body><table cellspacing=\"0\">"
      "<colgroup span=\"2\" width=\"85\"></colgroup><tr><td colspan=2><font face=\"TH Sarabun\">ก</font></td>"
      "<td sdval=\"66\" sdnum=\"1054;\">66</td></tr></table></body></html>",
      NULL, NULL, "2b 2-2,b-d", "paste 2b=ก 2c= 2d=66;" },
    { "2c", HTML,
      "<html><body lang=TH><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=200>"
      "<p class=MsoListParagraph style='mso-list:l0 level1'><![if !supportLists]><span style='mso-list:Ignore'>1."
      "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>ประชุม<o:p></o:p></p>"
      "<p class=MsoListParagraph><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>ติดตาม</p></td>"
      "</tr></table></body></html>",
      NULL, NULL, "2c 2-2,c-c", "paste 2c=ประชุม\nติดตาม;" },
    { "7b", HTML, "<table><tr><td>ก</td></tr><tr><td>ข</td></tr></table>", "1 row will be added at the end.",
      "_Paste", "7b 7-8,b-b", "paste 7b=ก 8b=ข;" },
    /* Without a table the text is taken, which this program offers under the same name. */
    { "2b", HTML, "<p>ก</p>", NULL, NULL, "2b 2-2,b-b", "paste 2b=<p>ก</p>;" },
  };

  check_pastes (pastes, G_N_ELEMENTS (pastes));
}

/* Several lines of one text are rows, or they are not: that is asked. */
static void
test_one_text (void)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autoptr (GPtrArray) checks = NULL;
  g_autofree char *asked = NULL;
  GtkWidget *window = NULL;

  if (!real_events_are_there ())
    return;
  hands_stand (hands, "2c");
  real_events_offer (TSV, "1. ประชุม\n2. ติดตาม\n", -1);
  g_assert_true (hands_press (hands, GDK_KEY_v, GDK_CONTROL_MASK));
  picture_settle ();
  window = find_window (hands);
  g_assert_nonnull (window);
  checks = seek_all (window, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (checks->len, ==, 2);
  gtk_check_button_set_active (checks->pdata[1], TRUE);
  picture_save_both (window, "grid-paste-one-text");
  seek_click (window, "_Paste");
  picture_settle ();
  asked = hands_take (hands);
  g_assert_cmpstr (asked, ==, "paste 2c=ประชุม\nติดตาม;");
  real_events_take_back ();
}

/* A table without rows grows from nothing; one that is only looked at takes nothing. */
static void
test_where_it_can (void)
{
  g_autoptr (Hands) hands = hands_new (0);
  g_autofree char *asked = NULL;

  if (!real_events_are_there ())
    return;
  real_events_offer (TSV, "1\tก\n2\tข\n", -1);
  mattra_grid_set_read_only (hands->grid, TRUE);
  hands_press (hands, GDK_KEY_v, GDK_CONTROL_MASK);
  picture_settle ();
  g_assert_null (find_window (hands));
  mattra_grid_set_read_only (hands->grid, FALSE);
  hands_press (hands, GDK_KEY_v, GDK_CONTROL_MASK);
  picture_settle ();
  g_assert_nonnull (find_window (hands));
  picture_save (find_window (hands), "grid-paste-new-rows");
  seek_click (find_window (hands), "_Paste");
  picture_settle ();
  asked = hands_take (hands);
  g_assert_cmpstr (asked, ==, "paste 0b=ก 1b=ข;");
  real_events_take_back ();
}

/* What is too much is refused whole, with a reason, and what is no text does nothing. */
static void
test_hostile (void)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autofree char *much = g_strnfill (MATTRA_TABLE_TEXT_MAX_BYTES + 1, 'a');
  g_autofree char *wide = g_strnfill (MATTRA_TABLE_TEXT_MAX_CELLS + 1, '\t');
  const struct
  {
    const char *target;
    const char *text;
    gssize length;
    gboolean told;
  } given[] = {
    { TSV, much, -1, TRUE },
    { HTML, much, -1, TRUE },
    { TSV, wide, -1, TRUE },
    { HTML, "<table><tr><td rowspan=65534 colspan=1000>a<td colspan=1000>b", -1, FALSE },
    { HTML, "<table><td>\xff\xfe\xff", -1, TRUE },
    { HTML, "", 0, FALSE },
  };

  if (!real_events_are_there ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      GtkWidget *window = NULL;

      g_test_message ("%u", i);
      hands_stand (hands, "2b");
      real_events_offer (given[i].target, given[i].text, given[i].length);
      hands_press (hands, GDK_KEY_v, GDK_CONTROL_MASK);
      for (int wait = given[i].told ? 100 : 8; wait > 0 && find_window (hands) == NULL; wait--)
        picture_settle ();
      window = find_window (hands);
      g_assert_true (!given[i].told || window != NULL);
      if (window != NULL)
        gtk_window_close (GTK_WINDOW (window));
      picture_settle ();
      g_assert_cmpuint (hands->log->len, ==, 0);
      real_events_take_back ();
    }
}

/* What was copied here comes back as it was: lines, quotes and tabs within cells. */
static void
test_own_copy (void)
{
  g_autoptr (Hands) hands = hands_new (N_ROWS);
  g_autofree char *asked = NULL;
  g_autofree char *where = NULL;

  hands_put (hands, 2, 1, "บรรทัด\n\"สอง\"\tและ");
  hands_stand (hands, "2b3c");
  hands_press (hands, GDK_KEY_c, GDK_CONTROL_MASK);
  hands_stand (hands, "5b");
  hands_press (hands, GDK_KEY_v, GDK_CONTROL_MASK);
  picture_settle ();
  asked = hands_take (hands);
  where = hands_where (hands);
  g_assert_cmpstr (asked, ==, "paste 5b=บรรทัด\n\"สอง\"\tและ 5c=2c 6b=3b 6c=3c;");
  g_assert_cmpstr (where, ==, "5b 5-6,b-c");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/grid/paste/plain", test_plain);
  g_test_add_func ("/grid/paste/asked", test_asked);
  g_test_add_func ("/grid/paste/html", test_html);
  g_test_add_func ("/grid/paste/one-text", test_one_text);
  g_test_add_func ("/grid/paste/where-it-can", test_where_it_can);
  g_test_add_func ("/grid/paste/hostile", test_hostile);
  g_test_add_func ("/grid/paste/own-copy", test_own_copy);
  return g_test_run ();
}
