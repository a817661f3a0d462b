#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""whole-process.py MATTRA_CLI FONTS SHARED [--rows N,N…] [--runs R]

Times mattra-cli as whole processes: import, show, and the report beside plain.c, which is what Pango
and Cairo cost by themselves. Each figure is the median of R runs of CPU seconds (user + system), the
commands taking turns so that a noisy machine is noisy for all of them. Prints Markdown tables."""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument('cli', type=pathlib.Path)
parser.add_argument('fonts', type=pathlib.Path)
parser.add_argument('shared', type=pathlib.Path)
parser.add_argument('--rows', default='12,1200,12000')
parser.add_argument('--runs', type=int, default=3)
arguments = parser.parse_args()
SHARED_BENCH = arguments.shared / 'bench'
if not (SHARED_BENCH / 'plain.c').exists():
    print(f'skipped: no {SHARED_BENCH / "plain.c"}')
    sys.exit(77)


def run(command, output=None):
    """CPU seconds, peak memory in MB and what it printed (when output is None)."""
    with open(output or os.devnull, 'wb') as sink:
        process = subprocess.Popen([str(word) for word in command], stdout=sink)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f'failed ({status}): {" ".join(map(str, command))}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median_of(commands, runs):
    """Runs the named commands in turn; returns name -> (median CPU, largest memory)."""
    taken = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, prepare) in commands.items():
            if prepare:
                prepare()
            taken[name].append(run(command))
    return {name: (statistics.median(t for t, _ in all_), max(m for _, m in all_)) for name, all_ in taken.items()}


def build_plain(folder):
    flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'pangocairo', 'fontconfig'],
                           capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(['cc', '-O2', SHARED_BENCH / 'plain.c', '-o', folder / 'plain', *flags], check=True)
    return folder / 'plain'


def rows_of(folder, n, form):
    path = folder / f'{n}.{form}'
    with open(path, 'wb') as sink:
        subprocess.run([sys.executable, SHARED_BENCH / 'repeat.py', str(n), form], stdout=sink, check=True)
    return path


def pages_of(pdf):
    text = subprocess.run(['pdfinfo', pdf], capture_output=True, text=True).stdout
    return next((line.split()[1] for line in text.splitlines() if line.startswith('Pages:')), '?')


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    plain = build_plain(folder)
    print('| measures | command | CPU s | of plain.c | peak MB | pages |')
    print('|---:|---|---:|---:|---:|---:|')
    for n in map(int, arguments.rows.split(',')):
        text, table = rows_of(folder, n, 'txt'), rows_of(folder, n, 'tsv')
        register = folder / f'{n}.mattra'
        sealed = folder / f'{n}-sealed.mattra'
        report = [arguments.cli, 'report', register, '--date', '2023-04-05', '--output']
        commands = {
            'plain.c': ([plain, arguments.fonts, table, folder / 'plain.pdf'], None),
            'import': ([arguments.cli, 'import', text, '--into', register], lambda: register.unlink(missing_ok=True)),
            'show --json': ([arguments.cli, 'show', register, '--json', '--on', '2023-04-05'], None),
            'report --no-tags': ([*report, folder / 'untagged.pdf', '--no-tags'], None),
            'report': ([*report, folder / 'tagged.pdf'], None),
            'seal': ([arguments.cli, 'seal', sealed, '--date', '2023-04-05', '--output', folder / 'sealed.pdf'],
                     lambda: shutil.copyfile(register, sealed)),
            'verify': ([arguments.cli, 'verify', folder / 'sealed.pdf', '--against', sealed], None),
        }
        if n > 12000:
            commands = {k: commands[k] for k in ('import', 'show --json')}
        results = median_of(commands, arguments.runs)
        base = results.get('plain.c', (0, 0))[0]
        papers = {'plain.c': 'plain.pdf', 'report --no-tags': 'untagged.pdf', 'report': 'tagged.pdf'}
        for label, (cpu, memory) in results.items():
            ratio = f'{cpu / base:.2f}' if base and label in papers else ''
            pages = pages_of(folder / papers[label]) if label in papers else ''
            print(f'| {n} | {label} | {cpu:.2f} | {ratio} | {memory:.0f} | {pages} |', flush=True)
