#!/usr/bin/python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""look-at-grid.py PROGRAM: a table of 300 rows as a screen reader has it: what is on the accessibility bus, and
what is told while keys are pressed. GTK 4.8 tells the bus neither of row and column numbers nor of counts: those
are asked for in the program's own tests. Speaks TAP."""
import shutil
import sys
import traceback

try:
    from desktop import Failed, Program, focus_window, press, wait_for
except (ImportError, ValueError) as missing:
    print(f'1..0 # SKIP the accessibility bus cannot be read: {missing}')
    sys.exit(0)
if shutil.which('xdotool') is None:
    print('1..0 # SKIP xdotool is not installed')
    sys.exit(0)

COLUMNS = ['ที่', 'มาตรการ', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาดำเนินการ', 'สถานะ', 'ผลการดำเนินการ']
N_ROWS = 300


def cells(program):
    return list(program.find_all('table cell'))


def focused(program):
    return program.find('table cell', where=lambda node: 'focused' in node.states)


def hears(program, column, row):
    """What is said of the cell that has the keyboard: its text, then where it is."""
    def look():
        cell = focused(program)
        return cell is not None and cell.description.startswith(f'{column}, มาตรการที่ {row}')
    wait_for(f'the keyboard at {column}, row {row}', look)
    return focused(program)


def roles_and_names(program):
    table = program.see('table', 'Table')
    shown = [row for row in table.children if row.role == 'table row' and row.has_size()]
    heads = [row for row in shown if row.name == 'Column heads']
    if len(heads) != 1 or [head.name for head in heads[0].children] != COLUMNS:
        raise Failed(f'the heads are {[head.name for row in heads for head in row.children]}')
    names = [row.name for row in shown if row.name != 'Column heads']
    if names != [f'มาตรการที่ {i + 1}' for i in range(len(names))]:
        raise Failed(f'the rows are called {names}')
    for row in shown:
        if len(row.children) != len(COLUMNS):
            raise Failed(f'{row.name} has {len(row.children)} cells')
    if len(names) > 30:
        raise Failed(f'{len(names)} rows are told of, more than are in view')


def where_one_stands(program):
    first = hears(program, 'ที่', 1)
    if first.name != '1' or not {'selected', 'focusable', 'read only'} <= first.states:
        raise Failed(f'the first cell is “{first.name}”, {first.states}')
    press('Down', 'Right')
    cell = hears(program, 'มาตรการ', 2)
    if cell.name != 'การเปิดเผยข้อมูลสาธารณะ':
        raise Failed(f'the cell says “{cell.name}”')


def what_is_selected(program):
    press('shift+Right', 'shift+Down')
    wait_for('four selected cells',
             lambda: sum('selected' in node.states for node in cells(program)) == 4)
    hears(program, 'มาตรการ', 2)
    press('Escape')
    wait_for('one selected cell',
             lambda: sum('selected' in node.states for node in cells(program)) == 1)
    if not all('selectable' in node.states for node in cells(program)):
        raise Failed('a cell is not said to be selectable')


def far_away(program):
    press('ctrl+End')
    hears(program, COLUMNS[-1], N_ROWS)
    press('ctrl+Home')
    hears(program, COLUMNS[0], 1)


def log_is_clean(program):
    noise = [line for line in program.log().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    if noise:
        raise Failed('\n'.join(noise[:20]))


STEPS = [
    ('rows, cells and heads have roles and names', roles_and_names),
    ('the cell with the keyboard says its text and where it is', where_one_stands),
    ('what is selected is said', what_is_selected),
    ('the last cell and the first', far_away),
    ('no warning in the log', log_is_clean),
]


def main():
    print(f'1..{len(STEPS)}', flush=True)
    failed = False
    program = Program([sys.argv[1]])
    program.see('table cell', lambda name: name != '')
    focus_window(program)
    for number, (name, step) in enumerate(STEPS, 1):
        try:
            step(program)
            print(f'ok {number} {name}', flush=True)
        except Exception as why:
            failed = True
            print(f'not ok {number} {name}', flush=True)
            text = str(why) if isinstance(why, Failed) else traceback.format_exc()
            print('\n'.join('# ' + line for line in text.splitlines()), flush=True)
    program.kill()
    return 1 if failed else 0


sys.exit(main())
