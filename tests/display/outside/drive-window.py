#!/usr/bin/python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive-window.py MATTRA MATTRA_CLI SAMPLE: a day at the register as its secretary has it, driven from
outside: cells are found on the accessibility bus, keys and clicks are real X events, the clipboard
belongs to another program, and what was done is read back by the other door. Speaks TAP."""
import json
import os
import shutil
import signal
import subprocess
import sys
import time

try:
    from desktop import (Failed, click, copy_elsewhere, focus_window, lay_keyboard, press, type_text,
                         wait_for)
    from steps import Story
except (ImportError, ValueError) as missing:
    print(f'1..0 # SKIP the accessibility bus cannot be read: {missing}')
    sys.exit(0)
for tool in ('xdotool', 'xclip', 'setxkbmap'):
    if shutil.which(tool) is None:
        print(f'1..0 # SKIP {tool} is not installed')
        sys.exit(0)

MATTRA, CLI, SAMPLE = sys.argv[1:4]
REGISTER = os.path.join(os.environ['HOME'], 'ทะเบียน ๒๕๖๙.mattra')
TITLE_2 = 'พัฒนาความรู้ด้านกฎหมายและระเบียบแก่บุคลากร'
TITLE_3 = 'เปิดเผยแผนและผลการใช้จ่ายงบประมาณ'
RESULTS_AFTER_TITLE = 5  # columns from the title to the results
RESULT_3 = 'เผยแพร่รายงานผลการใช้จ่ายงบประมาณครบ ๔ ไตรมาส'
WRITTEN = 'เผยแพร่รายงานครบ ๔ ไตรมาส น้ำใจงดงาม ปี ๒๕๖๙'
DRAFT = 'ข้อความที่ยังพิมพ์ไม่เสร็จ'


def cli(*arguments):
    return subprocess.run([CLI, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout


def measures():
    return json.loads(cli('show', REGISTER, '--json', '--round', 'full-year'))['measures']


def stands(what, number, field, expected):
    def look():
        return next(m for m in measures() if m['number'] == number).get(field) == expected
    wait_for(what, look)


def cell(program, text):
    return program.see('table cell', lambda name: text in name)


def shown_titles(program):
    """The titles on the screen, from the top down."""
    titles = {m['title'] for m in measures()}
    cells = program.find_all('table cell', lambda name: name in titles)
    return [name for _, name in sorted((node.extents()[1], node.name) for node in cells)]


def title_cell(program, place=0):
    """The cell of a measure by its place on the screen, from the top down."""
    return program.see('table cell', wait_for('titles', lambda: shown_titles(program)[place:])[0])


def start():
    program = STORY.run_program([MATTRA, REGISTER])
    program.see('table cell', lambda name: name != '')
    focus_window(program)
    return program


def edit_in_thai(program):
    click(cell(program, TITLE_3))
    press(*['Right'] * RESULTS_AFTER_TITLE)
    press('F2', 'ctrl+a')
    type_text(WRITTEN)
    press('Tab')
    stands('the typed result in the register', 3, 'results', [WRITTEN])
    cell(program, WRITTEN)


def undo_and_redo(program):
    before = next(m for m in measures() if m['number'] == 3)['results']
    press('ctrl+z')
    wait_for('the old result after undo', lambda: RESULT_3 in str(next(
        m for m in measures() if m['number'] == 3)['results']))
    cell(program, RESULT_3)
    press('ctrl+shift+z')
    stands('the typed result after redo', 3, 'results', before)
    cell(program, WRITTEN)


def pasted_title(i):
    return f'มาตรการที่วาง เลขที่ ๙๗{"๐๑๒๓๔๕"[i]}'


def paste_block(program):
    """Five rows of title, steps and responsible, as another program copied them."""
    rows = [[pasted_title(i), f'ขั้นตอนที่วางแถวที่ {i}', 'กองคลัง'] for i in range(1, 6)]
    holder = copy_elsewhere('\n'.join('\t'.join(row) for row in rows) + '\n')
    try:
        click(cell(program, TITLE_2))
        press('ctrl+v')
        button = wait_for('the pasted rows or a preview', lambda: pasted(rows) or program.find(
            'push button', lambda name: 'paste' in name.lower().replace('_', '')))
        if button is not True:
            press('Return')
        wait_for('the pasted rows', lambda: pasted(rows))
    finally:
        holder.kill()
        holder.wait()


def pasted(rows):
    found = {m['number']: m for m in measures()}
    return all(found[i]['title'] == row[0] and found[i]['steps'] == [row[1]]
               and found[i]['responsible'] == [row[2]] for i, row in enumerate(rows, 2))


def filter_rows(program):
    """Blind to the script of digits: the text was typed in Thai ones."""
    press('ctrl+f')
    time.sleep(0.5)
    type_text('เลขที่ 974')
    wait_for('one row left by the search',
             lambda: shown_titles(program) == [pasted_title(4)])
    press('Escape')
    wait_for('all rows after the search', lambda: len(shown_titles(program)) > 3)


def head(program):
    """GTK 4.8 tells the bus of heads as fillers; it is their name and their row that tell them apart."""
    return program.see('filler', 'มาตรการ', lambda node: node.parent.role == 'table row')


def screen_at(program, key, seen_before=None):
    """The titles on the screen at one end of the table."""
    press(key)
    return wait_for(f'other rows after {key}', lambda: (lambda titles: titles not in ([], seen_before)
                                                        and titles)(shown_titles(program)))


def sort_rows(program):
    """The cursor stays with its measure, so the order is read at the ends of the table."""
    click(cell(program, shown_titles(program)[0]))
    own = screen_at(program, 'ctrl+Home')
    click(head(program))
    ascending = screen_at(program, 'ctrl+Home', own)
    click(head(program))
    descending = screen_at(program, 'ctrl+End', ascending)
    few = min(3, len(ascending), len(descending))
    if list(reversed(descending))[:few] != ascending[:few]:
        raise Failed(f'ascending from {ascending[:few]}, descending to {descending[-few:]}')
    click(head(program))
    if screen_at(program, 'ctrl+Home', descending) != own:
        raise Failed("not the register's own order")


def reorder_rows(program):
    order = [m['title'] for m in measures()]
    click(cell(program, order[3]))
    press('alt+Up')
    wait_for('the moved row', lambda: [m['title'] for m in measures()][2] == order[3])


def switch_division(program):
    click(program.see('list item', lambda name: name.startswith('กองช่าง')))
    expected = {m['title'] for m in measures()
                if 'กองช่าง' in m['responsible'] or any('ทุก' in p for p in m['responsible'])}
    wait_for("the division's measures", lambda: set(shown_titles(program)) <= expected
             and len(shown_titles(program)) > 0)


def close_and_reopen(program):
    click(title_cell(program))
    shown = shown_titles(program)
    press('ctrl+q')
    code = program.wait_end()
    if code != 0:
        raise Failed(f'the program ended with {code}:\n{program.log()[-3000:]}')
    again = start()
    wait_for('the table as it was left', lambda: shown_titles(again) == shown)
    return again


def history_names_acts(_):
    history = cli('history', REGISTER)
    for word in ('undo', 'redo', 'paste', 'move'):
        if word not in history.lower():
            raise Failed(f'“{word}” is not in the history:\n{history[-3000:]}')


def kill_while_typing(program):
    """What was typed a second before is offered back; what was committed stands."""
    committed = measures()
    click(title_cell(program))
    press('F2', 'ctrl+a')
    type_text(DRAFT)
    time.sleep(1.0)
    program.kill()
    if measures() != committed:
        raise Failed('something committed was lost, or something uncommitted was written')
    again = start()
    again.see(None, lambda name: DRAFT in name)
    return again


def lose_display(program):
    """A display of its own that dies while one types."""
    program.kill()
    display = subprocess.Popen(['Xvfb', '-displayfd', '1', '-screen', '0', '1366x768x24', '-noreset'],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    number = display.stdout.readline().strip()
    outer = os.environ['DISPLAY']
    os.environ['DISPLAY'] = f':{number}'
    try:
        lay_keyboard()
        other = start()
        other.may_complain = True
        click(title_cell(other, 1))
        press('F2', 'ctrl+a')
        type_text(DRAFT + ' เมื่อจอดับ')
        time.sleep(1.0)
    finally:
        os.environ['DISPLAY'] = outer
        display.send_signal(signal.SIGKILL)
        display.wait()
    wait_for('the end of the program without a display', lambda: other.process.poll() is not None)
    again = start()
    again.see(None, lambda name: DRAFT + ' เมื่อจอดับ' in name)
    return again


def log_is_clean(_):
    noise = STORY.find_noise()
    if noise:
        raise Failed('\n'.join(noise[:20]))


STEPS = [
    ('edit a cell found by its name, in Thai, and Tab', edit_in_thai),
    ('undo and redo', undo_and_redo),
    ('paste 5 x 3 cells of another program', paste_block),
    ('search', filter_rows),
    ('sort by a header', sort_rows),
    ('move a row', reorder_rows),
    ('switch to a division', switch_division),
    ('close and reopen: all as left', close_and_reopen),
    ('the history names each act', history_names_acts),
    ('killed while typing: the text is offered back', kill_while_typing),
    ('the display lost while typing: the text is offered back', lose_display),
    ('no warning in the log', log_is_clean),
]


STORY = Story('outside', STEPS, start)


def main():
    shutil.copyfile(SAMPLE, REGISTER)
    lay_keyboard()
    return STORY.run()


sys.exit(main())
