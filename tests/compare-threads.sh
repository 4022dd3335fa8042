#!/bin/sh
# compare-threads.sh - trapgate compare: the calls of threads, in repeated runs.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2089,SC2090	# For sh and jq to expand.

. "$srcdir/tests/tap.sh"

has () { case " $TARGETS " in *" $1 "*) ;; *) return 1 ;; esac; }
# calls TEXT CONDITION: the object in json meets it.
calls () {
	expect "$1" sh -c 'test -s json && jq -e "$1" json' sh "$2"
}

# The ids differ from run to run, and so does which thread waits for which.
for arch in $ARCHS; do
	for libc in glibc musl; do
		has "$arch-$libc" || continue
		if ! faithful "$arch"; then
			cannot_run "$arch" "$arch: threads"
			break
		fi
		for run in 1 2 3; do
			"$TRAPGATE" compare "$(flag_of "$arch")" --json --no-count \
				--with=$libc -pthread "$srcdir/tests/compare-threads.c" >json
			calls "$arch, $libc: the same in run $run" \
				'.agree and ([.implementations[].calls |
				.equal and .processes == 6] |
				length == 2 and all)'
		done
	done
done

# A number that differs is found, in its thread.
for arch in $ARCHS; do
	{ has "$arch-glibc" && has "$arch-musl" && faithful "$arch"; } || continue
	"$TRAPGATE" compare "$(flag_of "$arch")" --json --no-count \
		--with=glibc,musl -pthread "$srcdir/tests/compare-threads.c" >json
	for thread in 0 1 2 3 4; do
		text="\"pid P1, tid P$((thread + 2)), number"
		for line in "-P$((thread + 2)) write(FD2, $text $thread," \
			"+P$((thread + 2)) writev(FD2, [{iov_base=$text 10$thread,"; do
			export line
			calls "$arch: $line" '[.differences[] |
				select(.implementation == "musl") | .diff[] |
				startswith(env.line)] | any'
		done
	done
done

# --- The port and ids in a program's output are recognized as whole numbers.
parts=$srcdir/tools/compare
# shellcheck disable=SC2034
port=40001
. "$parts/run.sh"
printf '%s\n' 40001 1400017 'at 40001,40001 40001' 400010 '[::1]:40001.' >text
hide_port text
printf '%s\n' @PORT@ 1400017 'at @PORT@,@PORT@ @PORT@' 400010 '[::1]:@PORT@.' >want
expect 'the port is replaced, and no other number' diff -u want text
cat >trace <<'EOF'
123 execve("./a", ["./a"], 0x7ffe /* 9 vars */) = 0
123 write(1, "123 pid 123 1230 /proc/123/x\00140001 \0140001 140001", 47) = 47
123 fork() = 4567
4567 write(1, "4567 14567 45670 \33[1m", 21) = 21
4567 getpid() = 4567
4567 writev(1, [{iov_base="a 4567\n", iov_len=7}, {iov_base="4567", iov_len=4}], 2) = 11
4567 read(0, "pid 123\n", 80) = 8
4567 sendto(3<socket:[9]>, "", 4567, 0, NULL, 0) = 4567
4567 futex(0x7f1234567890, FUTEX_WAIT, 2147488215, NULL) = -1 EAGAIN (Resource)
123 rt_sigreturn({mask=[]}) = 4567
EOF
cat >want <<'EOF'
P1 write(1, "123 pid P1 1230 /proc/P1/x\001PORT \0140001 140001", 44) = 44
P1 fork() = P2
P1 rt_sigreturn({mask=[]}) = P2
P2 write(1, "P2 14567 45670 \33[1m", 19) = 19
P2 getpid() = P2
P2 writev(1, [{iov_base="a P2\n", iov_len=5}, {iov_base="P2", iov_len=2}], 2) = 7
P2 read(0, "pid P1\n", 80) = 7
P2 sendto(FD1, "", 4567, 0, NULL, 0) = 4567
P2 futex(ADDR, FUTEX_WAIT, 2147483648|P2, NULL) = -1 EAGAIN (Resource)
EOF
awk -v skip=0 -v port=40001 -f "$parts/normalise.awk" trace pass=2 trace >got
expect 'ids are replaced in text, locks and results, but not in sizes' diff -u want got
finish
