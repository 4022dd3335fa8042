# report-sample.awk - prints invented results in the format of make bench
# SPDX-License-Identifier: MIT
#
# usage: awk -v variants="i386=direct-vsyscall ..." -f row.awk -f report-sample.awk socket.tbl
# The figures only have the magnitude of real ones.

function put(table, m, impl, item, metric, x) {
	print table "\t" m "\t" impl "\t" item "\t" metric "\t" x
}

# Numbers from 0 to 1, the same in each run.
function noise() {
	seed = (seed * 69069 + 1) % 1048576
	return seed / 1048576
}

function spread(table, m, impl, item, metric, x, wide) {
	put(table, m, impl, item, metric, sprintf("%.4f", x))
	put(table, m, impl, item, metric "-q1", sprintf("%.4f", x * (1 - wide * noise())))
	put(table, m, impl, item, metric "-q3", sprintf("%.4f", x * (1 + wide * noise())))
}

function timed(table, m, impl, item, ns, ratio) {
	ratio *= 1 + (noise() - 0.5) / 40
	put(table, m, impl, item, "ns", sprintf("%.1f", ns * ratio))
	put(table, m, impl, item, "q1", sprintf("%.1f", ns * ratio * 0.99))
	put(table, m, impl, item, "q3", sprintf("%.1f", ns * ratio * 1.02))
	spread(table, m, impl, item, "to-inline", ratio, 0.015)
	spread(table, m, impl, item, "to-glibc", ratio / glibc_ratio, 0.015)
	put(table, m, impl, item, "to-minimal", sprintf("%.3f", ratio / 1.04))
}

# All figures of one library, from an instruction count, bytes and a ratio.
function impl(m, s, instructions, bytes, ratio, exec_us, file, i, k, n) {
	for (i = 1; i <= ncalls; i++) {
		if (s == "klibc" && call[i] ~ /mmsg/)
			continue
		n = int(instructions * (0.7 + args[i] / 10))
		put("instructions", m, s, call[i], "success", n)
		put("instructions", m, s, call[i], "success-vdso", m == "i386" ? 9 : 0)
		put("instructions", m, s, call[i], "error", n + 3)
		put("instructions", m, s, call[i], "error-vdso", m == "i386" ? 9 : 0)
		put("bytes", m, s, call[i], "code", int(bytes * (0.7 + args[i] / 10)))
		timed("time", m, s, call[i], 170, ratio)
	}
	timed("time", m, s, "geomean", 170, ratio)
	put("bytes", m, s, "20-calls", "functions", bytes * 20)
	put("bytes", m, s, "20-calls", "link-text", file > 100000 ? file : bytes * 21)
	put("bytes", m, s, "20-calls", "stubs", ncalls)
	n = split("pingpong udp tcp stream-64 stream-65536", work, " ")
	for (i = 1; i <= n; i++)
		timed("work", m, s, work[i], 1700 * i, 1 + (ratio - 1) / (i + 1))
	for (k = 1; k <= 2; k++) {
		n = k == 1 ? "socket-close-exit" : "echo-pair"
		put("program", m, s, n, "file", file + 3000)
		put("program", m, s, n, "file-tuned", file * k)
		put("program", m, s, n, "text", file * 0.9)
		put("program", m, s, n, "data", 16)
		put("program", m, s, n, "bss", 80)
		put("program", m, s, n, "calls-before-main", exec_us > 500 ? 13 : 1)
		put("program", m, s, n, "faults", exec_us > 500 ? 25 : 3)
		put("program", m, s, n, "peak-kib", exec_us > 500 ? 692 : 24)
		spread("program", m, s, n, "exec-ns", exec_us * 1000, 0.2)
		put("program", m, s, n, "to-dietlibc", sprintf("%.3f", exec_us / 133))
	}
	for (i = 0; i <= 6; i++)
		put("growth", m, s, "arguments-instructions", i, int(instructions * (0.7 + i / 10)))
	for (i = 1; i <= 64; i *= 2) {
		put("growth", m, s, "vector-instructions", i, instructions * (s == "musl" ? i : 1))
		put("growth", m, s, "vector-calls", i, s == "musl" ? i : 1)
	}
	for (i = 1; i <= 20; i += 4)
		put("growth", m, s, "linked-text", i, file > 100000 ? file : 100 + bytes * i)
}

# Rows of the table, parsed by row.awk.
/^[a-z]/ && $1 !~ /_/ {
	call[++ncalls] = $1
	args[ncalls] = arguments_of($0)
}

END {
	seed = 12345
	OFMT = "%.4f"
	print "# trapgate bench, format 1"
	n = split("date=2026-11-21T13:00:00Z|kernel=Linux 6.18.0 x86_64|" \
	    "cpu=A <b>CPU</b> & \"sons\"|" \
	    "hypervisor=KVM|mitigations=retpolines; safe RET|gcc=12.2.0|glibc=2.36|" \
	    "musl=1.2.3|dietlibc=0.34|klibc=2.0.12|nolibc=6.1|trapgate=0.1|seconds=312", run, "|")
	for (i = 1; i <= n; i++) {
		k = index(run[i], "=")
		put("run", "-", "-", substr(run[i], 1, k - 1), "text", substr(run[i], k + 1))
	}
	n = split(variants, list, " ")
	for (i = 1; i <= n; i++) {
		m = substr(list[i], 1, index(list[i], "=") - 1)
		ours = substr(list[i], index(list[i], "=") + 1)
		small = m == "i386" ? 14 : 7
		glibc_ratio = m == "i386" ? 1.38 : 1.27
		impl(m, "inline", 2, 7, 1, 118, 600)
		impl(m, "minimal", small, 16, 1.05, 127, 904)
		impl(m, "trapgate/" ours, small, 18, 1.06, 128, 950)
		impl(m, "trapgate-with-glibc/" ours, small, 18, 1.06, 700, 660000)
		impl(m, "glibc", small * 4, 110, glibc_ratio, 569, 666640)
		impl(m, "musl", small * 5, 200, 1.1, 138, 3136)
		impl(m, "dietlibc", small * 1.5, 90, 1.4, 133, 2424)
		impl(m, "klibc", small * 1.2, 37, 1.07, 173, 2336)
		impl(m, "nolibc", small, 35, m == "i386" ? 29.5 : 1.05, 119, 584)
		if (m == "i386") {
			impl(m, "trapgate/socketcall-vsyscall", 11, 15, 1.36, 131, 940)
			impl(m, "trapgate/direct-int80", 13, 16, 28.9, 140, 930)
		}
		put("goal", m, "ok", "instructions of a call < those of glibc", "<= 56", small)
		put("goal", m, "short", "bytes of the 20 calls", "<= 300", 360)
		put("goal", m, "(accepted)", "time of a call to inline", "<= 1.06", \
		    "1.07 (socket), accepted: the return is mispredicted here, always")
	}
}
