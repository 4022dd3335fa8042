# gdb-guest.py - for gdb: the socket calls of a program in a guest that starts stopped.
# SPDX-License-Identifier: MIT
#
# Run by trapgate guest --gdb (tools/guest/gdb.c).  From the environment:
#   TRAPGATE_GDB_MODE     "batch": run to the end, and print each hit; "terminal": stop
#                         at each hit
#   TRAPGATE_GDB_OUTPUT   with "batch", the descriptor to print to
#   TRAPGATE_GDB_SOCKET   qemu's
#   TRAPGATE_GDB_PROGRAM  the path of the program in the guest
#   TRAPGATE_GDB_SYMBOLS  an ELF file with the kernel's symbols
#   TRAPGATE_GDB_TEXT     if there is none yet, the kernel's kallsyms to make it from
#   TRAPGATE_DATA         trapgate's tables

import os
import sys

import gdb

sys.dont_write_bytecode = True
PARTS = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, PARTS)
TABLES = os.path.join(PARTS, "..", "trace.d")

import guest_symbols  # noqa: E402
from guest_calls import Calls  # noqa: E402
from guest_cpu import Cpu  # noqa: E402
from guest_symbols import address_of, where  # noqa: E402
from guest_tables import Tables  # noqa: E402

BATCH = os.environ["TRAPGATE_GDB_MODE"] == "batch"
# The kernel's first instructions, and the programs that use them; also the gate of
# vector 0x80, whatever its function is.
ENTRIES = {"entry_SYSENTER_32": "i386", "entry_SYSENTER_compat": "i386",
           "entry_SYSCALL_compat": "i386", "entry_SYSCALL_64": "x86_64"}
VECTOR = 0x80
GATES = {14: "an interrupt gate", 15: "a trap gate"}

HELP = """\
The guest is stopped at its first instruction, and "continue" boots its kernel.  gdb
stops at the start of %s, and then at each trap of a
socket call, at the kernel's function of the call and at each function below it:
  tg-calls  the socket calls so far, with their results
  tg-gate   the IDT gate of vector 0x80
  tg-table  the entry of sys_call_table for a number, as in "tg-table 102"
  tg-run    continue, and print each hit without stopping
  tg-help   this text
gdb's own commands work, too: "break tcp_close", "x/5i $pc", "info registers"."""


def say(text):
    """Prints a line by one write, and not to a string of gdb's."""
    if BATCH:
        os.write(int(os.environ["TRAPGATE_GDB_OUTPUT"]), b"gdb: %s\n" % text.encode())
    else:
        gdb.flush()
        os.write(1, text.encode() + b"\n")


class Point(gdb.Breakpoint):
    """A breakpoint whose hits are lab.hit's arguments."""

    def __init__(self, address, kind, *what, internal=False):
        super().__init__("*%#x" % address, internal=internal)
        self.kind, self.what = kind, what
        self.silent = True

    def stop(self):
        return lab.hit(self.kind, *self.what)


class Lab:
    def __init__(self):
        self.kernel = gdb.selected_frame().architecture().name()
        self.kernel = "x86_64" if self.kernel == "i386:x86-64" else "i386"
        self.tables = Tables(TABLES, os.environ["TRAPGATE_DATA"], self.kernel)
        self.cpu = Cpu(self.kernel)
        self.calls = Calls(self.cpu, self.tables, say)
        self.program = os.environ["TRAPGATE_GDB_PROGRAM"]
        self.started = self.running = False
        self.sites, self.wanted = set(), []     # Return addresses.
        self.failure = None                     # An exception.

    def start(self):
        """Before the kernel runs: only the start of the program matters."""
        found = [Point(address_of(name), "execve", arch, internal=True)
                 for arch, pattern in self.tables.patterns.items()
                 for name in (pattern.replace("%", "execve"),
                              "__ia32_compat_sys_execve" if arch == "i386" else "")
                 if name and address_of(name)]
        if not found:
            raise gdb.GdbError("the symbols have no function of execve, such as "
                               "__ia32_sys_execve; the kernel must be of Linux 5.7 or "
                               "newer (x86_64: 4.17)")

    def hit(self, kind, *what):
        """Whether gdb is to stop.  gdb would print an exception and go on."""
        try:
            return self.take(kind, *what)
        except Exception as error:
            self.failure = error
            return True

    def take(self, kind, *what):
        """No breakpoint may be made here."""
        if kind == "execve":
            return self.execve(*what)
        if kind == "exit":
            self.calls.forget(self.cpu.task())
        elif kind == "return":
            self.calls.leave(*what)
        elif kind == "trap":
            text = self.calls.trap(*what)
            if text and not self.running:
                self.calls.take_trap()
                say(text)
                return True
        else:
            back = self.calls.enter(*what)
            if back and back not in self.sites:
                self.sites.add(back)
                self.wanted.append(back)
            return bool(back) and (bool(self.wanted) or not self.running)
        return False

    def execve(self, arch):
        if self.started:
            return False
        path = self.cpu.argument(0, ["rdi"] if self.kernel == "x86_64" else ["eax"])
        first = {"i386": "ebx", "x86_64": "rdi"}[arch]
        path = self.cpu.word(path + self.tables.offsets[arch][first],
                             4 if arch == "i386" else 8)
        if not path or self.cpu.text(path) != os.fsencode(self.program):
            return False
        self.started = True
        say("process %d: execve %s" % (self.calls.process(self.cpu.task()),
                                       ascii(self.program)[1:-1]))
        self.say_gate()
        return True

    def say_gate(self):
        at, selector, function, kind, level, present = self.cpu.gate(VECTOR)
        say("vector %#x: gate at %#x, %s, DPL %d, %s, selector %#x, function %#x %s" % (
            VECTOR, at, GATES.get(kind, "type %d" % kind), level,
            "present" if present else "not present", selector, function,
            where(function)))

    def say_table(self, number):
        for arch in self.tables.patterns:
            name, table = self.calls.table(arch)
            if table:
                entry = self.cpu.word(table + number * self.cpu.size)
                if entry is None or not where(entry).endswith("+0x0"):
                    say("%s has no call %d" % (name, number))
                    continue
                say("%s[%d] at %#x = %#x %s" % (name, number,
                                                table + number * self.cpu.size, entry,
                                                where(entry)))
            else:
                say("this kernel has no %s" % name)

    def prepare(self):
        """After a stop: makes the breakpoints that it calls for."""
        if self.failure:
            error, self.failure = self.failure, None
            raise error
        if self.started and not self.sites:
            self.sites.add(0)
            # gdb would print a line for each.
            gdb.execute("python lab.make_points()", to_string=True)
        while self.wanted:
            back = self.wanted.pop()
            Point(back, "return", back, internal=True)

    def make_points(self):
        gate = self.cpu.gate(VECTOR)[2]
        Point(gate, "trap", where(gate).replace("+0x0", ""), "i386")
        for name, arch in ENTRIES.items():
            if arch in self.tables.patterns and address_of(name):
                Point(address_of(name), "trap", name, arch)
        for name in list(self.tables.entries) + list(self.tables.functions):
            if address_of(name):
                Point(address_of(name), "function", name)
        Point(address_of("do_exit"), "exit", internal=True)

    def run(self):
        """Continues until a stop that is not ours, or the end of the guest."""
        self.running = True
        try:
            while True:
                self.stopped_by_us = False
                try:
                    gdb.execute("continue", to_string=True)
                except gdb.error:
                    if gdb.selected_inferior().pid:
                        raise
                    if not BATCH:
                        say("the guest has ended")
                    return
                if not self.stopped_by_us:
                    return
                self.prepare()
        finally:
            self.running = False


def stopped(event):
    """Of gdb's events."""
    points = getattr(event, "breakpoints", [])
    lab.stopped_by_us = bool(points) and all(isinstance(p, Point) for p in points)
    if lab.stopped_by_us and not lab.running:
        lab.prepare()


class Command(gdb.Command):
    def __init__(self, name, action):
        super().__init__(name, gdb.COMMAND_USER)
        self.action = action

    def invoke(self, argument, from_tty):
        self.action(argument)


def print_calls(_):
    for line in lab.calls.summary():
        say(line)


def print_table(argument):
    if not argument.isdigit():
        raise gdb.GdbError("tg-table: the number of a call, as in tg-table 102")
    lab.say_table(int(argument))


def connect():
    for setting in ("confirm off", "pagination off", "height 0", "width 0",
                    "remotetimeout 60", "tcp auto-retry off"):
        gdb.execute("set " + setting)
    symbols = os.environ["TRAPGATE_GDB_SYMBOLS"]
    if os.environ["TRAPGATE_GDB_TEXT"]:
        guest_symbols.make(os.environ["TRAPGATE_GDB_TEXT"], symbols)
    quoted = symbols.replace("\\", "\\\\").replace('"', '\\"')
    gdb.execute('symbol-file "%s"' % quoted, to_string=True)
    gdb.execute("target remote " + os.environ["TRAPGATE_GDB_SOCKET"], to_string=True)


def main():
    global lab
    connect()
    lab = Lab()
    lab.start()
    gdb.events.stop.connect(stopped)
    if not BATCH:
        Command("tg-help", lambda _: say(HELP % ascii(lab.program)[1:-1]))
        Command("tg-calls", print_calls)
        Command("tg-gate", lambda _: lab.say_gate())
        Command("tg-table", print_table)
        Command("tg-run", lambda _: lab.run())
        say(HELP % ascii(lab.program)[1:-1])
        return 0
    lab.run()
    if gdb.selected_inferior().pid:
        raise gdb.GdbError("the guest stopped at %s" % where(lab.cpu.register(
            lab.cpu.ip)))
    print_calls("")
    if not lab.started:
        raise gdb.GdbError("the start of %s was not seen; are the symbols those of this "
                           "kernel?" % ascii(lab.program))
    return 0


try:
    failed = main()
except (gdb.error, gdb.GdbError) as error:
    say(str(error).replace("\n", " "))
    failed = 1
except Exception as error:
    say("%s: %s" % (type(error).__name__, str(error).replace("\n", " ")))
    failed = 1
if BATCH or failed:
    gdb.execute("quit %d" % failed)
