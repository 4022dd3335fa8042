# cfi.py - steps through every stub, and unwinds at every instruction.
# SPDX-License-Identifier: MIT
#
# Run by gdb (tests/cfi.sh) on oracle-calls.c.  From the environment,
# beside what machine.py and unwind.py read:
#   CFI_TABLE   a line for each call, as stubs.awk prints it
#   CFI_SLOW    "yes" in a program that can cancel threads
#   CFI_OTHER   a file for the instructions of the same stubs that were executed in the
#               program that cannot: written without CFI_SLOW, and read with it
# Prints "ok TEXT" or "not ok TEXT".  The kernel's results are overwritten as
# soon as the trap returns, so that every path is taken.  Where a stub jumps to
# C, stepping ends at its first instruction.

import os
import sys

import gdb

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import unwind  # noqa: E402
from machine import (MASK, RESULT, WORD, at_trap, back, enter,  # noqa: E402
                     in_vdso, inferior, pc_now, put, register, spoil, step_trap,
                     symbol, word)
from unwind import frames, inside, ours, place_of, trouble_at  # noqa: E402

ENOSYS, EINVAL, EBADF, EINTR, ENOPROTOOPT = 38, 22, 9, 4, 92
SO_TIMESTAMPNS_OLD = 35
SLOW = os.environ.get("CFI_SLOW") == "yes"
third_argument = MASK


def enter_all(function):
    """Sets the state right after a call in C, with arguments -1."""
    return enter(function, [-1, -1, third_argument] + [-1] * 4, entry_sp)


def interrupt_once(state):
    """As a signal handler does, before __tg_cancel traps: it must not trap yet."""
    if state and pc_now() == symbol("__tg_window"):
        inferior.write_memory(register(RESULT) + 4, b"\1")
        state.clear()


def walk(function, answers, seen, c=None, interrupted=False):
    """Steps to the caller, or to C; returns what is wrong, and where."""
    to_interrupt = [True] if interrupted else []
    entered = enter_all(function)
    answers = list(answers)
    for _ in range(500):
        pc = pc_now()
        if pc in (back, c):
            trouble = trouble_at(pc, entered, True) if pc == c else None
            if c and pc == back:
                trouble = "C does not take over"
            if to_interrupt:
                return "there is no window to interrupt"
            return "a system call too few" if answers else trouble
        seen.append(pc)
        interrupt_once(to_interrupt)
        # Nothing may be saved below the stack pointer, where a signal handler's
        # frame goes.  (C code is the compiler's; clang does so after a pop.)
        if inside(pc, written):
            spoil(register("sp"))
        trouble = trouble_at(pc, entered)
        if trouble:
            return "at %#x, %s: %s" % (pc, place_of(pc), trouble)
        trap = at_trap(pc)
        if not trap:
            gdb.execute("stepi", to_string=True)
            continue
        step_trap(trap)
        if not answers:
            return "a system call too many"
        put(RESULT, answers.pop(0))
    return "does not come back"


def unseen(name, function, seen):
    """Returns the instructions of the function that no path executed, or None."""
    end = next((e for s, e in frames if s == function), None)
    if end is None:
        return "its unwind information does not begin where it does"
    code = gdb.newest_frame().architecture().disassemble(function, end - 1)
    left = [hex(i["addr"]) for i in code if i["addr"] not in seen
            and (name, i["addr"] - function) not in other]
    return "no path through " + " ".join(left) if left else None


def report(trouble, text):
    print("not ok %s: %s" % (text, trouble) if trouble else "ok " + text)


def paths_of(row):
    """Returns the results to try: (name, results, whether C is entered)."""
    first, second, otherwise = row[7:10]
    if first == "-":
        return [("no path", [], otherwise == "C")]
    paths = [("success", [0], False), ("error", [-EBADF], False)]
    if otherwise == "T":
        paths.append(("ENOPROTOOPT", [-ENOPROTOOPT], True))
        if second != "-":
            paths.append(("second, ENOPROTOOPT", [-ENOSYS, -ENOPROTOOPT], True))
    if otherwise == "C":
        paths.append(("to C", [-ENOSYS], True))
        paths.append(("EINVAL", [-EINVAL], first == "socketcall"))
    elif second != "-":
        paths.append(("second path", [-ENOSYS, 0], False))
        paths.append(("its error", [-ENOSYS, -ENOSYS], False))
    else:
        paths.append(("ENOSYS", [-ENOSYS], False))
    if SLOW and "C" in row[11]:
        paths.append(("interrupted", [-EINTR], False))
        if symbol("__tg_window"):
            paths.append(("interrupted before", [0], False))
    return paths


def check_first(row, function):
    """The entry for 64-bit times, which tests whether C must be called."""
    global third_argument
    name, seen = row[1], []
    flag = symbol("__tg_old_times")
    trouble = walk(function, [0], seen)
    inferior.write_memory(flag, b"\1")
    third_argument = SO_TIMESTAMPNS_OLD
    wrong = walk(function, [], seen, symbol(
        "__tg_%s_%s" % ("option" if "O" in row[11] else "fallback", name)))
    third_argument = MASK
    inferior.write_memory(flag, b"\0")
    report(trouble or wrong, "%s: %d steps from its entry for 64-bit times"
           % (name, len(seen)))


def check_call(row, function):
    name, paths = row[1], paths_of(row)
    seen, trouble = [], None
    for path, answers, to_c in paths:
        c = symbol("__tg_fallback_" + name) if to_c else None
        wrong = walk(function, answers, seen, c, path == "interrupted before")
        if to_c and not c:
            wrong = "there is no fallback"
        if wrong and not trouble:
            trouble = "%s: %s" % (path, wrong)
    report(trouble or judged and unseen(name, function, set(seen)),
           "%s: %d steps by %d paths" % (name, len(seen), len(paths)))
    return seen


with open(os.environ["CFI_TABLE"]) as lines:
    table = [line.split() for line in lines]

unwind.slow = SLOW
functions = word(symbol("table") + WORD)
entry_sp = ((register("sp") - 16384) & ~4095) - WORD
# The code that stubs share, and the part of it that this program has.
shared = {}
for name in (["__tg_error", "__tg_error_rax", "__tg_second_path",
              "__tg_second_path_cancel"]
             + (["__tg_cancel", "__tg_cancel_return"] if SLOW else [])
             + ["__tg_absent_" + row[1] for row in table]):
    if symbol(name):
        shared[name] = symbol(name)
stubs = [word(functions + (i + 1) * WORD) for i in range(len(table))]
ours += [f for f in frames if f[0] in stubs or f[0] in shared.values()]
# The entry for 64-bit times.
firsts = [(row, symbol("__" + row[1] + "64")) for row in table
          if row[9] == "F" or row[9] == "T" and "O" in row[11]]
ours += [f for f in frames if f[0] in [place for row, place in firsts]]
written = [f for f in ours if f[0] != shared["__tg_error"]]
# The instructions that another program with the same stubs has executed.
other = set()
if SLOW:
    with open(os.environ["CFI_OTHER"]) as lines:
        other = {(n, int(at)) for n, at in map(str.split, lines)}
# With a libc, only both programs together execute every instruction.
judged = SLOW or not os.environ.get("CFI_OTHER")
every, named = set(), dict(shared)
for function, row in zip(stubs, table):
    named[row[1]] = function
    every.update(check_call(row, function))
for row, place in firsts:
    check_first(row, place)
# The program has each tail that a row refers to.
for name in {"__tg_error"} | {
        "__tg_absent_" + r[1] for r in table if r[9] == "C" and r[7] != "-"}:
    if name not in shared:
        report("is not in the program", name)
for name, place in shared.items() if judged else ():
    report(unseen(name, place, every), "%s: every instruction" % name)
if not judged:
    ends = {f[0]: f[1] for f in frames}
    with open(os.environ["CFI_OTHER"], "w") as lines:
        for name, place in named.items():
            for pc in every:
                if place <= pc < ends.get(place, place):
                    lines.write("%s %d\n" % (name, pc - place))
print("# %d instructions, %d of them in the vdso"
      % (len(every), sum(map(in_vdso, every))))
print("done %d" % len(table))
gdb.execute("kill")
