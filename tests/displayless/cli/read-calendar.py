# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-calendar FILE: what another one's parser reads of a calendar, an event a line. Exit 77: no parser here."""
import sys

try:
    import icalendar
except ImportError:
    sys.exit(77)

with open(sys.argv[1], 'rb') as file:
    calendar = icalendar.Calendar.from_ical(file.read())
seen = set()
for event in calendar.walk('VEVENT'):
    assert event['UID'] not in seen, event['UID']
    seen.add(event['UID'])
    start, end = event.decoded('DTSTART'), event.decoded('DTEND')
    assert (end - start).days == 1 and not hasattr(start, 'hour'), start
    assert event.decoded('DTSTAMP').tzinfo is not None
    alarms = [str(alarm.decoded('TRIGGER')) for alarm in event.walk('VALARM')]
    description = str(event['DESCRIPTION']).replace('\n', '|')
    print(start.isoformat(), str(event['SUMMARY']), description, ','.join(alarms), sep='\t')
