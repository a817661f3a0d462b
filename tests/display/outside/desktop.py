# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has before the screen: eyes (the accessibility bus), a mouse and a keyboard (real X
events), the clipboard of another program. Nothing here reaches into the program."""
import os
import shutil
import signal
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (the version comes first)

PATIENCE = 30.0
ACCESSIBLE = 'org.a11y.atspi.Accessible'
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW_COORDINATES = 1


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
        time.sleep(0.1)


class Bus:
    """The accessibility bus of the session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                                    None, 0, -1, None).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        # A program that starts before the registry does is never told that somebody looks.
        self.call('org.a11y.atspi.Registry', ROOT, 'org.freedesktop.DBus.Peer', 'Ping')

    def call(self, owner, path, interface, method, arguments=None):
        return self.connection.call_sync(owner, path, interface, method, arguments, None, 0, 20000,
                                         None).unpack()

    def find_owner(self, pid):
        """The name on the bus of the program with a process number; None while the registry does not have it.
        GTK complains where it is asked for its windows before it is registered."""
        daemon = ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus')
        for name, _ in self.call('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren')[0]:
            try:
                if self.call(*daemon, 'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))[0] == pid:
                    return name
            except GLib.Error:
                continue
        return None


def role_name(number):
    return Atspi.Role(number).value_nick.replace('-', ' ')


def state_names(words):
    bits = words[0] | words[1] << 32
    return {state.value_nick.replace('-', ' ') for value, state in Atspi.StateType.__enum_values__.items()
            if bits >> value & 1}


class Node:
    """An accessible as it was when one looked."""

    def __init__(self, program, item):
        (_, self.path), _, _, _, _, _, self.name, role, self.description, states = item
        self.program = program
        self.role = role_name(role)
        self.states = state_names(states)
        self.parent = None
        self.children = []

    def extents(self):
        return self.program.call(self.path, 'org.a11y.atspi.Component', 'GetExtents',
                                 GLib.Variant('(u)', (WINDOW_COORDINATES,)))[0]

    def has_size(self):
        try:
            return min(self.extents()[2:]) > 0
        except GLib.Error:
            return False


class Program:
    """The program in a window of its own, as a user started it."""

    def __init__(self, arguments, environment=None):
        self.bus = Bus()
        self.owner = None
        self.may_complain = False
        self.errors_path = os.path.join(os.environ['HOME'], f'errors-{time.monotonic_ns()}.log')
        self.errors = open(self.errors_path, 'wb')
        self.process = subprocess.Popen(arguments, stderr=self.errors,
                                        env={**os.environ, **(environment or {})})

    def call(self, path, interface, method, arguments=None):
        return self.bus.call(self.owner, path, interface, method, arguments)

    def read_items(self):
        """What the program has told the bus so far, also of things that are no longer shown."""
        items = self.call('/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')[0]
        return {item[0][1]: Node(self, item) for item in items}

    def read_children(self, paths):
        """The children of each path. All are asked for at once: a busy program answers many questions as soon as one."""
        children = {}

        def take(connection, result, path):
            try:
                children[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
            except GLib.Error:
                children[path] = []  # it went meanwhile

        for path in paths:
            self.bus.connection.call(self.owner, path, ACCESSIBLE, 'GetChildren', None, None, 0, 20000, None, take, path)
        while len(children) < len(paths):
            GLib.MainContext.default().iteration(True)
        return children

    def read_tree(self):
        """Every accessible that is there now, in the order of the screen's tree: (path, path of its parent).
        A program tells of children when somebody asks for them."""
        children = {}
        level = [ROOT]
        while level:
            found = self.read_children(level)
            children.update(found)
            level = [child for path in level for child in found[path] if child not in children]
        tree = []
        waiting = [(ROOT, None)]
        while waiting:
            path, parent = waiting.pop()
            tree.append((path, parent))
            waiting.extend((child, path) for child in reversed(children.pop(path, [])))
        return tree

    def nodes(self):
        if self.owner is None:
            self.owner = self.bus.find_owner(self.process.pid)
        if self.owner is None:
            return []
        try:
            tree = self.read_tree()
            items = self.read_items()
        except GLib.Error:
            return []
        for path, parent in tree:
            if path in items and parent in items:
                items[path].parent = items[parent]
                items[parent].children.append(items[path])
        return [items[path] for path, _ in tree if path in items]

    def find_all(self, role, name=None, where=None):
        """The accessibles of a role whose name is, or passes, `name`, as far as they have a size."""
        for node in self.nodes():
            if role is not None and node.role != role:
                continue
            if callable(name) and not name(node.name):
                continue
            if isinstance(name, str) and node.name != name:
                continue
            if where is not None and not where(node):
                continue
            if node.has_size():
                yield node

    def find(self, role, name=None, where=None):
        return next(self.find_all(role, name, where), None)

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


def search_windows(pid, title=None):
    """The windows of a program that can be seen, or those of them that are called so."""
    name = ['--all', '--name', title] if title else []
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid), *name],
                           capture_output=True, text=True, timeout=60)
    return found.stdout.split()


def click(node, button=1, times=1):
    x, y, width, height = node.extents()
    xdotool('mousemove', '--sync', str(x + width // 2), str(y + min(height // 2, 14)))
    xdotool('click', '--repeat', str(times), '--delay', '60', str(button))


def press(*keys):
    for key in keys:
        xdotool('key', '--clearmodifiers', key)
        time.sleep(0.03)


def lay_keyboard():
    """A Thai keyboard beside the Latin one, as the PC of an office has: letters that lie on no key would be
    typed by laying them on one first, which comes too late for a program that is busy."""
    subprocess.run(['setxkbmap', '-layout', 'us,th'], check=True, timeout=60)
    laid = subprocess.run(['setxkbmap', '-query'], check=True, capture_output=True, text=True, timeout=60).stdout
    if 'us,th' not in laid:
        raise Failed(f'the keyboard did not stay:\n{laid}')


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


def take_picture(name):
    """The screen as it is, for whoever looks why a step failed."""
    folder = os.environ.get('MATTRA_PICTURES_DIR')
    if folder and shutil.which('import'):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')], check=False,
                       timeout=30)
