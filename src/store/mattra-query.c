/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-query.h"

/* What a history shows of a change, with the measure that it belongs to. */
#define HISTORY_COLUMNS                                                                            \
  "a.id, a.at_utc, a.person, a.name, a.kind, c.\"table\", c.\"row\", c.\"column\", c.old, c.new,"  \
  " m.number, m.id, i.kind, a.arguments"
#define HISTORY_PLACES                                                                             \
  " LEFT JOIN item i ON c.\"table\" = 'item' AND i.id = c.\"row\""                                 \
  " LEFT JOIN answer w ON c.\"table\" = 'answer' AND w.id = c.\"row\""                             \
  " LEFT JOIN party p ON c.\"table\" = 'party' AND p.id = c.\"row\""                               \
  " LEFT JOIN step_done t ON c.\"table\" = 'step_done' AND t.id = c.\"row\""                       \
  " LEFT JOIN item s ON s.id = t.step"                                                             \
  " LEFT JOIN question q ON c.\"table\" = 'question' AND q.id = c.\"row\""                         \
  " LEFT JOIN review v ON c.\"table\" = 'review' AND v.id = c.\"row\""                             \
  " LEFT JOIN comment n ON c.\"table\" = 'comment' AND n.id = c.\"row\""                           \
  " LEFT JOIN evidence g ON c.\"table\" = 'evidence' AND g.id = c.\"row\""                         \
  " LEFT JOIN carried e ON c.\"table\" = 'carried' AND e.id = c.\"row\""                         \
  " LEFT JOIN origin o ON c.\"table\" = 'origin' AND o.id = c.\"row\""                            \
  " LEFT JOIN minute l ON c.\"table\" = 'minute' AND l.id = c.\"row\""                            \
  " LEFT JOIN measure m ON m.id = CASE WHEN c.\"table\" = 'measure' THEN c.\"row\""                \
  " ELSE coalesce (i.measure, w.measure, p.measure, q.measure, s.measure, v.measure, n.measure," \
  " e.measure, o.measure, l.measure, g.measure) END"

/* The measures of a page lie between two sort keys; what hangs on them is read in one go. */
#define PAGE_OF_MEASURES " m.plan = $1 AND m.sort_key >= $2 AND m.sort_key <= $3 AND m.deleted = 0"

/* Those of some keys, which may lie far apart; what is not needed of the places is null. Were the plan compared as
 * it is, SQLite would go through all its measures. */
#define KEYED_MEASURES                                                                             \
  " coalesce (m.plan, '') = $1 AND m.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"  \
  " $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,"    \
  " $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52,"    \
  " $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65) AND m.deleted = 0"

#define MEASURE_COLUMNS                                                                            \
  "m.id, m.sort_key, m.number, m.title, m.section, m.period_text, m.period_start, m.period_end,"   \
  " m.ita_indicator, m.topic, m.recurrence"

/* What hangs on measures */
#define ANSWERS_OF(measures)                                                                       \
  "SELECT w.id, w.measure, r.kind, w.division, w.stated FROM measure m CROSS JOIN answer w ON w.measure = m.id" \
  " LEFT JOIN round r ON r.id = w.round WHERE" measures " AND w.deleted = 0"
#define ITEMS_OF(measures)                                                                         \
  "SELECT i.id, i.measure, i.kind, i.answer, i.sort_key, i.text, i.label, i.none"                  \
  " FROM measure m CROSS JOIN item i ON i.measure = m.id WHERE" measures " AND i.deleted = 0"
#define TICKS_OF(measures)                                                                         \
  "SELECT t.step, i.measure, r.kind, t.division, t.occurrence FROM measure m"                      \
  " CROSS JOIN item i ON i.measure = m.id CROSS JOIN step_done t ON t.step = i.id"                 \
  " LEFT JOIN round r ON r.id = t.round WHERE" measures " AND i.deleted = 0 AND t.deleted = 0"     \
  " ORDER BY m.sort_key, m.id, t.step, t.occurrence, t.id"
/* The steps in the review of answers, and of these the newest of each answer */
#define REVIEW_COLUMNS                                                                             \
  "v.id, v.measure, r.kind, v.division, v.verdict, v.at_utc, v.person, v.post, v.comment, v.content, v.cells"
#define IS_NEWEST                                                                                  \
  " NOT EXISTS (SELECT 1 FROM review l WHERE l.measure = v.measure AND (l.at_utc, l.id) > (v.at_utc, v.id)" \
  " AND l.round = v.round AND coalesce (l.division, '') = coalesce (v.division, ''))"
#define REVIEWS_OF(measures)                                                                       \
  "SELECT " REVIEW_COLUMNS " FROM measure m CROSS JOIN review v ON v.measure = m.id"               \
  " JOIN round r ON r.id = v.round WHERE" measures " AND" IS_NEWEST                                 \
  " ORDER BY m.sort_key, m.id, v.at_utc, v.id"
#define CARRIED_OF(measures)                                                                       \
  "SELECT e.id, e.measure, e.sort_key, e.fiscal_year, e.round, e.division, e.text, e.answer"       \
  " FROM measure m CROSS JOIN carried e ON e.measure = m.id WHERE" measures                         \
  " AND e.deleted = 0 ORDER BY m.sort_key, m.id, e.sort_key, e.id"
#define EVIDENCE_COLUMNS                                                                           \
  "e.id, e.measure, r.kind, e.division, e.item, e.sort_key, e.kind, e.caption, e.url, e.file_name, e.media_type," \
  " e.blob, e.blob_length"
#define EVIDENCE_OF(measures)                                                                      \
  "SELECT " EVIDENCE_COLUMNS " FROM measure m CROSS JOIN evidence e ON e.measure = m.id"           \
  " JOIN round r ON r.id = e.round WHERE" measures " AND e.deleted = 0"                            \
  " ORDER BY m.sort_key, m.id, r.kind, e.division, e.sort_key, e.id"
#define PARTIES_OF(measures)                                                                       \
  "SELECT p.id, p.measure, p.text, p.corrected, d.id, d.division, p.sort_key"                      \
  " FROM measure m CROSS JOIN party p ON p.measure = m.id"                                         \
  " LEFT JOIN party_division d ON d.party = p.id AND d.deleted = 0"                                \
  " WHERE" measures " AND p.deleted = 0 ORDER BY m.sort_key, m.id, p.sort_key, p.id"
#define QUESTIONS_OF(measures)                                                                     \
  "SELECT q.id, q.measure, q.kind, q.line, q.field, q.text, q.message, q.suggest"                  \
  " FROM measure m CROSS JOIN question q ON q.measure = m.id WHERE" measures                       \
  " AND q.deleted = 0 AND q.kind <> 'repair' ORDER BY m.sort_key, m.id, q.id"

/* No division: those of all; an empty one: those of none that is still there. */
#define OF_DIVISION(division)                                                                      \
  " AND (" division " IS NULL OR (" division " = '') <> EXISTS (SELECT 1 FROM party p"             \
  " JOIN party_division d ON d.party = p.id LEFT JOIN division v ON v.id = d.division"             \
  " WHERE p.measure = m.id AND p.deleted = 0 AND d.deleted = 0 AND coalesce (v.deleted, 0) = 0"    \
  " AND (" division " = '' OR d.division IS NULL OR d.division = " division ")))"

/* A year without rows of its own takes those of the nearest year before it. */
#define NEAREST_YEAR(table)                                                                        \
  " WHERE deleted = 0 AND scheme = $2 AND fiscal_year = (SELECT max (fiscal_year) FROM " table     \
  " WHERE deleted = 0 AND scheme = $2 AND fiscal_year <= $1)"

#define YEAR_OF(table)                                                                             \
  "SELECT max (fiscal_year) FROM " table " WHERE deleted = 0 AND scheme = $2 AND fiscal_year <= $1"

static const char *const queries[MATTRA_N_QUERIES] = {
  [MATTRA_QUERY_INTEGRITY] = "PRAGMA integrity_check (1)",
  [MATTRA_QUERY_INTEGRITY_OF_TABLE] = "SELECT integrity_check FROM pragma_integrity_check ($1)",
  [MATTRA_QUERY_TABLES_BUT_FILES] =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'blob' ORDER BY name",
  [MATTRA_QUERY_FOREIGN_KEYS] = "PRAGMA foreign_key_check",
  [MATTRA_QUERY_ORGANISATION] = "SELECT id FROM organisation WHERE deleted = 0 ORDER BY id LIMIT 1",
  [MATTRA_QUERY_NEWEST_ACT_TIME] = "SELECT at_utc FROM act ORDER BY seq DESC, id DESC LIMIT 1",
  [MATTRA_QUERY_FIRST_ACT_TIME] = "SELECT at_utc FROM act ORDER BY seq, id LIMIT 1",
  [MATTRA_QUERY_NEWEST_DEVICE] = "SELECT device FROM act ORDER BY seq DESC, id DESC LIMIT 1",

  [MATTRA_QUERY_DEVICE_HEAD] = "SELECT n, hash FROM change WHERE device = $1 ORDER BY n DESC LIMIT 1",
  [MATTRA_QUERY_NEWEST_SEQ] = "SELECT max (seq) FROM act",
  [MATTRA_QUERY_INSERT_ACT] = "INSERT INTO act (id, device, seq, at_utc, person, name, arguments, kind, target)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
  [MATTRA_QUERY_CLOSED_ROUNDS] = "SELECT id FROM round WHERE state = 'closed'",
  [MATTRA_QUERY_ROUND_OF_ITEM] = "SELECT w.round FROM item i JOIN answer w ON w.id = i.answer WHERE i.id = $1",
  [MATTRA_QUERY_ROUND_OF_ANSWER] = "SELECT round FROM answer WHERE id = $1",
  [MATTRA_QUERY_ROUND_OF_EVIDENCE] = "SELECT round FROM evidence WHERE id = $1",
  [MATTRA_QUERY_ROUND_OF_TICK] = "SELECT round FROM step_done WHERE id = $1",
  [MATTRA_QUERY_ANSWER_OF_ROW] =
    "SELECT measure, round, division FROM answer WHERE $1 = 'answer' AND id = $2"
    " UNION ALL SELECT w.measure, w.round, w.division FROM item i JOIN answer w ON w.id = i.answer"
    " WHERE $1 = 'item' AND i.id = $2"
    " UNION ALL SELECT s.measure, t.round, t.division FROM step_done t JOIN item s ON s.id = t.step"
    " WHERE $1 = 'step_done' AND t.id = $2"
    " UNION ALL SELECT measure, round, division FROM evidence WHERE $1 = 'evidence' AND id = $2"
    " UNION ALL SELECT measure, NULL, division FROM carried WHERE $1 = 'carried' AND id = $2",
  [MATTRA_QUERY_DIVISIONS_RESPONSIBLE] =
    "SELECT count (DISTINCT d.id), max (d.id) FROM party p JOIN measure m ON m.id = p.measure"
    " JOIN party_division b ON b.party = p.id AND b.deleted = 0"
    " JOIN division d ON d.plan = m.plan AND d.deleted = 0 AND (d.id = b.division OR b.division IS NULL)"
    " WHERE p.measure = $1 AND p.deleted = 0",
  [MATTRA_QUERY_IS_RESPONSIBLE] =
    "SELECT count (*) FROM party p JOIN party_division b ON b.party = p.id"
    " WHERE p.measure = $1 AND (b.division = $2 OR b.division IS NULL) AND p.deleted = 0 AND b.deleted = 0",
  [MATTRA_QUERY_LAST_VERDICT] =
    "SELECT verdict FROM review WHERE measure = $1 AND round = $2 AND coalesce (division, '') = coalesce ($3, '')"
    " AND deleted = 0 ORDER BY at_utc DESC, id DESC LIMIT 1",
  [MATTRA_QUERY_NUMBER_OF_MEASURE] = "SELECT coalesce (number, 0) FROM measure WHERE id = $1",
  [MATTRA_QUERY_AUTHOR_OF_COMMENT] = "SELECT person FROM comment WHERE id = $1",
  [MATTRA_QUERY_UNDO_CANDIDATE] =
    "SELECT a.id, a.name, a.arguments FROM act a WHERE a.device = $1"
    " AND a.kind NOT IN ('undo', 'seal', 'review') AND a.name <> $2 AND ($3 IS NULL OR a.person = $3)"
    " AND NOT EXISTS (SELECT 1 FROM act u WHERE u.target = a.id AND u.kind = 'undo')"
    " ORDER BY a.seq DESC, a.id DESC LIMIT 1",
  [MATTRA_QUERY_REDO_CANDIDATE] =
    "SELECT a.id, a.name, a.arguments FROM act a WHERE a.device = $1 AND a.kind = 'undo' AND a.name <> $2"
    " AND ($3 IS NULL OR a.person = $3)"
    " AND NOT EXISTS (SELECT 1 FROM act r WHERE r.target = a.id AND r.kind = 'redo')"
    " AND NOT EXISTS (SELECT 1 FROM act e WHERE e.device = $1 AND e.seq > a.seq"
    " AND e.kind NOT IN ('undo', 'redo'))"
    " ORDER BY a.seq DESC, a.id DESC LIMIT 1",
  [MATTRA_QUERY_CHANGES_OF_ACT] =
    "SELECT n, \"table\", \"row\", \"column\", old, new FROM change WHERE act = $1 AND n < $2"
    " ORDER BY n DESC LIMIT $3",
  [MATTRA_QUERY_MEASURES_TOUCHED] =
    "SELECT DISTINCT CASE c.\"table\" WHEN 'measure' THEN c.\"row\""
    " WHEN 'item' THEN (SELECT measure FROM item WHERE id = c.\"row\")"
    " WHEN 'answer' THEN (SELECT measure FROM answer WHERE id = c.\"row\")"
    " WHEN 'party' THEN (SELECT measure FROM party WHERE id = c.\"row\")"
    " WHEN 'question' THEN (SELECT measure FROM question WHERE id = c.\"row\")"
    " WHEN 'review' THEN (SELECT measure FROM review WHERE id = c.\"row\")"
    " WHEN 'comment' THEN (SELECT measure FROM comment WHERE id = c.\"row\")"
    " WHEN 'carried' THEN (SELECT measure FROM carried WHERE id = c.\"row\")"
    " WHEN 'origin' THEN (SELECT measure FROM origin WHERE id = c.\"row\")"
    " WHEN 'evidence' THEN (SELECT measure FROM evidence WHERE id = c.\"row\")"
    " WHEN 'step_done' THEN (SELECT i.measure FROM step_done t JOIN item i ON i.id = t.step"
    " WHERE t.id = c.\"row\")"
    " WHEN 'party_division' THEN (SELECT p.measure FROM party_division d JOIN party p ON p.id = d.party"
    " WHERE d.id = c.\"row\") END"
    " FROM act a CROSS JOIN change c ON c.act = a.id WHERE a.seq > $1 LIMIT $2",

  [MATTRA_QUERY_HISTORY] =
    "SELECT " HISTORY_COLUMNS " FROM act a CROSS JOIN change c ON c.act = a.id" HISTORY_PLACES
    " ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_NEWEST_ACTS] =
    "SELECT " HISTORY_COLUMNS " FROM (SELECT * FROM act ORDER BY seq DESC, id DESC LIMIT $1) a"
    " CROSS JOIN change c ON c.act = a.id AND c.n = (SELECT min (f.n) FROM change f WHERE f.act = a.id)"
    HISTORY_PLACES " ORDER BY a.seq DESC, a.id DESC",
  [MATTRA_QUERY_HISTORY_OF_MEASURE] =
    "WITH place (id) AS (SELECT id FROM measure WHERE id = $3"
    " UNION ALL SELECT id FROM item WHERE measure = $3 UNION ALL SELECT id FROM answer WHERE measure = $3"
    " UNION ALL SELECT id FROM party WHERE measure = $3 UNION ALL SELECT id FROM review WHERE measure = $3"
    " UNION ALL SELECT id FROM comment WHERE measure = $3 UNION ALL SELECT id FROM carried WHERE measure = $3"
    " UNION ALL SELECT id FROM origin WHERE measure = $3"
    " UNION ALL SELECT id FROM evidence WHERE measure = $3"
    " UNION ALL SELECT t.id FROM item i CROSS JOIN step_done t ON t.step = i.id WHERE i.measure = $3 UNION ALL SELECT id FROM question WHERE measure = $3)"
    " SELECT " HISTORY_COLUMNS " FROM place CROSS JOIN change c ON c.\"row\" = place.id"
    " JOIN act a ON a.id = c.act" HISTORY_PLACES
    " ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_HISTORY_OF_CELL] =
    "SELECT " HISTORY_COLUMNS " FROM item place CROSS JOIN change c ON c.\"row\" = place.id"
    " JOIN act a ON a.id = c.act" HISTORY_PLACES
    " WHERE place.measure = $3 AND place.kind = $4 AND coalesce (place.answer, '') = $5"
    " AND ($6 IS NULL OR place.label = $6)"
    " ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_HISTORY_OF_COLUMN] =
    "SELECT " HISTORY_COLUMNS " FROM change c JOIN act a ON a.id = c.act" HISTORY_PLACES
    " WHERE c.\"row\" = $3 AND (c.\"column\" = $4 OR c.\"column\" IS NULL)"
    " ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_HISTORY_OF_STEPS] =
    "WITH place (id) AS (SELECT id FROM item WHERE measure = $3 AND kind = 'step'"
    " UNION ALL SELECT t.id FROM item i CROSS JOIN step_done t ON t.step = i.id"
    " WHERE i.measure = $3 AND i.kind = 'step')"
    " SELECT " HISTORY_COLUMNS " FROM place CROSS JOIN change c ON c.\"row\" = place.id"
    " JOIN act a ON a.id = c.act" HISTORY_PLACES
    " ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_HISTORY_OF_PARTIES] =
    "SELECT " HISTORY_COLUMNS " FROM party place CROSS JOIN change c ON c.\"row\" = place.id"
    " JOIN act a ON a.id = c.act" HISTORY_PLACES
    " WHERE place.measure = $3 ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_HISTORY_OF_STATUS] =
    "SELECT " HISTORY_COLUMNS " FROM change c JOIN act a ON a.id = c.act" HISTORY_PLACES
    " WHERE c.\"row\" = $3 AND (c.\"column\" = 'stated' OR c.\"column\" IS NULL)"
    " ORDER BY a.seq DESC, a.id DESC, c.n LIMIT $1 OFFSET $2",
  [MATTRA_QUERY_TURNS_OF_ACT] =
    "WITH RECURSIVE turn (id, n) AS (SELECT $1, 0 UNION ALL SELECT a.id, turn.n + 1 FROM turn"
    " JOIN act a ON a.target = turn.id) SELECT max (n) FROM turn",
  [MATTRA_QUERY_PLACE_OF_ROW] =
    "SELECT m.number, m.id, i.kind FROM (SELECT $1 AS \"table\", $2 AS \"row\") c" HISTORY_PLACES,
  [MATTRA_QUERY_LOG] =
    "SELECT c.device, c.n, c.act, c.\"table\", c.\"row\", c.\"column\", c.old, c.new, c.hash,"
    " a.device, a.seq, a.at_utc, a.person, a.name, a.arguments, a.kind, a.target"
    " FROM change c LEFT JOIN act a ON a.id = c.act ORDER BY c.device, c.n",
  [MATTRA_QUERY_LOG_HEADS] =
    "SELECT c.device, c.n, c.hash FROM change c"
    " JOIN (SELECT device, max (n) AS n FROM change GROUP BY device) h"
    " ON h.device = c.device AND h.n = c.n ORDER BY c.device",
  [MATTRA_QUERY_ROWS_LOST] = "SELECT \"row\" FROM change WHERE \"table\" = $1 AND \"column\" IS NULL",

  [MATTRA_QUERY_LIST_PLANS] = "SELECT fiscal_year FROM plan WHERE deleted = 0 ORDER BY fiscal_year, id",
  [MATTRA_QUERY_FIND_PLAN] =
    "SELECT id, fiscal_year, analysed_year FROM plan WHERE deleted = 0 AND fiscal_year = $1 ORDER BY id LIMIT 1",
  [MATTRA_QUERY_LOAD_ORGANISATION] =
    "SELECT id, name, kind, district, province, website, emblem, garuda FROM organisation WHERE id = $1",
  [MATTRA_QUERY_LOAD_ROUNDS] =
    "SELECT id, kind, first_day, last_day, answers_due, state FROM round WHERE plan = $1 AND deleted = 0",
  [MATTRA_QUERY_LOAD_DIVISIONS] =
    "SELECT id, sort_key, name, short_name FROM division WHERE plan = $1 AND deleted = 0 ORDER BY sort_key, id",
  [MATTRA_QUERY_LOAD_ALIASES] =
    "SELECT l.division, l.name FROM division d JOIN division_alias l ON l.division = d.id"
    " WHERE d.plan = $1 AND d.deleted = 0 AND l.deleted = 0 ORDER BY l.id",
  [MATTRA_QUERY_ALIASES_OF_DIVISION] =
    "SELECT id, name, deleted FROM division_alias WHERE division = $1 ORDER BY id",
  [MATTRA_QUERY_NAMES_OF_DIVISION] =
    "SELECT name FROM (SELECT name, 0 AS place FROM division WHERE id = $1"
    " UNION ALL SELECT short_name, 1 FROM division WHERE id = $1 AND short_name IS NOT NULL"
    " UNION ALL SELECT name, 2 FROM division_alias WHERE division = $1 AND deleted = 0) ORDER BY place, name",
  [MATTRA_QUERY_LAST_DIVISION_KEY] = "SELECT max (sort_key) FROM division WHERE plan = $1",
  [MATTRA_QUERY_LOAD_SETTINGS] =
    "SELECT kind, name, value FROM report_settings WHERE plan = $1 AND deleted = 0 ORDER BY kind, name",
  [MATTRA_QUERY_LOAD_SIGNERS] =
    "SELECT p.id, t.sort_key, t.role, p.rank, p.name, o.name, t.acting, t.division, t.from_day, t.until_day"
    " FROM appointment t JOIN person p ON p.id = t.person LEFT JOIN post o ON o.id = t.post"
    " WHERE t.deleted = 0 AND p.deleted = 0 ORDER BY t.sort_key, t.id",
  [MATTRA_QUERY_LAST_SIGNER_KEY] = "SELECT max (sort_key) FROM appointment",
  [MATTRA_QUERY_FIND_POST] = "SELECT id FROM post WHERE name = $1 AND deleted = 0 ORDER BY id LIMIT 1",
  [MATTRA_QUERY_FIND_APPOINTMENT] =
    "SELECT id FROM appointment WHERE person = $1 AND deleted = 0 ORDER BY sort_key, id LIMIT 1",
  [MATTRA_QUERY_LOAD_PAPERS] =
    "SELECT d.id, d.kind, r.kind, d.division, d.number, d.day, d.subject FROM document d"
    " LEFT JOIN round r ON r.id = d.round WHERE d.plan = $1 AND d.deleted = 0 ORDER BY d.id",
  [MATTRA_QUERY_LOAD_MEMBERS] =
    "SELECT id, sort_key, name, post, role FROM committee_member WHERE plan = $1 AND deleted = 0"
    " ORDER BY sort_key, id",
  [MATTRA_QUERY_LOAD_FORMER_MEMBERS] =
    "SELECT id, sort_key, name, post, role FROM committee_member WHERE deleted = 0 AND plan ="
    " (SELECT p.id FROM plan p, plan here WHERE here.id = $1 AND p.id <> $1 AND p.deleted = 0 AND EXISTS"
    " (SELECT 1 FROM committee_member m WHERE m.plan = p.id AND m.deleted = 0)"
    " ORDER BY abs (p.fiscal_year - here.fiscal_year), p.fiscal_year LIMIT 1) ORDER BY sort_key, id",
  [MATTRA_QUERY_LAST_MEMBER_KEY] = "SELECT max (sort_key) FROM committee_member WHERE plan = $1",

  [MATTRA_QUERY_INSERT_BLOB] = "INSERT INTO blob (sha256, part, data) VALUES ($1, $2, $3)",
  [MATTRA_QUERY_LOAD_BLOB] = "SELECT part, data FROM blob WHERE sha256 = $1 ORDER BY part",
  [MATTRA_QUERY_ALL_BLOBS] = "SELECT sha256, part, data FROM blob ORDER BY sha256, part",
  [MATTRA_QUERY_BLOBS_NAMED] =
    "SELECT 'organisation', id, 'emblem', emblem, NULL FROM organisation WHERE emblem IS NOT NULL"
    " UNION ALL SELECT 'organisation', id, 'garuda', garuda, NULL FROM organisation WHERE garuda IS NOT NULL"
    " UNION ALL SELECT 'seal', id, 'cells', cells, NULL FROM seal"
    " UNION ALL SELECT 'seal', id, 'pdf', pdf, pdf_length FROM seal"
    " UNION ALL SELECT 'scan', id, 'blob', blob, blob_length FROM scan"
    " UNION ALL SELECT 'evidence', id, 'blob', blob, blob_length FROM evidence WHERE blob IS NOT NULL",
  [MATTRA_QUERY_LIST_SEALS] =
    "SELECT s.id, s.plan, s.number, s.kind, r.kind, s.division, s.options, s.cells, s.pdf, s.pdf_length,"
    " s.fingerprint, s.head, s.at_utc, s.person, c.number, s.reason, s.corrects FROM seal s"
    " LEFT JOIN round r ON r.id = s.round LEFT JOIN seal c ON c.id = s.corrects"
    " WHERE $1 IS NULL OR s.plan = $1 ORDER BY s.plan, s.number",
  [MATTRA_QUERY_LIST_SCANS] =
    "SELECT c.seal, c.id, c.blob, c.blob_length, c.media_type, c.signed_by, c.signed_on FROM scan c"
    " JOIN seal s ON s.id = c.seal WHERE $1 IS NULL OR s.plan = $1 ORDER BY c.seal, c.id",
  [MATTRA_QUERY_LAST_SEAL_NUMBER] = "SELECT max (number) FROM seal WHERE plan = $1",

  [MATTRA_QUERY_LIST_REVIEWS] =
    "SELECT " REVIEW_COLUMNS " FROM review v JOIN round r ON r.id = v.round WHERE v.measure = $1"
    " ORDER BY v.at_utc, v.id",
  [MATTRA_QUERY_ALL_REVIEWS] =
    "SELECT v.id FROM review v ORDER BY v.at_utc, v.id",
  [MATTRA_QUERY_NEWEST_REVIEW_TIME] =
    "SELECT max (at_utc) FROM review WHERE measure = $1 AND round = $2 AND coalesce (division, '') = coalesce ($3, '')",
  [MATTRA_QUERY_LIST_COMMENTS] =
    "SELECT n.id, n.measure, r.kind, n.division, n.person, n.at_utc, n.text FROM comment n"
    " LEFT JOIN round r ON r.id = n.round WHERE n.measure = $1 AND n.deleted = 0 ORDER BY n.at_utc, n.id",

  [MATTRA_QUERY_LIST_ORIGINS] =
    "SELECT o.measure, o.origin, o.fiscal_year, o.content FROM measure m CROSS JOIN origin o ON o.measure = m.id"
    " WHERE m.plan = $1 AND m.deleted = 0 AND o.deleted = 0 ORDER BY m.sort_key, m.id, o.id",
  [MATTRA_QUERY_ORIGIN_OF_MEASURE] =
    "SELECT measure, origin, fiscal_year, content FROM origin WHERE measure = $1 AND deleted = 0 ORDER BY id",
  [MATTRA_QUERY_ANY_ORIGIN] =
    "SELECT o.fiscal_year FROM measure m JOIN origin o ON o.measure = m.id"
    " WHERE m.plan = $1 AND m.deleted = 0 AND o.deleted = 0 LIMIT 1",
  [MATTRA_QUERY_LIST_MINUTES] =
    "SELECT l.id, l.meeting, l.sort_key, l.measure, l.text, l.person, m.number FROM minute l"
    " LEFT JOIN measure m ON m.id = l.measure WHERE l.plan = $1 AND l.deleted = 0"
    " AND ($2 IS NULL OR l.meeting = $2) ORDER BY l.meeting, l.sort_key, l.id",
  [MATTRA_QUERY_LAST_MINUTE_KEY] = "SELECT max (sort_key) FROM minute WHERE plan = $1 AND meeting = $2",
  [MATTRA_QUERY_SIBLINGS_OF_EVIDENCE] =
    "SELECT e.id, e.sort_key FROM evidence e WHERE e.measure = $1 AND e.round = $2"
    " AND coalesce (e.division, '') = coalesce ($3, '') AND e.deleted = 0 ORDER BY e.sort_key, e.id",

  [MATTRA_QUERY_LOAD_SCORES] =
    "SELECT n.number, n.name, s.hundredths FROM indicator n LEFT JOIN score s ON s.deleted = 0"
    " AND s.scheme = n.scheme AND s.indicator = n.number AND s.fiscal_year = $1"
    " WHERE n.deleted = 0 AND n.scheme = $2 AND n.fiscal_year = (SELECT max (fiscal_year) FROM indicator"
    " WHERE deleted = 0 AND scheme = $2 AND fiscal_year <= $1) ORDER BY n.number",
  [MATTRA_QUERY_LIST_INDICATORS] =
    "SELECT id, number, name, instrument, 1 FROM indicator" NEAREST_YEAR ("indicator") " ORDER BY number",
  [MATTRA_QUERY_LIST_TOPICS] =
    "SELECT id, number, name, NULL, 1 FROM topic" NEAREST_YEAR ("topic") " ORDER BY number",
  [MATTRA_QUERY_LIST_OIT_ITEMS] =
    "SELECT id, number, name, report, sure FROM oit_item" NEAREST_YEAR ("oit_item") " ORDER BY report, number",
  [MATTRA_QUERY_LIST_CALENDAR] =
    "SELECT id, event, name, NULL, 1, month, day, year_offset FROM calendar" NEAREST_YEAR ("calendar")
    " ORDER BY year_offset, month, day, event",
  [MATTRA_QUERY_YEAR_OF_INDICATORS] = YEAR_OF ("indicator"),
  [MATTRA_QUERY_YEAR_OF_TOPICS] = YEAR_OF ("topic"),
  [MATTRA_QUERY_YEAR_OF_OIT_ITEMS] = YEAR_OF ("oit_item"),
  [MATTRA_QUERY_LIST_ANALYSES] =
    "SELECT kind, number, strength, weakness, cause, remedy FROM analysis"
    " WHERE fiscal_year = $1 AND scheme = $2 AND deleted = 0",
  [MATTRA_QUERY_LIST_PUBLICATIONS] =
    "SELECT p.fiscal_year, p.report, p.seal, s.number, p.file_name, p.url, p.menu_path, p.posted_on, p.explanation,"
    " p.approved_by, p.approved_on, p.hundredths, p.comment FROM publication p LEFT JOIN seal s ON s.id = p.seal"
    " WHERE p.fiscal_year = $1 AND p.scheme = $2 AND p.deleted = 0",
  [MATTRA_QUERY_LAST_ANSWERS] =
    "SELECT w.division, max (a.at_utc) FROM measure m CROSS JOIN item i ON i.measure = m.id"
    " JOIN answer w ON w.id = i.answer JOIN change c ON c.\"row\" = i.id AND c.\"table\" = 'item'"
    " JOIN act a ON a.id = c.act WHERE m.plan = $1 AND m.deleted = 0 AND w.round = $2 AND w.division IS NOT NULL"
    " GROUP BY w.division",
  [MATTRA_QUERY_LIST_REQUESTS] =
    "SELECT q.id, r.kind, q.division, q.kind, q.day, q.due, q.person, q.way, q.note, q.answered_on FROM request q"
    " JOIN round r ON r.id = q.round WHERE q.plan = $1 AND q.deleted = 0 ORDER BY q.day, q.id",

  [MATTRA_QUERY_LAST_MEASURE_KEY] = "SELECT max (sort_key) FROM measure WHERE plan = $1",
  [MATTRA_QUERY_DIVISION_IDS] = "SELECT id FROM division WHERE plan = $1 AND deleted = 0 ORDER BY sort_key, id",
  [MATTRA_QUERY_COUNT_MEASURES] = "SELECT count (*) FROM measure WHERE plan = $1 AND deleted = 0",
  [MATTRA_QUERY_MEASURE_BY_ID] = "SELECT id, sort_key FROM measure WHERE plan = $1 AND id = $2 AND deleted = 0",
  [MATTRA_QUERY_MEASURE_BY_NUMBER] =
    "SELECT id, sort_key FROM measure WHERE plan = $1 AND number = $2 AND deleted = 0 ORDER BY sort_key, id LIMIT 2",
  [MATTRA_QUERY_MEASURE_KEYS] =
    "SELECT m.id FROM measure m WHERE m.plan = $1 AND m.deleted = 0" OF_DIVISION ("$2")
    " ORDER BY m.sort_key, m.id",
  [MATTRA_QUERY_EXTRA_LABELS] =
    "SELECT i.label FROM item i CROSS JOIN measure m ON m.id = i.measure WHERE i.kind = 'extra' AND i.deleted = 0"
    " AND i.label IS NOT NULL AND m.plan = $1 AND m.deleted = 0 GROUP BY i.label"
    " ORDER BY MIN (m.sort_key), MIN (i.sort_key)",
  [MATTRA_QUERY_PAGE_MEASURES] =
    "SELECT " MEASURE_COLUMNS " FROM measure m"
    " WHERE m.plan = $1 AND m.deleted = 0 AND (m.sort_key, m.id) > ($2, $3)"
    OF_DIVISION ("$5")
    " ORDER BY m.sort_key, m.id LIMIT $4",
  [MATTRA_QUERY_PAGE_ANSWERS] = ANSWERS_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_ITEMS] = ITEMS_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_TICKS] = TICKS_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_REVIEWS] = REVIEWS_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_CARRIED] = CARRIED_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_EVIDENCE] = EVIDENCE_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_PARTIES] = PARTIES_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_PAGE_QUESTIONS] = QUESTIONS_OF (PAGE_OF_MEASURES),
  [MATTRA_QUERY_KEYED_MEASURES] = "SELECT " MEASURE_COLUMNS " FROM measure m WHERE" KEYED_MEASURES,
  [MATTRA_QUERY_KEYED_ANSWERS] = ANSWERS_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_ITEMS] = ITEMS_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_TICKS] = TICKS_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_REVIEWS] = REVIEWS_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_CARRIED] = CARRIED_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_EVIDENCE] = EVIDENCE_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_PARTIES] = PARTIES_OF (KEYED_MEASURES),
  [MATTRA_QUERY_KEYED_QUESTIONS] = QUESTIONS_OF (KEYED_MEASURES),
  [MATTRA_QUERY_QUESTIONS_OF_DOCUMENT] =
    "SELECT q.id, NULL, q.kind, q.line, q.field, q.text, q.message, q.suggest FROM question q"
    " WHERE q.plan = $1 AND q.measure IS NULL AND q.deleted = 0 AND q.kind <> 'repair' ORDER BY q.id",
  [MATTRA_QUERY_PLAN_OF_MEASURE] = "SELECT plan FROM measure WHERE id = $1",
  [MATTRA_QUERY_MEASURE_OF_STEP] = "SELECT measure FROM item WHERE id = $1 AND kind = 'step' AND deleted = 0",
  [MATTRA_QUERY_ITEMS_OF_CELL] =
    "SELECT id, sort_key, text, none FROM item WHERE measure = $1 AND kind = $2 AND coalesce (answer, '') = $3"
    " AND coalesce (label, '') = $4 AND deleted = 0 ORDER BY sort_key, id",
  [MATTRA_QUERY_PARTIES_OF_MEASURE] =
    "SELECT id, sort_key, text, corrected FROM party WHERE measure = $1 AND deleted = 0 ORDER BY sort_key, id",
  [MATTRA_QUERY_DIVISIONS_OF_PARTY] =
    "SELECT id, division FROM party_division WHERE party = $1 AND deleted = 0 ORDER BY id",
  [MATTRA_QUERY_ANSWERS_WITHOUT_ROUND] =
    "SELECT w.id, w.measure, w.division, w.stated FROM measure m JOIN answer w ON w.measure = m.id"
    " WHERE m.plan = $1 AND w.round IS NULL AND w.deleted = 0 ORDER BY m.sort_key, m.id, w.id",
  [MATTRA_QUERY_ONE_ANSWER_WITHOUT_ROUND] =
    "SELECT w.id FROM measure m CROSS JOIN answer w ON w.measure = m.id WHERE m.plan = $1 AND m.deleted = 0"
    " AND w.round IS NULL AND w.deleted = 0 LIMIT 1",
  [MATTRA_QUERY_ITEMS_OF_ANSWER] =
    "SELECT id FROM item WHERE answer = $1 AND measure = $2 AND deleted = 0 ORDER BY sort_key, id",
};

/* Returns: the statement; always the same address, by which the database keeps it prepared. */
const char *
mattra_query_get_sql (MattraQuery query)
{
  return queries[query];
}
