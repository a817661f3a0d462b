#!/usr/bin/python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive-office.py MATTRA MATTRA_CLI SAMPLE: how three people of an office come to a report, at one computer one after
the other: a division head answers six measures with two files and hands them in, the secretary returns one and approves
five, the head mends it, the chief executive has it all on paper. Keys and clicks are real X events; what the register
holds, and its whole history, is read by the other door after each step. Speaks TAP."""
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib

try:
    from desktop import (Failed, GLib, click, copy_elsewhere, focus_window, lay_keyboard, press, search_windows,
                         type_text, wait_for, xdotool)
    from steps import Story
except (ImportError, ValueError) as missing:
    print(f'1..0 # SKIP the accessibility bus cannot be read: {missing}')
    sys.exit(0)
for tool in ('xdotool', 'xclip', 'setxkbmap', 'pdftotext'):
    if shutil.which(tool) is None:
        print(f'1..0 # SKIP {tool} is not installed')
        sys.exit(0)

MATTRA, CLI, SAMPLE = sys.argv[1:4]
HOME = os.environ['HOME']
REGISTER = os.path.join(HOME, 'ทะเบียน ๒๕๖๙.mattra')
PDF = os.path.join(HOME, 'รายงานการจัดทำคู่มือ.pdf')
PNG = os.path.join(HOME, 'ภาพการอบรม.png')
RESULTS_PDF = os.path.join(HOME, 'results.pdf')
ANNEX_PDF = os.path.join(HOME, 'annex.pdf')

DIVISION = 'กองคลัง'
HEAD = 'นางสาวอรุณี ใจซื่อ'
SECRETARY = 'นางมาลี ตั้งใจ'
CHIEF = 'นายสมบูรณ์ ศรีตะวัน'
FIRST = 1    # it gets the files
NONE = 3     # it says that there was no obstacle
RETURNED = 5
ANSWERS = {
    1: 'จัดทำคู่มือครบ ๒๔ กระบวนงานแล้ว',
    3: 'เผยแพร่รายงานผลครบ ๔ ไตรมาส',
    4: 'มีผู้สังเกตการณ์ ๓๑ โครงการ',
    5: 'ชี้แจงหลักเกณฑ์แล้ว ๒ รอบ',
    6: 'ตรวจนับทรัพย์สินครบ ๑๒ ครั้ง',
    13: 'เปิดบริการแล้ว ๔ งาน',
}
REASON = 'ขอจำนวนผู้เข้าร่วมด้วย'
MENDED = ' ผู้เข้าร่วม ๔๐ คน'

FIELD = 'ผลการดำเนินการ'
WHOAMI = 'You in This Register'
UPPER_EDGE, LOWER_EDGE = 110, 640  # between them nothing lies over what scrolls
EXPECTED = []                      # the history since the people came, the oldest first


def run_cli(*arguments):
    return subprocess.run([CLI, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout


# What the register holds

def measures():
    shown = json.loads(run_cli('show', REGISTER, '--json', '--round', 'full-year'))['measures']
    return {measure['number']: measure for measure in shown}


def history():
    """Every act that a person of the office did: who, and what, the oldest first."""
    lines = re.findall(r'^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  (.*)$', run_cli('history', REGISTER), re.MULTILINE)
    acts = [tuple(line.split('  ', 1)) for line in reversed(lines)]
    return [act for act in acts if act[0] in (HEAD, SECRETARY, CHIEF)]


def happened(person, *acts):
    """Waits until these acts are in the register, and no other."""
    EXPECTED.extend((person, act) for act in acts)
    wait_for(f'in the history: {EXPECTED[-1]}', lambda: len(history()) >= len(EXPECTED))
    found = history()
    if found != EXPECTED:
        raise Failed(f'the history is {found[-6:]}, not {EXPECTED[-6:]}')


def results(number):
    return measures()[number]['results']


def file_names(number):
    return [one['file_name'] for one in measures()[number]['attachments']]


def states():
    """How far each answer has come, and who brought it there."""
    return {number: (measure['reviews'][-1]['state'], measure['reviews'][-1]['person'])
            for number, measure in measures().items() if measure['reviews']}


def must_be(what, found, expected):
    if found != expected:
        raise Failed(f'{what}: {found!r}, not {expected!r}')


# What a person does

def named(text):
    """A button with a mnemonic is told with its underline first."""
    return lambda name: name == text or name.endswith(' ' + text)


def counted(name, n):
    """A list with its number, in whichever digits."""
    return lambda found: found in (f'{name}, {n}', f'{name}, {chr(ord("๐") + n)}')


def is_focused(node):
    return 'focused' in node.states


def says(node, text):
    return node.name == text or any(says(child, text) for child in node.children)


def walk_to(program, key, role, text):
    """Presses a key until the keyboard is there."""
    for _ in range(40):
        if program.find(role, None, lambda node: is_focused(node) and says(node, text)):
            return
        press(key)
    raise Failed(f'{key} never comes to {role} “{text}”')


def scroll_to(node):
    """Turns the wheel over it until it can be seen, and returns it."""
    for _ in range(60):
        x, y, width, height = node.extents()
        below = y + height - LOWER_EDGE
        if y >= UPPER_EDGE and below <= 0:
            return node
        turns = min(1 + max(below, UPPER_EDGE - y) // 100, 8)
        xdotool('mousemove', '--sync', str(x + width // 2), '400', 'click', '--repeat', str(turns), '--delay', '20',
                '5' if below > 0 else '4')
    raise Failed(f'“{node.name}” does not come into view')


def enter_window(program, title, n=1):
    """The newest of so many windows gets the keyboard."""
    windows = wait_for(f'the window “{title}”', lambda: (lambda found: len(found) == n and found)(
        search_windows(program.process.pid, title)))
    xdotool('windowfocus', '--sync', windows[-1])


def return_from(program, title, to='— Mattra'):
    """Where a dialog closed, the window that it belonged to gets the keyboard again."""
    wait_for(f'the end of “{title}”', lambda: not search_windows(program.process.pid, title))
    enter_window(program, to)


def choose_oneself(program, person):
    """In the dialog, with the keyboard."""
    enter_window(program, WHOAMI)
    press('Home')
    walk_to(program, 'Down', 'list item', person)
    press('Return')
    return_from(program, WHOAMI)
    wait_for(f'{person} in the corner', lambda: program.find('push button', lambda name: name.startswith(person)))
    must_be('who one is', json.loads(run_cli('whoami', REGISTER, '--json'))['name'], person)


def start():
    program = STORY.run_program([MATTRA, REGISTER])
    program.see('list item', lambda name: name.startswith('Overdue'))
    focus_window(program)
    return program


def leave(program):
    press('ctrl+q')
    code = program.wait_end()
    if code != 0:
        raise Failed(f'the program ended with {code}:\n{program.log()[-3000:]}')


def sit_down(program, person):
    """Somebody else comes to the computer, and says so in the menu."""
    leave(program)
    program = start()
    press('F10')
    walk_to(program, 'Down', 'menu item', 'You in This Register…')
    press('Return')
    choose_oneself(program, person)
    return program


def has_nothing_to_undo(program):
    """What others did at this computer is not theirs to take back who come after."""
    undo = program.see('push button', lambda name: name.startswith('Undo'))
    if 'sensitive' in undo.states:
        raise Failed(f'“{undo.name}” is offered to somebody who did nothing')
    press('ctrl+z')
    must_be('the history after Ctrl+Z', history(), EXPECTED)


def undo_and_redo(program, person, act, look, before, after):
    """Takes back what was done last and does it again, and looks at the register each time."""
    wait_for('what was done, in the register', lambda: look() == after)
    press('ctrl+z')
    happened(person, f'undo: {act}')
    must_be('after undo', look(), before)
    press('ctrl+shift+z')
    happened(person, f'redo: {act}')
    must_be('after redo', look(), after)


# The steps

def head_comes(program):
    """Chooses oneself where the window offers it, and sees the own division."""
    click(program.see('push button', named('Choose…')))
    choose_oneself(program, HEAD)
    own = {measure['title'] for measure in measures().values()
           if DIVISION in measure['responsible'] or any('ทุก' in party for party in measure['responsible'])}
    titles = {measure['title'] for measure in measures().values()}
    wait_for("the own division's measures",
             lambda: {node.name for node in program.find_all('table cell', lambda name: name in titles)} <= own)
    has_nothing_to_undo(program)


def head_answers(program):
    press('F4')
    program.see('label', 'Measure 1 of 6 · still open: 6')
    click(program.see('text', FIELD))
    type_text(ANSWERS[FIRST])
    must_be('while it is being typed', results(FIRST), [])
    press('Tab')
    happened(HEAD, f'edit: results of measure {FIRST}')
    undo_and_redo(program, HEAD, f'results of measure {FIRST}', lambda: results(FIRST), [], [ANSWERS[FIRST]])


def head_adds_files(program):
    """One is chosen, the other copied in a file manager."""
    act = f'attachments of measure {FIRST}'
    click(scroll_to(program.see('push button', 'Add File…')))
    enter_window(program, 'Add Evidence')
    type_text(PDF)
    press('Return')
    happened(HEAD, f'edit: {act}')
    return_from(program, 'Add Evidence')
    holder = copy_elsewhere(GLib.filename_to_uri(PNG, None), 'text/uri-list')
    try:
        click(scroll_to(program.see('push button', 'Paste')))
        happened(HEAD, f'edit: {act}')
    finally:
        holder.kill()
    names = [os.path.basename(PDF), os.path.basename(PNG)]
    undo_and_redo(program, HEAD, act, lambda: file_names(FIRST), names[:1], names)


def head_submits(program):
    """What is handed in cannot be taken back by undo, and is told in a message that stays while one looks away."""
    press('ctrl+Return')
    happened(HEAD, f'review: answer to measure {FIRST}: submitted')
    program.see('label', 'Measure 2 of 6 · still open: 5')
    press('ctrl+z')
    refusal = program.see('label', lambda name: 'withdraw it to change it' in name).name
    must_be('the history after a refused undo', history(), EXPECTED)
    for number, text in list(ANSWERS.items())[1:]:
        answer_and_submit(program, number, text)
    program.see('label', 'All Is Handed In')
    wait_for('the refusal gone', lambda: program.find('label', refusal) is None)
    must_be('how far all have come', states(), {number: ('submitted', HEAD) for number in ANSWERS})


def answer_and_submit(program, number, text):
    title = measures()[number]['title']
    program.see('label', lambda name: name.endswith('. ' + title))
    click(program.see('text', FIELD))
    type_text(text)
    if number == NONE:
        click(program.see('push button', 'There Is None'))
        happened(HEAD, f'edit: results of measure {number}', f'edit: obstacles of measure {number}')
        press('ctrl+Return')
        happened(HEAD, f'review: answer to measure {number}: submitted')
    else:
        press('ctrl+Return')
        happened(HEAD, f'edit: results of measure {number}', f'review: answer to measure {number}: submitted')


def head_leaves(program):
    """Escape leads back to the table, which shows what waits."""
    press('Escape')
    program.see('list item', counted('Waiting for approval', 6))
    program.see('list item', f'{DIVISION}, 7 of 7 answered')


def secretary_comes(program):
    program = sit_down(program, SECRETARY)
    has_nothing_to_undo(program)
    click(program.see('list item', counted('Waiting for approval', 6)))
    waiting = {measures()[number]['title'] for number in ANSWERS}
    wait_for('what waits for approval', lambda: program.find('table cell', measures()[2]['title']) is None)
    must_be('what is shown', {node.name for node in program.find_all('table cell', lambda name: name in waiting)}
            <= waiting, True)
    return program


def secretary_returns(program):
    """In the form beside the table."""
    click(program.see('table cell', measures()[RETURNED]['title']))
    press('F9')
    click(scroll_to(program.see('push button', named('Return…'))))
    program.see('text', lambda name: 'What is to be mended' in name, is_focused)
    type_text(REASON)
    press('ctrl+Return')
    happened(SECRETARY, f'review: answer to measure {RETURNED}: returned')
    must_be('how far it has come', states()[RETURNED], ('returned', SECRETARY))
    must_be('what was said', measures()[RETURNED]['reviews'][-1]['comment'], REASON)
    program.see('list item', counted('Returned', 1))
    must_be('a text that is offered again', program.find('label', lambda name: REASON in name), None)
    has_nothing_to_undo(program)


def secretary_approves(program):
    """The others at once, with the keyboard alone."""
    press('F9')
    click(program.see('table cell', measures()[FIRST]['title']))
    press('ctrl+a', 'Menu')
    program.see('menu item', 'Approve Submitted Answers')
    walk_to(program, 'Up', 'menu item', 'Approve Submitted Answers')
    press('Return')
    happened(SECRETARY, *[f'review: answer to measure {number}: approved' for number in ANSWERS if number != RETURNED])
    must_be('how far all have come', states(),
            {number: ('returned' if number == RETURNED else 'approved', SECRETARY) for number in ANSWERS})
    program.see('label', '5 answers approved')
    has_nothing_to_undo(program)


def head_mends(program):
    """What was sent back comes first, with what was said; undo takes back what was mended until it is handed in."""
    program = sit_down(program, HEAD)
    program.see('list item', counted('Returned', 1))
    press('F4')
    program.see('label', 'Measure 1 of 1 · still open: 1')
    program.see('label', REASON)
    click(program.see('text', FIELD))
    press('ctrl+End')
    type_text(MENDED)
    press('Tab')
    happened(HEAD, f'edit: results of measure {RETURNED}')
    undo_and_redo(program, HEAD, f'results of measure {RETURNED}', lambda: results(RETURNED),
                  [ANSWERS[RETURNED]], [ANSWERS[RETURNED] + MENDED])
    press('ctrl+Return')
    happened(HEAD, f'review: answer to measure {RETURNED}: submitted')
    program.see('label', 'All Is Handed In')
    press('Escape')
    return program


def secretary_approves_the_last(program):
    program = sit_down(program, SECRETARY)
    click(program.see('list item', counted('Waiting for approval', 1)))
    wait_for('the one alone', lambda: program.find('table cell', measures()[FIRST]['title']) is None)
    click(program.see('table cell', measures()[RETURNED]['title']))
    press('F9')
    click(scroll_to(program.see('push button', named('Approve'))))
    happened(SECRETARY, f'review: answer to measure {RETURNED}: approved')
    must_be('how far all have come', states(), {number: ('approved', SECRETARY) for number in ANSWERS})
    must_be('changes after approval',
            [measure['number'] for measure in measures().values()
             for review in measure['reviews'] if review['changed_after_approval']], [])
    has_nothing_to_undo(program)
    return program


def export(program, kind, path):
    """From the dialog to the file."""
    press('ctrl+e')
    enter_window(program, 'Export Report')
    if kind:
        click(program.see('combo box', 'Report'))
        program.see('list item', None, is_focused)
        walk_to(program, 'Down', 'list item', kind)
        press('Return')
        program.see('combo box', 'Report', lambda node: says(node, kind))
    click(program.see('push button', named('Export…')))
    enter_window(program, 'Export Report', 2)
    program.see('text', 'Name:', is_focused)
    press('ctrl+a')
    type_text(path)
    press('Return')
    wait_for(path, lambda: os.path.exists(path))
    return_from(program, 'Export Report')


def read_paper(path):
    """The text of a PDF without its spaces and lines, and with the vowel am as it is typed."""
    text = subprocess.run(['pdftotext', '-raw', path, '-'], check=True, capture_output=True, text=True,
                          timeout=60).stdout
    return re.sub(r'\s', '', text).replace('\u0e4d\u0e32', '\u0e33')


def must_say(what, paper, texts):
    missing = [text for text in texts if re.sub(r'\s', '', text) not in paper]
    if missing:
        raise Failed(f'{what} says nothing of {missing}:\n{paper[:6000]}')


def chief_reads(program):
    program = sit_down(program, CHIEF)
    has_nothing_to_undo(program)
    export(program, None, RESULTS_PDF)
    answers = [text + (MENDED if number == RETURNED else '') for number, text in ANSWERS.items()]
    must_say('the report', read_paper(RESULTS_PDF), answers)
    must_be('the history after an export', history(), EXPECTED)
    return program


def chief_looks_at_evidence(program):
    export(program, 'Annex with the evidence', ANNEX_PDF)
    must_say('the annex', read_paper(ANNEX_PDF), [os.path.basename(PDF), os.path.basename(PNG)])


def all_is_told(program):
    """What the window printed is what the other door prints, and the register is sound."""
    for kind, path in (('results', RESULTS_PDF), ('annex', ANNEX_PDF)):
        other = path.replace('.pdf', '-again.pdf')
        run_cli('report', REGISTER, '--kind', kind, '--round', 'full-year', '--output', other)
        must_be(f'the {kind} of both doors', read_paper(other), read_paper(path))
    reviews = json.loads(run_cli('review', REGISTER, 'list', '--json', '--round', 'full-year'))['reviews']
    must_be('answers in review', sorted((review['number'], review['state']) for review in reviews),
            [(number, 'approved') for number in sorted(ANSWERS)])
    leave(program)


def log_is_clean(program):
    noise = STORY.find_noise()
    if noise:
        raise Failed('\n'.join(noise[:20]))


STEPS = [
    ('a division head comes, and chooses oneself', head_comes),
    ('the head answers the first measure, with undo and redo', head_answers),
    ('the head adds a file that is chosen and one that is pasted, with undo and redo', head_adds_files),
    ('the head submits six answers, and undo does not take back what was handed in', head_submits),
    ('the head sees that all waits for approval', head_leaves),
    ('the secretary comes, finds what waits, and has nothing to undo', secretary_comes),
    ('the secretary returns one answer with a comment', secretary_returns),
    ('the secretary approves the other five at once', secretary_approves),
    ('the head mends what was returned, with undo and redo, and submits it', head_mends),
    ('the secretary approves it', secretary_approves_the_last),
    ('the chief executive has all answers on paper', chief_reads),
    ('the chief executive has the evidence on paper', chief_looks_at_evidence),
    ('both doors tell the same', all_is_told),
    ('no warning in the log', log_is_clean),
]
STORY = Story('office', STEPS, start)


# What is there before

def write_picture():
    """A small picture of one colour."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    rows = b''.join(b'\0' + bytes([40, 120, 200]) * 120 for _ in range(80))
    with open(PNG, 'wb') as picture:
        picture.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 120, 80, 8, 2, 0, 0, 0))
                      + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def prepare():
    """The sample with a division head and a secretary, and without what was answered to six measures."""
    shutil.copyfile(SAMPLE, REGISTER)
    run_cli('set', REGISTER, 'person:' + HEAD, 'division', DIVISION)
    run_cli('set', REGISTER, 'person:' + HEAD, 'post', 'ผู้อำนวยการกองคลัง')
    run_cli('set', REGISTER, 'member:' + SECRETARY, 'role', 'คณะทำงานและเลขานุการ')
    for number in ANSWERS:
        for field in ('results', 'obstacles', 'recommendations', 'status'):
            run_cli('set', REGISTER, str(number), field, '', '--round', 'full-year')
    run_cli('report', SAMPLE, '--kind', 'memo', '--output', PDF)
    write_picture()


prepare()
lay_keyboard()
sys.exit(STORY.run(one_leads_to_another=True))
