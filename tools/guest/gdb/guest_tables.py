# guest_tables.py - the tables of calls, functions and registers, as gdb needs them.
# SPDX-License-Identifier: MIT

import os

# The registers of the six arguments of a call, by its program's architecture, and
# those of a C function's, by the kernel's (regparm on i386, then the stack).
ARGUMENTS = {"i386": "ebx ecx edx esi edi ebp".split(),
             "x86_64": "rdi rsi rdx r10 r8 r9".split()}
NUMBER = {"i386": "eax", "x86_64": "rax"}
OF_C = {"i386": "eax edx ecx".split(), "x86_64": "rdi rsi rdx rcx r8 r9".split()}


def rows(*path):
    """The fields of each row of a table."""
    with open(os.path.join(*path), encoding="ascii") as lines:
        for line in lines:
            fields = line.split("#")[0].split()
            if fields:
                yield fields


class Tables:
    def __init__(self, tables, data, kernel):
        self.kernel = kernel
        self.operations = {int(f[1]): f[0] for f in rows(data, "socket", "socketcall.tbl")}
        # The words in the block of arguments of each.
        self.words = {f[0]: " ".join(f[3:]).count(",") + 1
                      for f in rows(data, "socket", "socket.tbl")}
        self.numbers = {}               # (architecture, number): name
        for arch in ARGUMENTS:
            for f in rows(data, "sysdeps", arch, "numbers.tbl"):
                self.numbers[arch, int(f[1])] = f[0]
        # Of each architecture of programs: the name pattern, the offset of a register.
        self.patterns, self.offsets = {}, {}
        for f in rows(tables, "registers.tbl"):
            if f[0] == kernel:
                self.patterns[f[1]] = f[2]
                names = [NUMBER[f[1]], "ip"] + ARGUMENTS[f[1]]
                self.offsets[f[1]] = dict(zip(names, map(int, f[3:])))
        self.functions = {f[0]: (f[2], f[3:]) for f in rows(tables, "functions.tbl")}
        # The function whose switch calls that of a system call, by architecture.
        self.switches = {f[2]: f[0] for f in rows(tables, "hops.tbl") if f[1] == "switch"}
        self.entries = self.find_entries(tables)
        self.calls = set(self.entries.values())

    def find_entries(self, tables):
        """The functions of the calls: {function: (call, architecture)}."""
        column = 1 if self.kernel == "i386" else 2
        named = {f[0]: f[column] for f in rows(tables, "entries.tbl") if f[column] != "-"}
        found = {}
        for call in sorted(set(self.operations.values()) | set(named) | {"socketcall"}):
            for arch, pattern in self.patterns.items():
                if arch == "i386" and call in named:
                    found[named[call]] = call, arch
                elif arch == "i386" or call != "socketcall":
                    found[pattern.replace("%", call)] = call, arch
        return found

    def is_socket_call(self, arch, number):
        return (self.numbers.get((arch, number)), arch) in self.calls
