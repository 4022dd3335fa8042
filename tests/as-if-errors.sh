#!/bin/sh
# as-if-errors.sh - trapgate as-if: one line for each error.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/as-if.lib"

"$TRAPGATE" as-if --list >list
asif_error 'no profile' 2 'which PROFILE? see trapgate as-if --list'
asif_error 'no command' 2 'which COMMAND? see trapgate help as-if' 4.2
asif_error 'no command after --' 2 'which COMMAND? see trapgate help as-if' 4.2 --
asif_error 'an unknown profile' 2 "there is no profile 'dokcer'; see trapgate \
as-if --list" dokcer true
asif_error 'half a profile' 2 "there is no profile 'docker'; there is \
docker-29.4.2; see trapgate as-if --list" docker true
asif_error 'an empty profile' 2 "there is no profile ''; see trapgate as-if --list" '' true
for bad in 4. .2 4 4.2x 4..2 4.2.1.1 4.9999 -- 6.1.0-47-amd64; do
	[ "$bad" != -- ] || continue
	asif_error "malformed: $bad" 2 "there is no profile '$bad'; see trapgate \
as-if --list" "$bad" true
done
for old in 0.1 1.0 2.4.37 2.5.4; do
	asif_error "too old: $old" 2 "'$old' is older than the tables know; the \
first release that i386 and x86_64 share is 2.5.5" $old true
done
asif_error 'too new' 2 "'7.1' is newer than the tables know; the last release in \
them is 7.0" 7.1 true
asif_error 'an unknown option' 2 \
	"unknown option '--colour'; see trapgate help as-if" --colour 4.2 true
asif_error 'an option that takes no value' 2 '--dry-run takes no value' --dry-run=x 4.2
asif_error 'a short option' 2 "unknown option '-d'; see trapgate help as-if" -d 4.2 true
asif_error 'no value' 2 '--errno needs a value: --errno=...' --errno 4.2 true
asif_error 'no value' 2 '--deny needs a value: --deny=...' 4.2 --deny true
asif_error 'an unknown error' 2 "--errno=ENOSUCH is no error; give a number from 1 \
to 4095, a name of errno(3), SIGSYS or kill" --errno=ENOSUCH 4.2 true
for bad in 0 4096 -1 1x ''; do
	asif_error "no error: '$bad'" 2 "--errno=$bad is no error; give a number \
from 1 to 4095, a name of errno(3), SIGSYS or kill" --errno="$bad" 4.2 true
done
asif_error 'an unknown call' 2 "--deny: neither i386 nor x86_64 has a call 'bnd'; \
give one of syscalls(2)" --deny=bnd 4.2 true
asif_error 'not on that architecture' 2 "--deny: x86_64 has no call 'socketcall'; \
give one of syscalls(2)" --deny=x86_64:socketcall 4.2 true
asif_error 'an operation without socketcall' 2 "--deny: neither i386 nor x86_64 \
has a call 'send'; the operation is socketcall:send" --deny=send 4.2 true
asif_error 'an unknown operation' 2 "--deny: socketcall has no operation 'bnd'; \
give one of socketcall(2)" --deny=socketcall:bnd 4.2 true
asif_error 'an unknown architecture' 2 "--deny=vax:bind: before the colon there is i386, \
x86_64, socketcall, socket or socketpair" --deny=vax:bind 4.2 true
asif_error 'a part of a call that has none' 2 "--deny=bind:AF_UNIX: before the colon there \
is i386, x86_64, socketcall, socket or socketpair" --deny=bind:AF_UNIX 4.2 true
asif_error 'operations of x86_64' 2 "--deny=socketcall:bind: before the colon there is \
i386, x86_64, socketcall, socket or socketpair" --deny=x86_64:socketcall:bind 4.2 true
for family in AF_NONE AF_MAX PF_UNIX 1x '' -1 2147483648; do
	asif_error "an unknown family: '$family'" 2 "--deny: there is no family '$family'; give \
a name of address_families(7), such as AF_ALG, or a number" --deny="socket:$family" 4.2 true
done
asif_error 'a family behind a pointer' 2 "--deny: a filter does not see the arguments of \
socketcall:socket, which are behind a pointer; deny the operation" \
	--deny=i386:socketcall:socket:AF_ALG 4.2 true
asif_error 'an empty name' 2 "--deny=read,,write has an empty name; give \
CALL\[,CALL\]..." --deny=read,,write 4.2 true
asif_error 'no such command' 127 "there is no command 'nonesuch'; give its path, or \
set PATH" 4.2 nonesuch
asif_error 'no such path' 127 "there is no command './none/such'; .*" 4.2 ./none/such
asif_error 'not executable' 126 "cannot run './list': Permission denied; give the \
path of a program" 4.2 ./list
asif_error 'a directory' 126 "cannot run './': Is a directory; .*" 4.2 ./
asif_error 'the same while watched' 127 "there is no command 'nonesuch'; .*" \
	android-x86 nonesuch
printf '#!/none/such\n' >script
chmod +x script
asif_error 'no interpreter' 127 "cannot run './script': its interpreter or loader \
is missing; install that" 4.2 ./script
asif_error 'a command that cannot be run' 126 "cannot run 'true': eperm denies \
execve; allow it" --deny=execve eperm true
refuse 'a kernel without seccomp' 2 "^trapgate as-if: this kernel has no \
seccomp filters; take one from 3.5 on, with CONFIG_SECCOMP_FILTER$" \
	asif --errno=EINVAL --deny=seccomp,prctl eperm \
	"$TRAPGATE" as-if 4.2 true
refuse 'a sandbox without filters' 2 "^trapgate as-if: the kernel refuses the \
filter: Operation not permitted; a sandbox around this may deny seccomp$" \
	asif --deny=seccomp,prctl eperm "$TRAPGATE" as-if 4.2 true
refuse 'no room for output' 2 "^trapgate as-if: cannot write to standard \
output; is there room?$" sh -c '"$TRAPGATE" as-if --list >/dev/full'
is 'options may follow PROFILE' "$(asif --dry-run 4.2)" \
	"$(asif 4.2 --dry-run)"
is 'an option of the command goes to the command' '--list' \
	"$(asif 4.2 echo --list)"
finish
