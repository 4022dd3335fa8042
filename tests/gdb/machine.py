# machine.py - a program in gdb, and the registers of a call on its architecture.
# SPDX-License-Identifier: MIT
#
# For cfi.py and ports.py.  From the environment:
#   GDB_FACTS   sysdeps/<arch>/gdb.tbl
#   GDB_TARGET  the argument of gdb's "target", an emulator's gdb stub, where gdb
#               does not run the program itself
#
# gdb.tbl has a line for each fact, its words separated by blanks; registers have
# gdb's names:
#   number R [N]    of the system call; byte N of the trap, if not 0, takes its place
#   arguments R...  of the system call; a number is an offset from the stack pointer
#   result R        of the system call, and of a C function
#   pointer R       the result of a C function that is a pointer, too
#   error R MASK    is set on an error, and the result is positive; without this line
#                   results from -4095 to -1 are errors
#   c R...          a C function's arguments in registers
#   stack N [STEP]  of C's next argument, from the stack pointer, and between two of
#                   them (default: a word)
#   bias N          to add to the stack pointer for the least address of the stack
#   red-zone N      bytes beyond the stack pointer that signal handlers spare
#   grows up        the stack; default: down
#   return R [N]    has the return address plus N; or the word "stack"
#   function R      has the address of the function at its entry
#   descriptors R   a function's symbol is that of two words: its address, and R
#   pc R R          the program counter and the one after it
#   saved R...      what a C function preserves
#   clobbered R...  what a kernel need not preserve, but for the result
#   options O...    of the compiler for the program
#   clear R MASK    bits that are 0 at the entry of a function, as of the mode of code
#   trap HEX...     the bytes of the instructions that enter the kernel, a dot for any
#                   digit; @N/R is an address that does, and goes on at register R

import os
import re

import gdb

for setting in ("confirm off", "pagination off", "backtrace past-main on",
                "backtrace past-entry on", "startup-with-shell off"):
    gdb.execute("set " + setting)

facts = {}
with open(os.environ["GDB_FACTS"]) as lines:
    for line in lines:
        if line.strip() and not line.startswith("#"):
            facts[line.split()[0]] = line.split()[1:]

with open(gdb.current_progspace().filename, "rb") as elf:
    ident = elf.read(6)
WORD = 4 * ident[4]
ORDER = "little" if ident[5] == 1 else "big"
MASK = (1 << 8 * WORD) - 1
REMOTE = os.environ.get("GDB_TARGET")
NUMBER, RESULT = facts["number"][0], facts["result"][0]
SAVED, ARGUMENTS = facts["saved"], facts["c"]
CLOBBERED = facts.get("clobbered", [])
RED_ZONE = int(facts.get("red-zone", ["0"])[0])
BIAS = int(facts.get("bias", ["0"])[0])
UP = "grows" in facts
PC = facts.get("pc", ["pc"])
POPS = WORD if facts["return"] == ["stack"] else 0
FLAG = facts.get("error")
TRAPS = [re.compile(t) for t in facts["trap"] if t[0] != "@"]
GATES = {int(a, 0): r for a, r in
         (t[1:].split("/") for t in facts["trap"] if t[0] == "@")}


def number(value):
    return int(value) & MASK


def register(name):
    return number(gdb.newest_frame().read_register(name))


def put(name, value):
    gdb.execute("set $%s = %d" % (name, value & MASK))
    # After a change of the stack pointer gdb may confuse another frame with this.
    if name == "sp" or name in PC:
        gdb.newest_frame().select()


def pc_now():
    return number(gdb.newest_frame().pc())


def go(address):
    """Sets the program counter."""
    for i, name in enumerate(PC):
        put(name, address + 4 * i)


def word(address):
    return int.from_bytes(bytes(inferior.read_memory(address, WORD)), ORDER)


def write(address, *words):
    inferior.write_memory(address, b"".join(
        (w & MASK).to_bytes(WORD, ORDER) for w in words))


def spoil(sp):
    """Overwrites what a signal handler's frame may: what lies beyond the stack."""
    start = sp if UP else sp + BIAS - RED_ZONE - 64
    inferior.write_memory(start, b"\xa5" * 64)


def symbol(name):
    """Returns its address, or None."""
    try:
        return number(gdb.parse_and_eval("(long) &" + name))
    except gdb.error:
        return None


def in_vdso(pc):
    if REMOTE:
        return False
    with open("/proc/%d/maps" % inferior.pid) as maps:
        for line in maps:
            if line.rstrip().endswith("[vdso]"):
                start, end = line.split()[0].split("-")
                return int(start, 16) <= pc < int(end, 16)
    return False


# --- A call.

def argument_place(i):
    """Where C's argument i (from 0) is at the entry of a function: a register, or an
    offset from the stack pointer."""
    if i < len(ARGUMENTS):
        return ARGUMENTS[i]
    offset = [int(n) for n in facts["stack"]]
    step = offset[1] if len(offset) > 1 else WORD
    return offset[0] + (i - len(ARGUMENTS)) * step


def at_place(place, sp):
    """Returns what a register or an offset from the stack pointer has."""
    return word(sp + place) if isinstance(place, int) else register(place)


def return_address():
    """Returns the one that this function has, at its first instruction."""
    if POPS:
        return word(register("sp"))
    off = int(facts["return"][1]) if len(facts["return"]) > 1 else 0
    return number(register(facts["return"][0]) - off)


def enter(function, arguments, sp):
    """Sets the state right after a call instruction in C.  Returns what the function
    must preserve."""
    for i, name in enumerate(CLOBBERED):
        put(name, 0x3C3C0000 + 0x101 * i)
    for i, name in enumerate(SAVED):
        put(name, 0x5AFE0000 + 0x111 * (i + 1))
    put("sp", sp)
    if "descriptors" in facts:
        put(facts["descriptors"][0], word(function + WORD))
        function = word(function)
    for i, value in enumerate(arguments):
        place = argument_place(i)
        if isinstance(place, int):
            write(sp + place, value)
        else:
            put(place, value)
    if POPS:
        write(sp, back)
    else:
        off = int(facts["return"][1]) if len(facts["return"]) > 1 else 0
        put(facts["return"][0], back + off)
    if "function" in facts:
        put(facts["function"][0], function)
    if "clear" in facts:
        name, mask = facts["clear"]
        put(name, register(name) & ~int(mask, 0))
    go(function)
    entered = {name: register(name) for name in SAVED}
    entered["sp"] = sp + POPS
    return entered


def at_trap(pc):
    """Returns the bytes of the trap that is about to be made, or None."""
    if pc in GATES:
        return b"\0"
    code = bytes(inferior.read_memory(pc, 4))
    for trap in TRAPS:
        size = len(trap.pattern) // 2
        if trap.fullmatch(code[:size].hex()):
            return code[:size]
    return None


def trap_number(code):
    at = facts["number"][1:]
    return at and code[int(at[0])] or register(NUMBER)


def trap_arguments(n):
    sp = register("sp")
    return [at_place(int(p) if p.isdigit() else p, sp)
            for p in facts["arguments"][:n]]


def step_trap(code):
    """Steps over a trap: natively in the kernel, else without making the call."""
    pc = pc_now()
    if not REMOTE:
        gdb.execute("stepi", to_string=True)
    elif pc in GATES:
        go(register(GATES[pc]) & ~3)
    else:
        go(pc + len(code))


def answer(value, failed):
    """Sets the result of the trap just made: with FAILED the errno VALUE.  All that
    the kernel may have changed is."""
    for i, name in enumerate(CLOBBERED):
        put(name, 0xC10B0000 + 0x101 * i)
    if FLAG:
        mask = int(FLAG[1], 0)
        put(FLAG[0], register(FLAG[0]) & ~mask | (mask if failed else 0))
    put(RESULT, value if FLAG or not failed else -value)


if REMOTE:
    gdb.execute("target " + REMOTE, to_string=True)
    gdb.execute("tbreak *(long) &back", to_string=True)
    gdb.execute("continue", to_string=True)
else:
    gdb.execute("tbreak *(long) &back", to_string=True)
    gdb.execute("run", to_string=True)
inferior = gdb.selected_inferior()
back = symbol("back")
