# program.py - starts the program in gdb, and reads and writes its state.
# SPDX-License-Identifier: MIT
#
# For cfi.py.  From the environment:
#   CFI_TARGET  the argument of gdb's "target", an emulator's gdb stub, where gdb
#               does not run the program itself

import os

import gdb

gdb.execute("set confirm off")
gdb.execute("set pagination off")
gdb.execute("set backtrace past-main on")
gdb.execute("set backtrace past-entry on")
gdb.execute("set startup-with-shell off")
if os.environ.get("CFI_TARGET"):
    gdb.execute("target " + os.environ["CFI_TARGET"], to_string=True)
    gdb.execute("continue", to_string=True)
else:
    gdb.execute("run", to_string=True)

inferior = gdb.selected_inferior()
wide = gdb.selected_frame().architecture().name() == "i386:x86-64"
WORD = 8 if wide else 4
RED_ZONE = 128 if wide else 0
MASK = (1 << 8 * WORD) - 1
PC, SP, AX = ("rip", "rsp", "rax") if wide else ("eip", "esp", "eax")
SAVED = ("rbx rbp r12 r13 r14 r15" if wide else "ebx esi edi ebp").split()
ARGS = "rdi rsi rdx rcx r8 r9".split() if wide else []


def number(value):
    return int(value) & MASK


def register(name):
    return number(gdb.newest_frame().read_register(name))


def put(name, value):
    # After a change of the stack pointer gdb may confuse another frame with this.
    gdb.newest_frame().select()
    gdb.execute("set $%s = %d" % (name, value))


def word(address):
    return int.from_bytes(bytes(inferior.read_memory(address, WORD)), "little")


def in_vdso(pc):
    if os.environ.get("CFI_TARGET"):
        return False
    with open("/proc/%d/maps" % inferior.pid) as maps:
        for line in maps:
            if line.rstrip().endswith("[vdso]"):
                start, end = line.split()[0].split("-")
                return int(start, 16) <= pc < int(end, 16)
    return False


def symbol(name):
    """Returns its address, or None."""
    try:
        return number(gdb.parse_and_eval("(long) &" + name))
    except gdb.error:
        return None
