#!/bin/sh
# as-if-oci.sh - trapgate as-if --oci: profiles of Docker and Podman, as runc takes them.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c and jq to expand.
#
# The reference is libseccomp with the same profile: both filters are interpreted for all
# numbers, and for the values of every condition (as-if-oci.c).  OCI_PROFILES="FILE..."
# compares more profiles, OCI_RANDOM=N more random ones.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/as-if.lib"

# profile FILE JSON: writes a profile; the rest of it follows {.
profile () { printf '{%s\n' "$2" >"$1"; }
some='"defaultAction": "SCMP_ACT_ERRNO", "syscalls"'
all='"defaultAction": "SCMP_ACT_ALLOW", "syscalls"'

# --- Errors: one line each.
wrong () { # TEXT LINE JSON
	profile p.json "$3"
	asif_error "$1" 2 "--oci=p.json: $2" --oci=p.json true
}
asif_error 'no such file' 2 '--oci=none.json: No such file or directory; give a readable file' \
	--oci=none.json true
asif_error 'a directory' 2 '--oci=.: Is a directory; give a readable file' --oci=. true
wrong 'no JSON' 'parse error: .* at line [0-9], column [0-9]*' '"defaultAction": }'
wrong 'cut off' 'parse error: Unfinished .* at EOF at line .*' '"syscalls": ['
wrong 'two objects' 'there is not one object' '} {}'
spec='; see the runtime specification of OCI, config-linux'
wrong 'no profile' "null is no action$spec" '"Image": "x"}'
for what in SCMP_ACT_DENY 'a b' ''; do
	wrong "an unknown action: '$what'" ".* is no action.*\|there is no action '$what'.*" \
		"$some: [{\"names\": [\"read\"], \"action\": \"$what\"}]}"
done
wrong 'an unknown default action' "there is no action 'ALLOW'; see the runtime \
specification of OCI, config-linux" '"defaultAction": "ALLOW"}'
wrong 'notify by default' 'runc refuses SCMP_ACT_NOTIFY as the default action; .*' \
	'"defaultAction": "SCMP_ACT_NOTIFY"}'
wrong 'a rule without an action' "the rule of \[\"read\"]: null is no action$spec" \
	"$some: [{\"names\": [\"read\"]}]}"
for value in 4096 65537 -1; do
	wrong "no error: $value" ".*\(there is no error '$value'\|$value is no number\).*" \
		"$some: [{\"names\": [\"read\"], \"action\": \"SCMP_ACT_ERRNO\",
		\"errnoRet\": $value}]}"
done
wrong 'an unknown operator' "there is no operator 'SCMP_CMP_IN'; .*" "$some: [{\"names\":
	[\"read\"], \"action\": \"SCMP_ACT_ALLOW\", \"args\": [{\"index\": 0, \"value\": 1,
	\"op\": \"SCMP_CMP_IN\"}]}]}"
wrong 'a seventh argument' "there is no argument '6'; .*" "$some: [{\"names\":
	[\"read\"], \"action\": \"SCMP_ACT_ALLOW\", \"args\": [{\"index\": 6, \"value\": 1,
	\"op\": \"SCMP_CMP_EQ\"}]}]}"
for value in -1 1.5 18446744073709551616 '"1"'; do
	wrong "no value: $value" "the rule of \[\"read\"]: .*\(is no number from 0 to \
2^64-1$spec\|has more than 53 bits, which need jq 1.7 or newer\)" "$some: [{\"names\":
		[\"read\"], \"action\": \"SCMP_ACT_ALLOW\", \"args\": [{\"index\": 0,
		\"value\": $value, \"op\": \"SCMP_CMP_EQ\"}]}]}"
done
wrong 'no list' "the rule of \"read\": \"read\" is no list$spec" "$some: [{\"names\": \"read\",
	\"action\": \"SCMP_ACT_ALLOW\"}]}"
wrong 'name and names' 'the rule of .*: there are both name and names, which .*' "$some:
	[{\"name\": \"read\", \"names\": [\"write\"], \"action\": \"SCMP_ACT_ALLOW\"}]}"
wrong 'both lists of architectures' 'there are both architectures and archMap, .*' \
	'"defaultAction": "SCMP_ACT_ALLOW", "architectures": ["SCMP_ARCH_X86"], "archMap":
	[{"architecture": "SCMP_ARCH_X86_64"}]}'
wrong 'an unknown architecture' "there is no architecture 'vax'; .*" \
	'"defaultAction": "SCMP_ACT_ALLOW", "architectures": ["vax"]}'
wrong 'no release' ".*: \"4\" is no minKernel, such as \"4.8\"$spec" "$some: [{\"names\":
	[\"read\"], \"action\": \"SCMP_ACT_ALLOW\", \"includes\": {\"minKernel\": \"4\"}}]}"
wrong 'an unknown flag' "there is no flag 'LOUD'; .*" \
	'"defaultAction": "SCMP_ACT_ALLOW", "flags": ["LOUD"]}'
wrong 'rules that differ' "two rules of socket have the same conditions and different \
actions, which runc refuses; remove one" "$some: [
	{\"names\": [\"socket\"], \"action\": \"SCMP_ACT_ALLOW\", \"args\": [{\"index\": 0,
	\"value\": 1, \"op\": \"SCMP_CMP_EQ\"}]},
	{\"names\": [\"socket\"], \"action\": \"SCMP_ACT_TRAP\", \"args\": [{\"index\": 0,
	\"value\": 1, \"op\": \"SCMP_CMP_EQ\"}]}]}"
profile p.json "$all: []}"
asif_error 'an unknown capability' 2 "--caps: there is no capability 'CAP_FLY'; give names \
of capabilities(7), or ALL" --caps=KILL,CAP_FLY --oci=p.json true
asif_error 'capabilities without a profile' 2 \
	'--caps selects rules of a profile; give --oci=FILE' --caps=KILL 4.2 true
asif_error 'a profile of both kinds' 2 'PROFILE and --oci: give one of them' 4.2 \
	--oci=p.json true
asif_error 'no command' 2 'which COMMAND? see trapgate help as-if' --oci=p.json
mkdir bin
ln -s "$(command -v true)" bin/true
without_jq () { PATH=$PWD/bin asif "$@"; }
run=without_jq
asif_error 'no jq' 2 "--oci=p.json: it is read by jq, which cannot be run: No such file or \
directory; install jq" --oci=p.json true
# shellcheck disable=SC2034	# For asif_error.
run=asif
cp p.json -- '-odd name.json'
is 'any name of a file' fine "$(asif '--oci=-odd name.json' echo fine 2>&1)"
is 'input goes to the command' words "$(echo words | asif --oci=p.json cat)"

# --- What a profile denies, as the dry run has it.
dry () { asif --dry-run "$@" | sed -e '/^#/d' -e 's/  */ /g'; }
cat >p.json <<'END'
{"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [
	{"names": ["chroot", "none such", "nonesuch"], "action": "SCMP_ACT_ERRNO", "errnoRet": 7},
	{"name": "read", "action": "SCMP_ACT_ERRNO", "errno": "EXDEV", "errnoRet": 9},
	{"names": ["write"], "action": "SCMP_ACT_KILL",
	 "includes": {"caps": ["CAP_KILL", "CAP_CHOWN"], "arches": ["s390x", "amd64"]}},
	{"names": ["open"], "action": "SCMP_ACT_KILL",
	 "includes": {"caps": ["CAP_KILL", "CAP_SYS_ADMIN"]}},
	{"names": ["close"], "action": "SCMP_ACT_LOG",
	 "excludes": {"caps": ["CAP_KILL", "CAP_SYS_ADMIN"]}},
	{"names": ["stat"], "action": "SCMP_ACT_TRAP",
	 "includes": {"minKernel": "3.0"}, "excludes": {"minKernel": "99.0"}},
	{"names": ["fstat"], "action": "SCMP_ACT_TRAP", "includes": {"minKernel": "99.0"}},
	{"names": ["lstat"], "action": "SCMP_ACT_TRACE", "excludes": {"arches": ["amd64"]}}]}
END
if [ "$(uname -m)" = x86_64 ]; then
	is 'errors, and which rules apply' 'x86_64 0 read EXDEV
x86_64 1 write killed
x86_64 4 stat SIGSYS
x86_64 161 chroot E2BIG' "$(dry --oci=p.json | grep '^x86_64')"
	is '--caps=SYS_ADMIN,CAP_KILL' 'x86_64 0 read EXDEV
x86_64 2 open killed
x86_64 4 stat SIGSYS
x86_64 161 chroot E2BIG' "$(dry --oci=p.json --caps=SYS_ADMIN,CAP_KILL | grep '^x86_64')"
	is '--caps= and --caps=ALL' '3 close logged|2 open killed|' "$(
		dry --oci=p.json --caps= | sed -n 's/^x86_64 \(3.*\)/\1/p' | tr '\n' '|'
		dry --oci=p.json --caps=ALL | sed -n 's/^x86_64 \(2 .*\)/\1/p' | tr '\n' '|')"
	is 'other architectures are killed' 'i386 1 exit killed
x32 1 write killed' "$(dry --oci=p.json | grep -E '^(i386|x32) 1 ')"
	is '--deny precedes the profile' 'x86_64 0 read EPERM
x86_64 41:38 socket:AF_ALG EPERM' "$(dry --oci=p.json --deny=read,x86_64:socket:AF_ALG |
		grep -e ':AF_ALG' -e '^x86_64 0 ')"
fi
profile p.json "$all: [{\"names\": [\"mknod\"], \"action\": \"SCMP_ACT_NOTIFY\"},
	{\"names\": [\"mknodat\"], \"action\": \"SCMP_ACT_NOTIFY\"}],
	\"flags\": [\"SECCOMP_FILTER_FLAG_LOG\", \"SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV\"]}"
asif --oci=p.json echo fine >out 2>err
is 'it is stated once what is not simulated' 'fine
trapgate as-if: p.json: SECCOMP_FILTER_FLAG_LOG: denied calls are not logged
trapgate as-if: p.json: SCMP_ACT_NOTIFY has no listener here, so such a call fails with ENOSYS' \
	"$(cat out err)"

if [ "$(uname -m)" = x86_64 ]; then
	# merged TEXT COUNT RULE RULE: the note on two rules of a call, if it is true.
	merged () {
		profile p.json "$all: [{\"names\": [\"mknod\"], \"action\": \"SCMP_ACT_TRAP\",
			\"args\": [$3]}, {\"names\": [\"mknod\"], \"action\": \"SCMP_ACT_LOG\",
			\"args\": [$4]}]}"
		is "libseccomp's merging: $1" "$2" "$(asif --dry-run --oci=p.json | grep -c \
			'p.json: the rules of mknod apply as they stand; libseccomp up to ')"
	}
	one='{"index": 1, "op": "SCMP_CMP_EQ", "value": 1}'
	two='{"index": 2, "op": "SCMP_CMP_EQ", "value": 2}'
	merged 'one word each' 0 "$one" "$two"
	merged 'two conditions' 1 "$one" "$one, $two"
	merged 'a high word' 1 "$one" '{"index": 1, "op": "SCMP_CMP_EQ", "value": 4294967296}'
	profile p.json "$all: [{\"names\": [\"mkdir\"], \"action\": \"SCMP_ACT_ERRNO\",
		\"errnoRet\": 4094}]}"
	is 'a large error' 'errno 4094' "$(dry --oci=p.json | sed -n 's/^x86_64.* mkdir //p')"
fi

# --- In programs.
awk -f "$srcdir/tests/as-if-oci-cases.awk" "$srcdir/tests/as-if-oci.txt"
# case_of TEXT: copies its profile to p.json.
case_of () { cp "$(grep -l -x "\"comment\": \"$1\"," case-*.json)" p.json; }
build_probes
case_of 'for programs'
for arch in $archs; do
	faithful "$arch" || { cannot_run "$arch" "$arch: --oci"; continue; }
	number_of () { awk -v n="$1" '$1 == n { print $2 }' "$srcdir/sysdeps/$arch/numbers.tbl"; }
	socket=$(number_of socket)
	there () { on "$arch" --with="$PWD/probe-$arch" "$part" "$@"; }
	is "$arch: families" "$socket:0 7
$socket:1 7
$socket:99 97" "$(there --oci=p.json "./probe-$arch" "$socket:0" "$socket:1" "$socket:99" 2>&1)"
	run=there
	asif_error "$arch: killed" 159 "./probe-$arch was killed by SIGSYS, as by a call that \
p.json denies by killing" --oci=p.json "./probe-$arch" "$(number_of getpid)"
	asif_error "$arch: trapped" 159 "./probe-$arch was killed: $arch call \
$(number_of getppid) (getppid) is denied by p.json" --oci=p.json "./probe-$arch" -k \
		"$(number_of getppid)"
done
# --- The same results as libseccomp's.
if [ "$(uname -m)" != x86_64 ]; then
	skip 'as libseccomp' 'the reference is for x86_64'
	finish
fi
printf '#include <seccomp.h>\n' | $CC -E - >/dev/null 2>&1 || {
	skip 'as libseccomp' 'there is no libseccomp; ./bootstrap check installs it'
	finish
}
# shellcheck disable=SC2086	# CC may hold options.
$CC -O2 -o reference "$srcdir/tests/as-if-oci.c" \
	"$srcdir/tests/as-if-oci-libseccomp.c" -lseccomp >log 2>&1 || {
	fail 'the reference builds' log
	finish
}
default='CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP
	NET_BIND_SERVICE SYS_CHROOT KILL AUDIT_WRITE'
kernel=$(uname -r | sed 's/^\([0-9]*\)\.\([0-9]*\).*/[\1, \2]/')
# make_filters FILE CAPABILITIES: the rules for the reference, and as-if's filter.
make_filters () {
	# shellcheck disable=SC2086	# Names.
	caps=$(printf '%s,' $2 | sed 's/,$//')
	jq -r --arg caps "$caps" --argjson kernel "$kernel" \
		-f "$srcdir/tests/as-if-oci.jq" "$1" >rules || return
	asif --export --oci="$1" --caps="$caps" >filter
}
# as_reference TEXT FILE CAPABILITIES: without the calls that libseccomp lacks; releases
# before 2.5.6 lack map_shadow_stack of x32.
as_reference () {
	jq -r '.syscalls[] | (.names // [.name])[]' "$2" | sort -u >names
	./reference --known <names | grep -v -x map_shadow_stack >known
	jq --rawfile known known '($known | split("\n")) as $known |
		.syscalls |= map(.names |= map(select(. as $one | $known | index($one))))' \
		"$2" >same.json
	make_filters same.json "$3" 2>log && ./reference rules filter >>log
	one=$?
	if [ $one -eq 0 ] && [ "$(wc -l <known)" -ge "${4:-0}" ]; then
		pass "$1: $(tail -n 1 log)"
	else
		fail "$1" log
	fi
}
for file in /usr/share "$builddir/baselines/containers/usr/share"; do
	file=$file/containers/seccomp.json
	[ ! -f "$file" ] || OCI_PROFILES="${OCI_PROFILES-} $file"
done
[ -n "${OCI_PROFILES-}" ] || skip "Podman's profile as libseccomp has it" \
	'there is none; ./bootstrap check unpacks golang-github-containers-common'
for file in ${OCI_PROFILES-}; do
	as_reference "$file" "$file" "$default" 300
	as_reference "$file, with SYS_ADMIN alone" "$file" 'SYS_ADMIN' 300
done

# The cases that these profiles lack.
for file in case-*.json; do
	as_reference "$(sed -n 's/^"comment": "\(.*\)",$/\1/p' "$file")" "$file" "$default"
done

case_of 'the rules of docker-29.4.2'
for arch in i386 x86_64; do
	is "docker-29.4.2, $arch: Docker's rules" \
		"$(dry --oci=p.json | grep "^$arch .*socket" | sort)" \
		"$(dry docker-29.4.2 | grep "^$arch " | sort)"
done

# The jumps and the length of a filter: 170 calls with conditions on three tables, a call
# with 60, and too many.
many () { # CALLS CONDITIONS: a profile with alternatives for each call
	sed -e 's/#.*//' -e '/^$/d' "$srcdir/sysdeps/x86_64/numbers.tbl" |
		awk -v calls="$1" -v conditions="$2" '
		BEGIN { printf "many\n\tdefault ERRNO\n\tarch X86 X32\n" }
		NR <= calls {
			for (i = 0; i < conditions; i++)
				printf "\tALLOW %s 1 EQ %d\n", $1, i + NR % 2
		}' >many
	awk -f "$srcdir/tests/as-if-oci-cases.awk" many
	mv case-01.json p.json
}
many 170 1
as_reference 'conditions on 170 calls' p.json ''
many 2 60
as_reference '60 rules for a call' p.json ''
many 300 3
asif_error 'too many rules' 2 "the filter is longer than the 4096 instructions that the \
kernel takes; leave out some rules" --oci=p.json true

# Random profiles; of those with several actions, libseccomp refuses some.
number=0
while [ $((number += 1)) -le "${OCI_RANDOM-4}" ]; do
	for mixed in 0 1; do
		awk -v seed=$number -v mixed=$mixed -f "$srcdir/tests/as-if-oci.awk" >p.json
		make_filters p.json '' 2>log
		one=$?
		./reference rules filter >>log
		case $one/$? in
		0/0) pass "random profile $number, $mixed: $(tail -n 1 log)" ;;
		2/3) pass "random profile $number, $mixed: refused" ;;
		*) fail "random profile $number, $mixed" log ;;
		esac
	done
done
finish
