# unwind.py - judges how gdb unwinds from an instruction of a stub to its caller.
# SPDX-License-Identifier: MIT
#
# From the environment:
#   GDB_C       "with" if C functions have unwind information, else "without"
#   GDB_FRAMES  a line for each range of code with unwind information: START
#               END, hexadecimal

import os

import gdb

from machine import (BIAS, GATES, POPS, SAVED, back, in_vdso, number, register,
                     return_address)

with open(os.environ["GDB_FRAMES"]) as lines:
    frames = [tuple(int(x, 16) for x in line.split()) for line in lines]
# Those of stubs and of the code that they share; of a program that can cancel threads?
ours = []
slow = False


def inside(pc, ranges):
    return any(s <= pc < e for s, e in ranges)


def trouble_called(entered):
    """The same as trouble_at at the entry of C without unwind information: all must be
    as if the caller had called it."""
    sp = entered["sp"] - POPS
    if register("sp") != sp:
        return "the stack pointer is off by %d" % (register("sp") - sp)
    if return_address() != back:
        return "returns to %#x, not %#x" % (return_address(), back)
    for name in SAVED:
        if register(name) != entered[name]:
            return "%s is %#x, not %#x" % (name, register(name), entered[name])
    return None


def trouble_at(pc, entered, in_c=False):
    """Returns what is wrong with the caller's frame, unwound from here, or None."""
    if in_c and os.environ["GDB_C"] == "without":
        return trouble_called(entered)
    if pc in GATES:
        return None
    if not inside(pc, frames) and not in_vdso(pc):
        # glibc's pthread_testcancel calls one, which has none.
        name = slow and gdb.newest_frame().name() or ""
        if name.startswith("__x86.get_pc_thunk"):
            return None
        return "no unwind information"
    # A function that a stub calls unwinds to the stub first.
    frame = gdb.newest_frame()
    # A function inlined at C's first instruction is a frame of its own.
    while frame.type() == gdb.INLINE_FRAME:
        frame = frame.older()
    while frame and not in_c and not inside(frame.pc(), ours):
        frame = frame.older()
    older = frame and frame.older()
    # A stub calls __tg_cancel, which unwinds to the stub first.
    while older and not in_c and inside(older.pc(), ours):
        older = older.older()
    if not older:
        return "no caller"
    if number(older.pc()) != back:
        return "returns to %#x, not %#x" % (older.pc(), back)
    for name, value in entered.items():
        got = number(older.read_register(name))
        # gdb takes the canonical frame address for the stack pointer.
        want = number(value + BIAS) if name == "sp" else value
        if got != want:
            return "%s is %#x, not %#x" % (name, got, want)
    return None


def place_of(pc):
    """Returns a name for it."""
    return gdb.execute("info symbol %#x" % pc, to_string=True).split(" in ")[0].strip()
