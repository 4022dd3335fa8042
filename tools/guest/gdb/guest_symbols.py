# guest_symbols.py - the symbols of a kernel: a file for gdb, made from /proc/kallsyms.
# SPDX-License-Identifier: MIT
#
# Debian's System.map is empty, and its kernels with symbols are packages of 300 to
# 800 MB.  A kernel that runs with nokaslr has all functions in /proc/kallsyms, at their
# addresses; gdb reads them from an ELF file.

import contextlib
import glob
import os
import struct

import gdb

FUNCTIONS, DATA = "tTwW", "dDbBrRvV"
KERNEL = {4: 0x40000000, 8: 0xFFFFFFFF80000000}


def read_kallsyms(file):
    """Returns the word's size and (address, type, name) of the kernel's own symbols."""
    size, symbols = 0, []
    for line in file:
        fields = line.split()
        # A module's symbol has a fourth field.
        if len(fields) != 3 or fields[1] not in FUNCTIONS + DATA:
            continue
        size = len(fields[0]) // 2
        address = int(fields[0], 16)
        # Not the offsets of a CPU's own variables, which are small.
        if address >= KERNEL.get(size, 1 << 64):
            symbols.append((address, fields[1], fields[2]))
    return size, symbols


def elf(size, symbols):
    """Returns an ELF file without contents whose one section has all symbols."""
    low, high = min(symbols)[0], max(symbols)[0] + 1
    names, table = bytearray(1), bytearray(16 if size == 4 else 24)
    for address, kind, name in symbols:
        info = (0 if kind.islower() else 16) + (2 if kind in FUNCTIONS else 1)
        if size == 4:
            table += struct.pack("<IIIBBH", len(names), address, 0, info, 0, 1)
        else:
            table += struct.pack("<IBBHQQ", len(names), info, 0, 1, address, 0)
        names += name.encode() + b"\0"
    titles = b"\0.text\0.symtab\0.strtab\0.shstrtab\0"
    head_size, row_size = (52, 40) if size == 4 else (64, 64)
    row = "<10I" if size == 4 else "<IIQQQQIIQQ"
    at, rows, parts = head_size, bytearray(row_size), b""
    local = sum(kind.islower() for _, kind, _ in symbols) + 1
    # Type, flags, address, contents, size, link, info, alignment, size of an entry.
    for title, kind, flags, address, part, length, link, info, each in (
            (1, 8, 6, low, b"", high - low, 0, 0, 0),
            (7, 2, 0, 0, table, len(table), 3, local, 16 if size == 4 else 24),
            (15, 3, 0, 0, names, len(names), 0, 0, 0),
            (23, 3, 0, 0, titles, len(titles), 0, 0, 0)):
        rows += struct.pack(row, title, kind, flags, address, at, length, link, info,
                            8 if kind == 2 else 1, each)
        at += len(part)
        parts += bytes(part)
    # An executable of i386 (3) or x86_64 (62).
    head = b"\x7fELF" + bytes((1 if size == 4 else 2, 1, 1)) + bytes(9) + struct.pack(
        "<HHIIIIIHHHHHH" if size == 4 else "<HHIQQQIHHHHHH",
        2, 3 if size == 4 else 62, 1, 0, 0, at, 0, head_size, 0, 0, row_size, 5, 4)
    return head + parts + bytes(rows)


def make(text, path):
    """Writes the file for gdb, in place of those of older images of the kernel."""
    with open(text, encoding="ascii", errors="replace") as file:
        size, symbols = read_kallsyms(file)
    if not symbols:
        raise gdb.GdbError("the kernel's /proc/kallsyms has no addresses; give its "
                           "vmlinux by --symbols=FILE")
    symbols.sort(key=lambda s: not s[1].islower())  # ELF has local symbols first.
    new = "%s.%d" % (path, os.getpid())
    try:
        with open(new, "wb") as file:
            file.write(elf(size, symbols))
        os.rename(new, path)
        # Another gdb may do the same.
        for old in glob.glob(glob.escape(path.rpartition("-")[0]) + "-" + "?" * 16):
            if old != path:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(old)
    finally:
        if os.path.exists(new):
            os.unlink(new)


def address_of(name):
    """Returns the address of a symbol, or None."""
    try:
        return int(gdb.parse_and_eval("(unsigned long long) &'%s'" % name))
    except gdb.error:
        return None


def place(address):
    """Returns (function, offset), or (None, 0) outside of the kernel's text."""
    text = gdb.execute("info symbol %#x" % address, to_string=True).split()
    if not text or text[0] == "No":
        return None, 0
    return text[0], int(text[2]) if len(text) > 2 and text[1] == "+" else 0


def where(address):
    """The same as a text."""
    name, offset = place(address)
    return "%s+%#x" % (name, offset) if name else "%#x" % address
