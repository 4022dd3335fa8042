# ports.py - calls every stub of an emulated program, with every kind of result.
# SPDX-License-Identifier: MIT
#
# Run by gdb (tests/all/ports.sh) on oracle-calls.c.  From the environment, beside what
# machine.py and unwind.py read:
#   PORT_TABLE   a line for each call, as stubs.awk prints it
#   PORT_ERRNO   the numbers of errors: "ENOSYS=38 EINVAL=22 ..."
# Acts as the kernel: at a trap it compares number and arguments with the table, and
# sets a result in place of the call.  Steps through the stub; at each instruction
# the caller's frame must be unwound, and what lies beyond the stack may be lost.
# Prints "ok TEXT" or "not ok TEXT", and "states N INSTRUCTIONS" at the end.

import os
import sys

import gdb

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from machine import (ARGUMENTS, BIAS, FLAG, MASK, NUMBER, ORDER, POPS,  # noqa: E402
                     RED_ZONE, RESULT, SAVED, UP, WORD, answer, argument_place, at_place,
                     at_trap, back, enter, facts, inferior, pc_now, put, register,
                     spoil, step_trap, symbol, trap_arguments, trap_number, word)
from unwind import (frames, inside, ours, place_of, trouble_at,  # noqa: E402
                    trouble_called)

ERRNO = {n: int(v) for n, v in (e.split("=") for e in os.environ["PORT_ERRNO"].split())}
POISON = 0x5A5A
FAILED = [ERRNO[e] for e in ("EPERM", "EBADF", "EINVAL", "ENOPROTOOPT", "ENOSYS")] \
    + [4095]
# With an error flag, every value is a result.
VALUES = [0, 7, ERRNO["ENOSYS"], 0x7FFFFFFF, -4096, -4097, -(MASK >> 1) - 1] \
    + ([-1, -ERRNO["ENOSYS"], -4095] if FLAG else [])
tried, stepped, shapes = 0, set(), set()


class Wrong(Exception):
    """What is wrong with the state of the program."""


def judge(right, text, *values):
    if not right:
        raise Wrong(text % values)


def sentinel(k):
    """Argument k (from 0); the high half of an int is nonzero."""
    return (0xD1A7000080C0FFE0 + k * 0x0011223300110101) & MASK


class Row:
    """A line of stubs.awk; see there."""

    def __init__(self, line, function):
        self.symbol, self.call = line[:2]
        (self.number, self.args, self.zeros, self.operation,
         self.socketcall) = map(int, line[2:7])
        self.first, self.second, self.otherwise = line[7:10]
        self.flags = line[11]
        self.function = function

    def goes_to_c(self, value, failed):
        """Whether the stub jumps to C on this result of the first path."""
        error = failed and value
        if self.otherwise in ("T", "F"):
            return self.otherwise == "T" and error == ERRNO["ENOPROTOOPT"]
        return self.otherwise == "C" and error and (
            error == ERRNO["ENOSYS"]
            or self.first == "socketcall" and error == ERRNO["EINVAL"])


def judge_trap(row, path, code):
    """The system call that is about to be made."""
    nr = trap_number(code)
    if path == "direct":
        judge(nr == row.number, "number %d in place of %d", nr, row.number)
        got = trap_arguments(row.args + row.zeros)
        for k, value in enumerate(got):
            want = sentinel(k) if k < row.args else 0
            judge(value == want, "argument %d is %#x, not %#x", k + 1, value, want)
        return
    judge(nr == row.socketcall, "number %d in place of %d", nr, row.socketcall)
    operation, block = trap_arguments(2)
    judge(operation == row.operation, "operation %d in place of %d", operation,
          row.operation)
    low = register("sp") + BIAS - RED_ZONE
    judge(UP or block >= low, "the arguments at %#x are beyond the stack", block)
    for k in range(row.args):
        got = word(block + k * WORD)
        judge(got == sentinel(k), "argument %d of socketcall is %#x", k + 1, got)


def judge_end(row, entered, value, failed):
    """The function has returned."""
    error = failed and row.otherwise != "R"
    want = -1 if error else -value if failed else value
    # A user id has 32 bits, which the ABI may extend.
    width = 0xFFFFFFFF if row.otherwise == "R" else MASK
    judge(register(RESULT) & width == want & width, "returned %#x, not %#x",
          register(RESULT), want & MASK)
    if "P" in row.flags and "pointer" in facts:
        got = register(facts["pointer"][0])
        judge(got == want & MASK, "returned the pointer %#x", got)
    got = int.from_bytes(bytes(inferior.read_memory(errno_place, 4)), ORDER)
    judge(got == (value if error else POISON), "errno is %d, not %d", got,
          value if error else POISON)
    for name in SAVED + ["sp"]:
        judge(register(name) == entered[name], "%s is %#x, was %#x", name,
              register(name), entered[name])


def judge_stack(row, sp):
    """What lies beyond the arguments is the caller's."""
    for k in range(row.args, row.args + 2):
        place = argument_place(k)
        judge(not isinstance(place, int) or word(sp + place) == sentinel(k),
              "word %d of the caller's stack has changed", k + 1)


def judge_c(row, entered):
    """C is about to run as if the caller had called it."""
    trouble = trouble_called(entered)
    judge(not trouble, "at C: %s", trouble)
    sp = entered["sp"] - POPS
    for k in range(row.args):
        got = at_place(argument_place(k), sp)
        judge(got == sentinel(k), "argument %d of C is %#x", k + 1, got)


def step(pc, entered, made):
    """Executes an instruction of a stub.  One that the branch before it nullifies is
    a step of its own."""
    spoil(register("sp"))
    if (pc, made) not in stepped:
        trouble = trouble_at(pc, entered)
        judge(not trouble, "at %#x, %s: %s", pc, place_of(pc), trouble)
        stepped.add((pc, made))
    gdb.execute("stepi", to_string=True)
    if pc_now() == pc:
        gdb.execute("stepi", to_string=True)
    judge(pc_now() != pc, "stops at %#x, %s", pc, place_of(pc))


def make(row, paths, answers, c):
    """Makes a call whose paths return the answers; C is where it must end, or None."""
    entered = enter(row.function, [sentinel(k) for k in range(row.args + 2)], entry_sp)
    inferior.write_memory(errno_place, POISON.to_bytes(4, ORDER))
    made = 0
    for _ in range(400):
        pc = pc_now()
        if pc == back:
            judge(not c, "C does not take over")
            break
        if c and pc == c:
            judge_c(row, entered)
            # Ends a branch that is not over: another call begins at once.
            gdb.execute("stepi", to_string=True)
            break
        code = at_trap(pc)
        if code:
            judge(made < len(paths), "system call %d too many", trap_number(code))
            spoil(register("sp"))
            trouble = trouble_at(pc, entered)
            judge(not trouble, "at the trap: %s", trouble)
            judge_trap(row, paths[made], code)
            step_trap(code)
            answer(*answers[made])
            made += 1
        elif inside(pc, ours):
            step(pc, entered, made)
        elif c:
            # The linker may have code of its own in front of C.
            gdb.execute("stepi", to_string=True)
        else:
            # The C function that sets errno is the compiler's.
            gdb.execute("continue", to_string=True)
            judge(pc_now() == back, "stops at %#x, %s", pc_now(), place_of(pc_now()))
    else:
        raise Wrong("does not come back")
    judge(made == len(paths), "%d system calls of %d", made, len(paths))
    judge_stack(row, entry_sp)
    if not c:
        judge_end(row, entered, *(answers[-1] if answers else (ERRNO["ENOSYS"], True)))


def try_one(row, answers, c):
    global tried
    paths = [row.first, row.second][:len(answers)]
    try:
        make(row, paths, answers, c)
    except (Wrong, gdb.error) as wrong:
        return "%s (results %s)" % (wrong, answers)
    tried += 1
    return None


def function_of(name):
    """Returns the address of its code, or None."""
    at = symbol(name)
    if not at or "descriptors" not in facts:
        return at
    # With debugging information, gdb finds the code at once.
    section = gdb.execute("info symbol %d" % at, to_string=True)
    return word(at) if ".opd" in section else at


def try_row(row):
    before = tried
    c = function_of("__tg_fallback_" + row.call)
    every = [(v, False) for v in VALUES] + [(e, True) for e in FAILED]
    if FLAG and WORD == 8 and row.otherwise == "R":
        every = every[:len(VALUES)]  # No id of 32 bits is taken for an error.
    # All stubs of one shape have the same code.
    shape = (row.args, row.zeros, row.first, row.second, row.otherwise)
    if shape in shapes:
        every = [r for r in every if r[0] in (0, -4096, 4095, *FAILED[1:5])]
    shapes.add(shape)
    absent = (ERRNO["ENOSYS"], True)
    if row.first == "-":
        wrong = [try_one(row, [], c if row.otherwise == "C" else None)]
    else:
        wrong = [None if row.second != "-" and r == absent
                 else try_one(row, [r], c if row.goes_to_c(*r) else None)
                 for r in every]
    if row.second != "-":
        wrong += [try_one(row, [absent, r], c if row.otherwise == "T"
                          and r == (ERRNO["ENOPROTOOPT"], True) else None)
                  for r in every]
    wrong = [w for w in wrong if w]
    text = "%s: %d results" % (row.symbol, tried - before)
    print("not ok %s: %s" % (text, wrong[0]) if wrong else "ok " + text)


with open(os.environ["PORT_TABLE"]) as lines:
    table = [line.split() for line in lines]
gdb.execute("break *%d" % back, to_string=True)
errno_place, functions = word(symbol("table")), word(symbol("table") + WORD)
# Higher addresses hold what main uses.
entry_sp = ((register("sp") + BIAS + (16384 if UP else -16384)) & ~4095) - POPS - BIAS
rows = [Row(line, word(functions + (i + 1) * WORD)) for i, line in enumerate(table)]
starts = {word(r.function) if "descriptors" in facts else r.function for r in rows}
for name in (["__tg_second_path"] + ["__tg_absent_" + r.call for r in rows]):
    starts.add(function_of(name))
ours += [f for f in frames if f[0] in starts]
# A stub of qemu-user 7.2 loses what is written to some registers.
put(NUMBER, POISON)
for name in ARGUMENTS:
    put(name, POISON)
lost = [name for name in [NUMBER, *ARGUMENTS] if register(name) != POISON]
if lost:
    print("lost a stub of qemu that cannot set " + " ".join(lost))
    rows = []
for row in rows:
    try_row(row)
print("states %d %d" % (tried, len({pc for pc, _ in stepped})))
gdb.execute("kill")
