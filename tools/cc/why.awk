# why.awk - part of trapgate cc: explains a failed link in one line.
# SPDX-License-Identifier: MIT
#
# Reads the messages of the same link, repeated in the C locale, and then a line
# "trapgate-status N" with its exit status: if that is 0, prints nothing and exits
# with 0.  From the environment: libc, arch, compiler.

# The causes; the first whose pattern a line matches is named.
BEGIN {
	libc = ENVIRON["libc"]
	on = libc == "none" ? "without a libc" : "with " libc
	runtime("-fsanitize=", "-fsanitize=?[^ ]*['\"]? not allowed with|" \
		"with -fsanitize=|libclang_rt\\.[a-z_]*san|-l[a-z]+san|lib[a-z]+san\\.|" \
		lacks("__(asan|hwasan|lsan|msan|tsan|ubsan|sanitizer)_"))
	runtime("-pg", "gcrt1\\.o|" lacks("(_?mcount|__fentry__)$"))
	runtime("--coverage or -fprofile-generate", "libgcov|-lgcov|" \
		"libclang_rt\\.profile|" lacks("(__gcov_|__llvm_profile_|llvm_gc)"))
	runtime("-fopenmp", "-l(g|i)?omp|" lacks("(GOMP_|__kmpc_|omp_)"))
	cause("", lacks("__cyg_profile_func_"), "-finstrument-functions calls " \
		"__cyg_profile_func_enter and __cyg_profile_func_exit; define them")
	cause("", "attempted static link of dynamic object", "a shared library " \
		"cannot be in a static program; name its .a, or build the project " \
		"with --disable-shared (-DBUILD_SHARED_LIBS=OFF)")
	cause("", "cannot find -l|unable to find library -l|library not found: ",
		"no static library @; install it, or leave it out")
	cause("none", lacks("__[a-z]+_chk$"), "_FORTIFY_SOURCE needs a libc; " \
		"compile with -U_FORTIFY_SOURCE")
	cause("musl", lacks("__[a-z]+_chk$"), "an object was compiled with the " \
		"headers of glibc; compile it with trapgate cc --libc=musl")
	cause("none", lacks("__cxa_atexit$"), "an object of C++ has a destructor; " \
		"compile with -fno-use-cxa-atexit")
	cause("none", lacks("(__gxx_|__cxa_|operator (new|delete)|std::|_ZN?K?S)"),
		"C++ needs its library, and that a libc; link with --libc=glibc")
	cause("", lacks("(__gxx_|__cxa_|operator (new|delete)|std::|_ZN?K?S)"),
		"C++ needs its library; add -lstdc++")
	cause("", lacks("__tg_cancels$"), "an object was compiled with --inline for " \
		"another libc or without --plain; compile it as it is linked")
	cause("", lacks("main$"), "there is no function main; name the file that has it")
}

# An undefined name, as each linker prints it; $ marks its end.
function lacks(start) {
	sub(/\$$/, "('|$)", start)
	return "(undefined reference to [`']|undefined [a-z]* ?symbol: )" start
}

function cause(only, shows, line) {
	if (only != "" && only != libc)
		return
	pattern[++causes] = shows
	text[causes] = line
}

# An option whose code calls a library of the compiler.
function runtime(option, shows) {
	cause("none", shows, option " needs a library, and that a libc; leave it out")
	cause("musl", shows, option " needs a library that is made for glibc; leave it out")
	if (option != "-fopenmp")
		cause("glibc", shows, option " needs a library that no static program " \
			"can have; leave it out")
}

$1 == "trapgate-status" { status = $2; next }

{
	for (i = 1; i <= causes; i++)
		if (!(i in seen) && $0 ~ pattern[i])
			seen[i] = library($0)
}

/undefined reference to [`']/ {
	sub(/.*undefined reference to [`']/, "")
	sub(/'.*/, "")
	missing($0)
}
/undefined [a-z]* ?symbol: / {
	sub(/.*undefined [a-z]* ?symbol: /, "")
	missing($0)
}

# The -lNAME that a line reports as missing.
function library(line) {
	if (!sub(/.*(cannot find -l|library -l|library not found: )/, "", line))
		return ""
	sub(/[: ].*/, "", line)
	return line
}

# The first three names, sorted.
function missing(name,   i, swap) {
	if (name in known)
		return
	known[name] = 1
	for (i = 1; i <= 3 && name != ""; i++)
		if (!(i in first) || name < first[i]) {
			swap = first[i]
			first[i] = name
			name = swap
		}
}

function explain(line) {
	print "trapgate cc: " line
	exit 1
}

END {
	if (status == "0")
		exit 0
	for (i = 1; i <= causes; i++)
		if (i in seen) {
			n = split(text[i], part, "@")
			explain(part[1] (n > 1 ? seen[i] part[2] : ""))
		}
	list = first[1]
	for (i = 2; i <= 3; i++)
		list = list (first[i] != "" ? " " first[i] : "")
	if (list != "" && libc == "none")
		explain("not offered " on ": " list "; link with --libc=glibc or --libc=musl")
	if (list != "")
		explain("not found " on ": " list "; name the library that has it (-l...)")
	explain("'" ENVIRON["compiler"] "' failed " on " for " ENVIRON["arch"] \
		"; see its messages above")
}
