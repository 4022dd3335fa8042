#!/bin/sh
# cc-projects.sh - builds real projects with CC="trapgate cc" and runs their tests.
# SPDX-License-Identifier: MIT
#
# The sources are Debian's, from the mirror and the suite that apt is configured for:
# socat (autoconf), libuv (cmake) and nuttcp (make).  Each is built by gcc with glibc
# and by clang with musl, the smallest by both with both.  PROJECTS=libuv selects one.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/programs/sources.lib"
LC_ALL=C
export LC_ALL
unset CC
top=$PWD
PATH=$builddir/bin:$PATH

# --- The sources.  The mirror of security updates may have none.
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ ! -f "$keys" ] || signed="[signed-by=$keys] "
# shellcheck disable=SC2016	# For apt to expand.
apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' \
	'Created-By: Packages' 2>err | sort -u | awk '$2 !~ /-security/' |
	sed "s|^|deb-src ${signed-}|" >list
if [ ! -s list ]; then
	skip 'real projects' 'apt has no package lists; apt-get update'
	finish
fi
read_sources list || {
	skip 'real projects' "$why"
	finish
}

# held PROGRAM: succeeds if it contains trapgate, with the libc wanted.
held () { trapgate show "$1" | grep -q "[0-9]-$libc,"; }

# --- autoconf: the compiler comes from the environment.
socat () {
	rm -rf work && cp -R socat work && cd work || return
	expect "$text: configure" ./configure --disable-openssl --disable-readline
	expect "$text: make" make -j2 socat
	expect "$text: contains trapgate" held ./socat
	# Its own tests of streams, TCP, UDP and UNIX sockets.
	SOCAT=./socat bash ./test.sh -t 0.2 1 2 3 6 7 10 14 15 16 17 18 19 20 >log 2>&1
	expect "$text: its own tests" grep -q 'Summary:.*[1-9][0-9]* ok, 0 failed' log
	cd "$top" || exit
}

# --- cmake: the compiler comes from the environment, too, and is split in two.
libuv () {
	rm -rf work && cp -R libuv1 work && cd work || return
	expect "$text: cmake" cmake -S . -B b -DCMAKE_BUILD_TYPE=Release
	expect "$text: make" cmake --build b -j2 --target uv_run_tests_a
	expect "$text: contains trapgate" held b/uv_run_tests_a
	# Its tests refuse to run as root.
	as=
	[ "$(id -u)" != 0 ] || as='setpriv --reuid=65534 --regid=65534 --clear-groups'
	place=$(mktemp -d) && chmod 755 "$place" && cp b/uv_run_tests_a "$place"
	cd "$place" || return
	for test in tcp_ping_pong tcp_ping_pong_vec tcp_bind_error_addrinuse_listen \
		tcp_connect_error_fault tcp_oob tcp_write_to_half_open_connection \
		udp_send_and_recv udp_mmsg udp_connect udp_multicast_join pipe_ping_pong \
		pipe_sendmsg pipe_getsockname ipc_send_recv_tcp ipc_tcp_connection \
		getaddrinfo_basic getnameinfo_basic_ip4 socket_buffer_size emfile; do
		# shellcheck disable=SC2086	# Words, or nothing.
		expect "$text: its own test $test" timeout 60 $as ./uv_run_tests_a "$test"
	done
	cd "$top" && rm -rf "$place"
}

# --- make: the compiler comes from CC=, which make exports.
nuttcp () {
	rm -rf work && cp -R nuttcp work && cd work || return
	unset CC
	expect "$text: make CC=" make CC="trapgate cc --libc=$libc"
	for program in ./nuttcp-[0-9]*; do
		[ ! -x "$program" ] || break
	done
	expect "$text: contains trapgate" held "$program"
	port=$((20000 + $$ % 10000))
	"$program" -S --nofork -P "$port" -p "$((port + 10000))" >served 2>&1 &
	server=$!
	tries=0
	until "$program" -P "$port" -p "$((port + 10000))" -T1 127.0.0.1 >log 2>&1; do
		tries=$((tries + 1))
		[ "$tries" -lt 20 ] || break
		sleep 0.2
	done
	kill "$server"
	wait "$server" 2>err
	expect "$text: a transfer over TCP" grep -q '[1-9].* MB / .* Mbps' log
	cd "$top" || exit
}

for project in ${PROJECTS:-socat libuv nuttcp}; do
	package=$project
	[ "$project" != libuv ] || package=libuv1
	if [ "$project" = libuv ] && ! command -v cmake >/dev/null; then
		skip libuv 'no cmake; apt-get install cmake'
		continue
	fi
	unpacked "$package" || continue
	for compiler in gcc clang; do
		if ! command -v "$compiler" >/dev/null; then
			skip "$project, $compiler" "no $compiler; apt-get install $compiler"
			continue
		fi
		for libc in glibc musl; do
			case $project-$compiler-$libc in
			nuttcp-* | *-gcc-glibc | *-clang-musl) ;;
			*) continue ;;
			esac
			case " $TARGETS " in
			*" x86_64-$libc "*) ;;
			*) skip "$project-$libc" "x86_64-$libc is not built"; continue ;;
			esac
			text="$project, $compiler-$libc"
			CC="trapgate cc --libc=$libc" TRAPGATE_CC=$compiler
			export CC TRAPGATE_CC
			$project
		done
	done
done
finish
