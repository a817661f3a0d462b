#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""report-window.py BENCH FONTS SHARED: bench-report-window over 12 and 12 000 measures, and in the same run what Pango
and Cairo alone need for a table of as many rows (plain.c of the shared benches, where there are any). To be run on a
display. Asserts nothing: times belong to machines."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

SIZES = (12, 12000)
RUNS = 3


def cpu_of(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f'failed ({status}): {" ".join(map(str, command))}')
    return (usage.ru_utime + usage.ru_stime) * 1000


def compile_plain(source, folder):
    flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'pangocairo', 'fontconfig'], check=True,
                           capture_output=True, text=True).stdout.split()
    subprocess.run(['cc', '-O2', source, '-o', folder / 'plain', *flags], check=True)
    return folder / 'plain'


def tell_plain(shared, fonts, n):
    if not (shared / 'bench' / 'plain.c').exists() or not shutil.which('cc'):
        print('no reference: no plain.c or no compiler', flush=True)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plain = compile_plain(shared / 'bench' / 'plain.c', folder)
        table = folder / 'rows.tsv'
        with table.open('wb') as out:
            subprocess.run([sys.executable, shared / 'bench' / 'repeat.py', str(n), 'tsv'], check=True, stdout=out)
        runs = [cpu_of([plain, fonts, table, folder / 'plain.pdf']) for _ in range(RUNS)]
        print(f'reference: plain.c, {n} rows to the file: {statistics.median(runs):.0f} ms CPU', flush=True)


def main(bench, fonts, shared):
    for n in SIZES:
        tell_plain(shared, fonts, n)
        subprocess.run([bench, str(n)], check=True)


main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:4]))
