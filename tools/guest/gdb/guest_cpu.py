# guest_cpu.py - registers, memory and gates of the processor that gdb has stopped.
# SPDX-License-Identifier: MIT

import re

import gdb

# The stack of a task in the kernel is aligned to its size, THREAD_SIZE.
STACK = {"i386": 8192, "x86_64": 16384}


class Cpu:
    def __init__(self, kernel):
        self.kernel = kernel
        self.size = 4 if kernel == "i386" else 8
        self.mask = (1 << 8 * self.size) - 1
        self.ip, self.sp, self.result = (
            ("eip", "esp", "eax") if self.size == 4 else ("rip", "rsp", "rax"))

    def register(self, name):
        return int(gdb.newest_frame().read_register(name)) & self.mask

    def space(self):
        """Identifies the address space."""
        return self.register("cr3") & ~0xFFF

    def bytes_at(self, address, length):
        """None if that is not mapped."""
        try:
            return bytes(gdb.selected_inferior().read_memory(address, length))
        except gdb.error:
            return None

    def word(self, address, size=None):
        data = self.bytes_at(address, size or self.size)
        return None if data is None else int.from_bytes(data, "little")

    def text(self, address):
        """A string that ends with 0, page by page."""
        found = b""
        while b"\0" not in found and len(found) < 8192:
            part = self.bytes_at(address + len(found),
                                 4096 - (address + len(found)) % 4096)
            if not part:
                break
            found += part
        return found.split(b"\0")[0]

    def task(self):
        """Identifies the task on whose stack the kernel runs."""
        return self.register(self.sp) & ~(STACK[self.kernel] - 1)

    def caller(self):
        """At the first instruction of a function."""
        return self.word(self.register(self.sp))

    def argument(self, number, of_c):
        """Argument NUMBER, from 0 on, of a C function at its first instruction."""
        if number < len(of_c):
            return self.register(of_c[number])
        return self.word(self.register(self.sp)
                         + self.size * (1 + number - len(of_c)))

    def gate(self, vector):
        """Returns (address, selector, function, type, DPL, present) of an IDT gate."""
        text = gdb.execute("monitor info registers", to_string=True)
        base = int(re.search(r"IDT=\s*([0-9a-f]+)", text).group(1), 16)
        at = base + vector * self.size * 2
        data = self.bytes_at(at, self.size * 2)
        if data is None:
            raise gdb.GdbError("the IDT at %#x cannot be read" % base)
        function = int.from_bytes(data[:2] + data[6:12][:self.size - 2], "little")
        return (at, int.from_bytes(data[2:4], "little"), function, data[5] & 15,
                data[5] >> 5 & 3, data[5] >> 7)

    def find_table(self, start, first):
        """The table in the 16 MB from START that begins with the addresses FIRST."""
        wanted = b"".join(a.to_bytes(self.size, "little") for a in first)
        for at in range(start & ~0xFFFF, start + (16 << 20), 1 << 16):
            data = self.bytes_at(at, (1 << 16) + len(wanted))
            if data and wanted in data:
                return at + data.index(wanted)
        return None
