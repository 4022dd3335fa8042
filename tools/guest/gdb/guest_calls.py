# guest_calls.py - the socket calls of a program, seen from the kernel's functions.
# SPDX-License-Identifier: MIT
#
# Each hit of a breakpoint becomes a line: the trap, the function of the system call,
# the functions below it, and what each returned.

import errno

from guest_symbols import address_of, place, where
from guest_tables import ARGUMENTS, NUMBER, OF_C

# Results that no program sees, of include/linux/errno.h.
INTERNAL = {512: "ERESTARTSYS", 513: "ERESTARTNOINTR", 514: "ERESTARTNOHAND",
            516: "ERESTART_RESTARTBLOCK"}


def signed(value, bits=32):
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def result_text(value, kind="int", bits=32):
    """As C has it: a small negative number is an error, of a pointer, too."""
    number = signed(value, bits if kind == "ptr" else 32)
    name = errno.errorcode.get(-number, INTERNAL.get(-number))
    if kind == "-":
        return "void"
    if name:
        return "%d (%s)" % (number, name)
    return "%#x" % value if kind == "ptr" else "%d" % number


class Frame:
    """A function that has been entered."""

    def __init__(self, name, sp, depth, call):
        self.name, self.sp, self.depth, self.call = name, sp, depth, call


class Calls:
    def __init__(self, cpu, tables, say):
        self.cpu, self.tables, self.say = cpu, tables, say
        self.processes = {}             # Task: number.
        self.count = 0
        self.frames = {}                # Task: frames, outermost first.
        self.returns = {}               # (Return address, stack pointer): frames.
        self.traps = {}                 # Address space: traps not yet in the kernel's C.
        self.calls = []
        self.last = None                # Registers of the last hit.
        self.system_tables = {}
        self.shown = set()              # Numbers whose entry of the table was.

    # --- What is there.

    def process(self, task):
        if task not in self.processes:
            self.count += 1
            self.processes[task] = self.count
        return self.processes[task]

    def forget(self, task):
        """A task ends: another one may get its stack."""
        self.processes.pop(task, None)
        self.frames.pop(task, None)

    def is_repeated(self, names):
        """An interrupt at the address of a breakpoint makes it stop there again."""
        now = [self.cpu.register(n) for n in names + [self.cpu.ip, self.cpu.sp, "cr3"]]
        same, self.last = now == self.last, now
        return same

    def table(self, arch):
        """(name, address) of the table with the functions of an architecture's calls."""
        if arch not in self.system_tables:
            other = arch == "i386" and self.cpu.kernel != arch
            name = "ia32_sys_call_table" if other else "sys_call_table"
            address = address_of(name)
            # Without CONFIG_KALLSYMS_ALL, functions alone have symbols.
            if not address and not other:
                first = [address_of(self.tables.patterns[arch].replace("%", n))
                         for n in ("restart_syscall exit fork read" if arch == "i386"
                                   else "read write open close").split()]
                end = address_of("_etext")
                address = end and all(first) and self.cpu.find_table(end, first)
            self.system_tables[arch] = name, address
        return self.system_tables[arch]

    def dispatch(self, arch, back):
        """How the code that returns to BACK chose the function of a call."""
        name, table = self.table(arch)
        code = self.cpu.bytes_at(back - 64, 64) or bytes(64)
        switch = self.tables.switches[arch]
        target = back + signed(int.from_bytes(code[-4:], "little"))
        # The switch may jump to the function, which then returns to its caller.
        if place(back)[0] == switch or (code[-5] == 0xE8 and target == address_of(switch)):
            return "the switch of " + switch
        if table and (table & 0xFFFFFFFF).to_bytes(4, "little") in code:
            return name
        return "unknown code"

    def entry(self, arch, number, back):
        """The table's entry of a call, and whether it is in the path."""
        name, table = self.table(arch)
        by = self.dispatch(arch, back)
        if not table:
            return "no %s; dispatch by %s" % (name, by)
        at = table + number * self.cpu.size
        entry = self.cpu.word(at)
        return "%s[%d] at %#x = %#x %s; dispatch by %s" % (
            name, number, at, entry, where(entry),
            "it" if by == name else by + ", not by the table")

    # --- Hits.

    def trap(self, function, arch):
        """The first instruction of the kernel.  Returns the text of a socket call."""
        number = self.cpu.register(NUMBER[arch]) & 0xFFFFFFFF
        if not self.tables.is_socket_call(arch, number):
            return None
        names = [NUMBER[arch]] + ARGUMENTS[arch]
        if self.is_repeated(names):
            return None
        # The vdso's SYSCALL leaves ecx in ebp, and its SYSENTER has esp there.
        values = [self.cpu.register(n) for n in names]
        # On a 64-bit kernel the upper halves are the program's, too.
        if arch == "i386":
            values = [v & 0xFFFFFFFF for v in values]
        text = "trap %s: %s=%d (%s) %s" % (
            function, names[0], number, self.tables.numbers[arch, number],
            " ".join("%s=%#x" % pair for pair in list(zip(names, values))[1:]))
        self.traps.setdefault(self.cpu.space(), []).append((number, values[1], text))
        return text

    def take_trap(self, number=None, first=None):
        """The trap of the call that the kernel now makes, or the last one; or None."""
        traps = self.traps.get(self.cpu.space(), [])
        for trap in reversed(traps):
            if number is None or trap[:2] == (number, first):
                traps.remove(trap)
                return trap[2]
        return None

    def saved(self, arch):
        """The program's registers, from struct pt_regs."""
        base = self.cpu.argument(0, OF_C[self.cpu.kernel])
        size = 4 if arch == "i386" else 8
        return {name: self.cpu.word(base + offset, size)
                for name, offset in self.tables.offsets[arch].items()}

    def operation(self, registers):
        """The operation of socketcall and its block of arguments."""
        number, block = registers["ebx"], registers["ecx"]
        name = self.tables.operations.get(number, "none")
        words = [self.cpu.word(block + 4 * i, 4)
                 for i in range(self.tables.words.get(name, 6))]
        shown = " ".join("?" if w is None else "%#x" % w for w in words)
        return "operation %d (%s), block at %#x: %s" % (number, name, block, shown), name

    def enter(self, name):
        """A function's first instruction.  Returns the return address, or None."""
        if self.is_repeated(OF_C[self.cpu.kernel]):
            return None
        task, sp = self.cpu.task(), self.cpu.register(self.cpu.sp)
        frames = self.frames.setdefault(task, [])
        # A frame at this place or below has been left, if not by a return.
        while frames and frames[-1].sp <= sp:
            if frames[-1].sp == sp and name not in self.tables.entries:
                break                   # A tail call.
            frames.pop()
        if name in self.tables.entries:
            frames.clear()
            call = self.system_call(name, task)
        elif frames:
            call = frames[0].call
            self.line(task, len(frames), self.function(name))
        else:
            return None                 # Not in a system call of the program.
        frame = Frame(name, sp, len(frames), call)
        frames.append(frame)
        back = self.cpu.caller()
        self.returns.setdefault((back, sp + self.cpu.size), []).append(frame)
        return back

    def line(self, task, depth, text):
        self.say("process %d: %s%s" % (self.process(task), "  " * depth, text))

    def system_call(self, name, task):
        call, arch = self.tables.entries[name]
        registers, back = self.saved(arch), self.cpu.caller()
        number = registers[NUMBER[arch]] & 0xFFFFFFFF
        trap = self.take_trap(number, registers[ARGUMENTS[arch][0]])
        if trap:
            self.line(task, 0, trap)
        self.line(task, 0, "%s: %s=%d (%s) %s ip=%#x from %s" % (
            name, NUMBER[arch], number, self.tables.numbers.get((arch, number), "?"),
            " ".join("%s=%#x" % (n, registers[n]) for n in ARGUMENTS[arch]),
            registers["ip"], where(back)))
        if call == "socketcall":
            text, operation = self.operation(registers)
            self.line(task, 1, text)
            call = "%s by socketcall" % operation
        if (arch, number) not in self.shown:
            self.shown.add((arch, number))
            self.line(task, 1, self.entry(arch, number, back))
        record = {"process": self.process(task), "call": call, "result": None}
        self.calls.append(record)
        return record

    def function(self, name):
        of_c, shown = OF_C[self.cpu.kernel], []
        for i, argument in enumerate(self.tables.functions[name][1]):
            title, _, kind = argument.partition(":")
            if not kind:
                continue
            value = self.cpu.argument(i, of_c)
            if value is None:
                shown.append(title + "=?")
            elif kind == "int":
                shown.append("%s=%d" % (title, signed(value)))
            elif kind == "hex":
                shown.append("%s=%#x" % (title, value & 0xFFFFFFFF))
            else:
                shown.append("%s=%#x" % (title, value))
        return "%s (%s) from %s" % (name, ", ".join(shown), where(self.cpu.caller()))

    def leave(self, back):
        """At a return address: prints the results of what returned there."""
        sp, task = self.cpu.register(self.cpu.sp), self.cpu.task()
        value = self.cpu.register(self.cpu.result)
        for frame in reversed(self.returns.pop((back, sp), [])):
            frames = self.frames.get(task, [])
            if frame not in frames:
                continue
            del frames[frames.index(frame):]
            kind = self.tables.functions.get(frame.name, ("int",))[0]
            text = result_text(value, kind, 8 * self.cpu.size)
            if frame.depth == 0:
                frame.call["result"] = text
            self.line(task, frame.depth, "%s = %s" % (frame.name, text))
        self.last = None

    def summary(self):
        for i, call in enumerate(self.calls):
            yield "%d process %d: %s = %s" % (
                i + 1, call["process"], call["call"], call["result"] or "not returned")
