# SPDX-FileCopyrightText: The Mattra authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that a person takes before the screen, one after the other, told as TAP. A step is given the program that the
one before left, and returns another where it started one."""
import traceback

from desktop import Failed, Program, take_picture


def comment(text):
    print('\n'.join('# ' + line for line in text.splitlines()), flush=True)


class Story:
    """The steps, what they started, and how one begins where no program was left."""

    def __init__(self, name, steps, start):
        self.name = name
        self.steps = steps
        self.start = start
        self.started = []

    def run_program(self, arguments):
        program = Program(arguments)
        self.started.append(program)
        return program

    def find_noise(self):
        """What the programs complained of that nobody gave a reason to."""
        return [line for program in self.started if not program.may_complain
                for line in program.log().splitlines() if 'WARNING' in line or 'CRITICAL' in line]

    def take(self, step, program):
        if program is None:
            program = self.start()
        return step(program) or program

    def tell_failure(self, number, why):
        """A person would look at the screen, and end what hangs."""
        comment(str(why) if isinstance(why, Failed) else traceback.format_exc())
        take_picture(f'{self.name}-{number}')
        for program in self.started:
            code = program.process.poll()
            if code not in (None, 0):
                comment(f'the program ended with {code}')
            if code != 0:
                comment('\n'.join(program.log().splitlines()[-20:]))
            program.kill()

    def run(self, one_leads_to_another=False):
        """Returns the status to exit with. Where one step leads to another none is taken after one that failed."""
        print(f'1..{len(self.steps)}', flush=True)
        failed = False
        program = None
        for number, (name, step) in enumerate(self.steps, 1):
            if failed and one_leads_to_another:
                print(f'not ok {number} {name}: not reached', flush=True)
                continue
            try:
                program = self.take(step, program)
                print(f'ok {number} {name}', flush=True)
            except Exception as why:
                failed = True
                program = None
                print(f'not ok {number} {name}', flush=True)
                self.tell_failure(number, why)
        for each in self.started:
            each.kill()
        return 1 if failed else 0
