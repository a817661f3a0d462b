#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""grid.py BENCH_GRID DATA SHARED: bench-grid beside GtkColumnView (columnview.c of the shared benches) over the same
rows on the same display, both with the fonts, the dictionary and the drawing that the program gives itself where GL is
done by the processor; and what the one is of the other. Skips where there are no shared benches, no compiler or no
Xvfb. Asserts nothing: times belong to machines."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SIZES = (1200, 100000)
SKIPPED = 77
MEASURES = ('first frame', 'p50', 'p95', 'jump p50', 'memory')
FONTS_CONF = '''<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>
'''


def skip(why):
    print(f'SKIP: {why}')
    sys.exit(SKIPPED)


def run(program, table, environment):
    line = subprocess.run(['xvfb-run', '-a', '-s', '-screen 0 1366x768x24', program, table], env=environment,
                          check=True, capture_output=True, text=True).stdout.strip().split('\n')[-1]
    print(f'  {os.path.basename(program):<12}{line}', flush=True)
    return [float(re.search(rf'{name} ([\d.]+)', line).group(1)) for name in MEASURES]


def compile_columnview(source, folder):
    flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'gtk4'], check=True, capture_output=True, text=True)
    program = folder / 'columnview'
    subprocess.run(['cc', '-O2', '-w', source, '-o', program, *flags.stdout.split()], check=True)
    return program


def main(bench_grid, data, shared):
    if not (shared / 'bench' / 'columnview.c').exists():
        skip(f'{shared} has no bench/columnview.c')
    for tool in ('xvfb-run', 'cc', 'pkg-config'):
        if not shutil.which(tool):
            skip(f'{tool} is not installed')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / 'fonts.conf').write_text(FONTS_CONF.format(data / 'fonts'), encoding='utf-8')
        environment = dict(os.environ, GSK_RENDERER='cairo', GDK_DEBUG='gl-disable', GTK_A11Y='none', G_DEBUG='',
                           FONTCONFIG_FILE=str(folder / 'fonts.conf'),
                           LIBTHAI_DICTDIR=str(data / 'dictionary' / 'window'))
        columnview = compile_columnview(shared / 'bench' / 'columnview.c', folder)
        for n in SIZES:
            table = folder / f'{n}.tsv'
            with table.open('wb') as out:
                subprocess.run([sys.executable, shared / 'bench' / 'repeat.py', str(n), 'tsv'], check=True, stdout=out)
            print(f'{n} rows')
            ours = run(bench_grid, table, environment)
            theirs = run(columnview, table, environment)
            table.unlink()
            print('  ratio       ' + '  '.join(f'{what} {mine / max(other, 0.1):.2f}' for what, mine, other
                                               in zip(MEASURES, ours, theirs)), flush=True)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve())
