#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""start.py FIRST_FRAME MATTRA SAMPLE BARE: CPU time of whole processes from exec to the first frame that shows rows of
the sample, beside a bare libadwaita window to its first frame; medians of runs that take turns. The limit that the
program sets itself is 500 ms. Asserts nothing: times belong to machines. To be run on a display."""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

RUNS = 7
LIMIT = 500


def run(first_frame, command, widget):
    environment = dict(os.environ, LD_PRELOAD=str(first_frame), FIRST_FRAME_OF=widget)
    line = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout
    return [float(re.search(rf'{name} ([\d.]+)', line).group(1)) for name in ('cpu', 'user', 'frames', 'memory')]


def run_on_copy(first_frame, mattra, sample, folder):
    copy = folder / sample.name
    for old in folder.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copy(sample, copy)
    return run(first_frame, [mattra, copy], 'MattraGridRow')


def tell(name, runs):
    cpu, user, frames, memory = (statistics.median(column) for column in zip(*runs))
    print(f'  {name:<16}{cpu:7.0f} ms CPU ({user:.0f} user), frames {frames:.0f}, {memory:.0f} MB', flush=True)
    return cpu


def main(first_frame, mattra, sample, bare):
    ours = []
    plain = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(RUNS + 1):
            plain.append(run(first_frame, [bare], 'GtkLabel'))
            ours.append(run_on_copy(first_frame, mattra, sample, pathlib.Path(name)))
    print('To the first frame (the first run of each, with cold caches, is left out)')
    other = tell('bare window', plain[1:])
    mine = tell('mattra, sample', ours[1:])
    print(f'  ratio {mine / other:.2f}, limit {LIMIT} ms CPU: {"kept" if mine <= LIMIT else "missed"}')


main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:5]))
