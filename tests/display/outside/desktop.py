# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has before the screen: eyes (the accessibility bus), a mouse and a keyboard (real X
events), the clipboard of another program. Nothing here reaches into the program."""
import os
import signal
import subprocess
import time

import pyatspi

PATIENCE = 20.0


class Failed(Exception):
    """A thing that a person would expect to see was not seen."""


def wait_for(what, look, patience=PATIENCE):
    """Looks until there is something to see, and says what was waited for when there never is."""
    end = time.monotonic() + patience
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise Failed(f'not seen within {patience:.0f} s: {what}')
        time.sleep(0.05)


def walk(node):
    """Every accessible below a node; nodes that vanish while one looks are passed over."""
    try:
        children = [node.getChildAtIndex(i) for i in range(node.childCount)]
    except Exception:
        return
    for child in children:
        if child is not None:
            yield child
            yield from walk(child)


class Program:
    """The program in a window of its own, as a user started it."""

    def __init__(self, arguments, environment=None):
        self.errors_path = os.path.join(os.environ['HOME'], f'errors-{time.monotonic_ns()}.log')
        self.errors = open(self.errors_path, 'wb')
        self.may_complain = False
        self.process = subprocess.Popen(arguments, stderr=self.errors,
                                        env={**os.environ, **(environment or {})})

    def application(self):
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.process.pid:
                    return application
            except Exception:
                continue
        return None

    def nodes(self):
        application = self.application()
        if application is None:
            return ()
        application.clearCache()
        return walk(application)

    def find(self, role, name=None, where=None, showing=True):
        """The first accessible with a role whose name is, or passes, `name`; None if there is none."""
        for node in self.nodes():
            try:
                if role is not None and node.getRoleName() != role:
                    continue
                if callable(name) and not name(node.name):
                    continue
                if isinstance(name, str) and node.name != name:
                    continue
                if where is not None and not where(node):
                    continue
                if showing and min(extents(node)[2:]) <= 0:
                    continue
                return node
            except Exception:
                continue
        return None

    def see(self, role, name=None, where=None, patience=PATIENCE):
        return wait_for(f'{role} “{name if isinstance(name, str) else "…"}”',
                        lambda: self.find(role, name, where), patience)

    def log(self):
        self.errors.flush()
        with open(self.errors_path, encoding='utf-8', errors='replace') as log:
            return log.read()

    def wait_end(self, patience=PATIENCE):
        wait_for('the end of the program', lambda: self.process.poll() is not None, patience)
        return self.process.returncode

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def xdotool(*words):
    return subprocess.run(['xdotool', *words], check=True, capture_output=True, text=True,
                          timeout=60).stdout.strip()


def focus_window(program):
    """Without a window manager nobody gives a window the keyboard."""
    window = wait_for('a window on the screen',
                      lambda: search_windows(program.process.pid))[-1]
    xdotool('windowfocus', '--sync', window)
    return window


def search_windows(pid):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid)],
                           capture_output=True, text=True, timeout=60)
    return found.stdout.split()


def extents(node):
    box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return box.x, box.y, box.width, box.height


def click(node, button=1, times=1):
    x, y, width, height = extents(node)
    xdotool('mousemove', '--sync', str(x + width // 2), str(y + min(height // 2, 14)))
    xdotool('click', '--repeat', str(times), '--delay', '60', str(button))


def press(*keys):
    for key in keys:
        xdotool('key', '--clearmodifiers', key)
        time.sleep(0.03)


def type_text(text):
    xdotool('type', '--delay', '60', text)


def copy_elsewhere(text, target='UTF8_STRING'):
    """Puts a text on the clipboard as another program does; that program stays to serve it."""
    holder = subprocess.Popen(['xclip', '-quiet', '-selection', 'clipboard', '-target', target],
                              stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    holder.stdin.write(text.encode('utf-8'))
    holder.stdin.close()
    time.sleep(0.3)
    return holder


def picture(name):
    folder = os.environ.get('MATTRA_PICTURES_DIR')
    if folder:
        os.makedirs(folder, exist_ok=True)
        subprocess.run(['xwd', '-root', '-silent', '-out', os.path.join(folder, name + '.xwd')],
                       check=False, timeout=30)
