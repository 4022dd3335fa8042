# options.sh - parses the command line of trapgate compare.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# Sets, besides the values of the options: cc_words and cc_libs, the compiler's
# arguments before and after the sources; sources, partner, arguments and
# partner_arguments; all as lists of words (words.sh).

usage () {
	cat <<'EOF'
usage: trapgate compare [-m32|-m64] [OPTION]... PROG.c... [-- ARGUMENT...]

  --with=LIBC,...         of glibc, musl, dietlibc, klibc, none
                          [all of them that are installed, but none]
  --freestanding          trapgate without a libc, too
  --route=ROUTE,... --entry=ENTRY,...
                          of trapgate, as for trapgate cc, or all [the first]
  --objects-for=LIBC      PROG is an object or an archive made for this libc
  --partner=OTHER.c       a program that runs beside PROG, once PROG is ready
  --partner-arg=ARGUMENT  for that one [the same as for PROG]
  --stdin=FILE            what both read [nothing]
  --timeout=SECONDS       for each run [20]
  --no-count              do not count instructions
  --time[=ROUNDS]         compare wall time, runs interleaved [25 rounds]
  --strict-calls          other system calls are another result, too
  --full                  show all of each difference, not its first 20 lines
  --json                  one object on standard output
  --html=FILE             a page
  --help

@PORT@ in an argument becomes a free port, the same one for both programs.
Everything else goes to the compiler.  Exit 0 if the results agree, 1 if not,
2 for an error.
EOF
}

a_source () { # file: of the program, or of the partner
	[ -f "$1" ] || die "$1: no such file"
	case $1 in
	*.[oa]) objects=$1 ;;
	esac
}

with='' none='' routes='' entries='' objects_for='' objects='' partner=''
partner_arguments='' partner_given='' stdin='' timeout=20 count=yes rounds=0
strict='' most=20 json='' html='' bits='' sources='' cc_words='' cc_libs=''
arguments='' program='' optimized=''

cc_word () { # WORD...: for the compiler, before the sources
	add "$cc_words" "$@"
	cc_words=$list
}

partner_word () { # ARGUMENT...: for measure
	for argument; do
		add "$partner_words" "--partner-arg=$argument"
		partner_words=$list
	done
}

parse () {
	while [ $# -gt 0 ]; do
		value=${1#*=}
		case $1 in
		--help)
			usage 2>/dev/null || lost
			exit 0
			;;
		--) shift; break ;;
		--with= | --route= | --entry= | --objects-for= | --partner= | --stdin= | \
		--timeout= | --html= | --with | --route | --entry | --objects-for | --partner | \
		--partner-arg | --stdin | --timeout | --html)
			die "${1%=} needs a value: ${1%=}=..."
			;;
		--with=*) commas --with "$value"; with=$list ;;
		--freestanding) none=none ;;
		--route=*) commas --route "$value"; routes=$list ;;
		--entry=*) commas --entry "$value"; entries=$list ;;
		--objects-for=*) objects_for=$value ;;
		--partner=*)
			a_source "$value"
			add "$partner" "$value"
			partner=$list
			;;
		--partner-arg=*)
			partner_given=yes
			add "$partner_arguments" "$value"
			partner_arguments=$list
			;;
		--stdin=*)
			[ -r "$value" ] || die "--stdin=$value: cannot be read"
			stdin=$value
			;;
		--timeout=*) positive --timeout "$value"; timeout=$value ;;
		--no-count) count= ;;
		--time) rounds=25 ;;
		--time=*) positive --time "$value"; rounds=$value ;;
		--strict-calls) strict=yes ;;
		--full) most=0 ;;
		--json) json=yes ;;
		--html=*) html=$value ;;
		-m32 | -m64) bits=$1 ;;
		-o | -c | -S | -E | -M | -MM | -r | -shared | -fsyntax-only | -)
			die "$1: compare makes programs of its own; leave it out"
			;;
		--libc* | --plain | --print) die "$1: --with= chooses the libcs" ;;
		-I | -L | -D | -U | -include | -isystem | -idirafter | -iquote | -x | \
		-T | -u | -z | -Xlinker | -Xassembler | -Xpreprocessor)
			[ $# -gt 1 ] || die "$1 needs a value"
			cc_word "$1" "$2"
			shift
			;;
		-l* | -Wl,*) add "$cc_libs" "$1"; cc_libs=$list ;;
		-O*) optimized=yes; cc_word "$1" ;;
		--*) die "unknown option '$1'; see trapgate help compare" ;;
		-*) cc_word "$1" ;;
		*)
			a_source "$1"
			[ -n "$program" ] || program=$1
			add "$sources" "$1"
			sources=$list
			;;
		esac
		shift
	done
	[ -n "$program" ] || die "no program; see trapgate help compare"
	# In both, @PORT@ is replaced for each run.
	add '' "$@"
	arguments=$list
	[ -n "$partner_given" ] || partner_arguments=$arguments
	partner_words=
	with_words "$partner_arguments" partner_word
	[ -n "$optimized" ] || cc_word -O2
	[ -z "$partner_given" ] || [ -n "$partner" ] ||
		die "--partner-arg without --partner"
	[ -z "$objects" ] || [ -n "$objects_for" ] || die "$objects is compiled \
already; name the libc it is made for: --objects-for=glibc"
	[ -n "$objects" ] || [ -z "$objects_for" ] ||
		die "--objects-for=$objects_for: there is no object among the files"
}
