# options.sh - parses the command line of trapgate trace.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# Sets, besides the values of the options: sources, partner, arguments, partner_arguments
# and cc_words, the compiler's arguments, as lists of words (words.sh); linked, if the
# program is an executable already.

usage () {
	cat <<'EOF'
usage: trapgate trace [OPTION]... PROG.c...|PROGRAM [-- ARGUMENT...]

Runs a program in a guest and shows the path of each of its socket calls: the
stub's instructions, the trap, the kernel's entry and dispatch, the functions
that it enters with their arguments, and all results.

  --kernel=K,...          names of trapgate guest --list, or paths
                          [the first installed one that runs the program]
  --arch=ARCH, -m32, -m64 [the compiler's default]
  --libc=LIBC             glibc, musl or none [the first that was built]
  --route=ROUTE,... --entry=ENTRY,...
                          of trapgate, as for trapgate cc, or all [the first]
  --inline                calls that trap inline, as for trapgate cc
  --plain                 the libc alone
  --partner=FILE          a second program, started once PROG waits
  --partner-arg=ARGUMENT  for that one [the same as for PROG]
  --timeout=SECONDS       for each run [30]
  --steps=CALL,...        step, which is slow, only through stubs of these calls
  --no-steps              step through none
  --json                  print one object instead of text
  --html=FILE             write a page instead of text
  --help

A FILE, like PROG, is a source, or a static executable, which is run as it is.
@PORT@ in an argument becomes a port, the same one for both programs.
Everything else goes to the compiler.  Exit 0 if all runs were recorded, 1 if
a program ran longer than --timeout, 2 for an error, 125 if a guest failed.
EOF
}

kernels='' arch='' libc='' routes='' entries='' partner='' partner_arguments=''
partner_given='' timeout=30 json='' html='' bits='' sources='' cc_words=''
optimized='' program='' linked='' steps=yes stepped='' plain=

is_linked () { # FILE: whether it is an executable; an error if it is no file.
	need readelf binutils
	[ ! -d "$1" ] || die "$1 is a directory; name a source or an executable"
	[ -f "$1" ] || die "$1: no such file; name a source or an executable"
	[ -r "$1" ] || die "$1: cannot be read"
	case $(LC_ALL=C readelf -h -- "$1" 2>/dev/null) in
	*' EXEC '* | *' DYN '*) return ;;
	esac
	return 1
}

take_program () {
	if [ -n "$linked" ] || { is_linked "$1" && linked=yes; }; then
		[ -z "$program" ] || die "$1: an executable is traced as it is, alone"
	fi
	[ -n "$program" ] || program=$1
	add "$sources" "$1"
	sources=$list
}

take_word () { # WORD [VALUE]: an argument of the compiler, and its value
	case $1 in
	-o | -c | -S | -E | -M | -MM | -r | -shared | -fsyntax-only | -)
		die "$1: trace makes a program of its own; leave it out"
		;;
	--inline | --plain) ;;
	--*) die "unknown option '$1'; see trapgate help trace" ;;
	-O*) optimized=yes ;;
	esac
	add "$cc_words" "$@"
	cc_words=$list
}

take_option () {
	value=${1#*=}
	case $1 in
	--kernel=*) commas --kernel "$value"; kernels=$list ;;
	--arch=*) arch=$value ;;
	--libc=*) libc=$value ;;
	--route=*) commas --route "$value"; routes=$list ;;
	--entry=*) commas --entry "$value"; entries=$list ;;
	--partner=*)
		[ -z "$partner" ] || die "--partner=$value: there is one already; leave it out"
		partner=$value
		;;
	--partner-arg=*)
		partner_given=yes
		add "$partner_arguments" "$value"
		partner_arguments=$list
		;;
	--timeout=*) positive --timeout "$value"; timeout=$value ;;
	--html=*) html=$value ;;
	--json) json=yes ;;
	--steps=*) commas --steps "$value"; stepped=$list ;;
	--no-steps) steps= ;;
	--inline) take_word --inline ;;
	--plain) plain=yes; take_word --plain ;;
	-m32 | -m64) bits=$1 ;;
	*) return 1 ;;
	esac
}

parse () {
	while [ $# -gt 0 ]; do
		case $1 in
		--help)
			usage 2>/dev/null || lost
			exit 0
			;;
		--) shift; break ;;
		--kernel= | --arch= | --libc= | --route= | --entry= | --partner= | \
		--timeout= | --steps= | --html= | --kernel | --arch | --libc | --route | \
		--entry | --partner | --partner-arg | --timeout | --steps | --html)
			die "${1%=} needs a value: ${1%=}=..."
			;;
		-I | -L | -D | -U | -include | -isystem | -idirafter | -iquote | -x | \
		-T | -u | -z | -Xlinker | -Xassembler | -Xpreprocessor)
			[ $# -gt 1 ] || die "$1 needs a value"
			take_word "$1" "$2"
			shift
			;;
		-*) take_option "$1" || take_word "$1" ;;
		*) take_program "$1" ;;
		esac
		shift
	done
	[ -n "$program" ] || die "no program; see trapgate help trace"
	add '' "$@"
	arguments=$list
	[ -n "$partner_given" ] || partner_arguments=$arguments
	check_options
}

check_options () {
	for one in $stepped; do
		awk -v call="$one" '$1 == call { n++ } END { exit !n }' \
			"$TRAPGATE_DATA/socket/socket.tbl" || die "--steps=$one: no socket call"
	done
	[ -z "$partner_given" ] || [ -n "$partner" ] ||
		die "--partner-arg without --partner; name the program that gets it"
	if [ -n "$linked" ]; then
		for one in libc:$libc route:$routes entry:$entries; do
			[ -z "${one#*:}" ] || die "--${one%%:*}=${one#*:}: $program is linked \
already; give its source"
		done
		[ -z "$cc_words" ] ||
			die "${cc_words%%"$newline"*}: $program is linked already; give its source"
		return
	fi
	[ -n "$optimized" ] || take_word -O2
	[ -z "$plain" ] || [ -z "$routes$entries" ] ||
		die "--plain has no route or entry of trapgate; leave those out"
}
