# guest.awk - the tables of kernels as tables in C, or as lines for scripts.
# SPDX-License-Identifier: MIT
#
# usage: awk [-v lines=yes] [-v "archs=ARCH..."] -f guest.awk sysdeps/*/kernels.tbl
# With archs, only kernels that run one of them.
# A line of a kernel: its name, its architecture, those whose programs it runs, Debian's
# release, the package, the program of qemu, and the package of that.  The kernels that
# run most come first.

function wrong (text) {
	print FILENAME ":" FNR ": " text >"/dev/stderr"
	failed = 1
}
function text (name) {
	return (a, name) in fact ? "\"" fact[a, name] "\"" : "NULL"
}
function options (	i, n, word, list) {
	n = split(fact[a, "options"], word)
	for (i = 1; i <= n; i++)
		list = list "\"" word[i] "\", "
	return "(const char *const[]){ " list "NULL }"
}
function put_model (	names) {
	names = package[a]
	gsub(/\|/, " or ", names)
	printf "  { \"%s\", %s, %s, \"%s\", %s, %s, %s, %s, %s, %s },\n", a, text("runs"),
		text("qemu"), names, options(), text("image"), text("parameters"),
		text("serial"), text("virtio"), text("gdb")
}
# Whether it runs MOST architectures, and one of those wanted.
function is_wanted (most,	of, n, i, found) {
	found = archs == ""
	n = split(fact[a, "runs"], of, ",")
	for (i = 1; i <= n; i++)
		if (index(" " archs " ", " " of[i] " "))
			found = 1
	return n == most && found
}
# Prints WHAT, those that run most architectures first.
function each (what,	most, i, k) {
	for (most = 9; most > 0; most--)
		for (i = 1; i <= tables; i++) {
			a = arch[i]
			if (!is_wanted(most))
				continue
			if (what == "models") {
				put_model()
				place[a] = models++
			}
			for (k = 1; what != "models" && k <= kernels[a]; k++)
				if (what == "lines")
					print kernel[a, k, 1], a, fact[a, "runs"], kernel[a, k, 2],
						kernel[a, k, 3], fact[a, "qemu"], package[a]
				else
					printf "  { \"%s\", models + %d },\n", kernel[a, k, 1],
						place[a]
		}
}
BEGIN {
	needed = split("runs qemu image parameters virtio", need)
	split("options serial gdb", more)
	for (i in need)
		is_fact[need[i]] = 1
	for (i in more)
		is_fact[more[i]] = 1
}
FNR == 1 {
	n = split(FILENAME, part, "/")
	arch[++tables] = a = part[n - 1]
}
/^[ \t]*(#|$)/ { next }
$1 == "kernel" {
	if (NF != 4)
		wrong("a kernel has a name, a release of Debian and a package")
	if ($2 in seen)
		wrong("kernel " $2 " is there already")
	seen[$2] = 1
	kernels[a]++
	for (i = 2; i <= 4; i++)
		kernel[a, kernels[a], i - 1] = $i
	next
}
!($1 in is_fact) {
	wrong("a row begins with kernel or the name of a fact, not " $1)
	next
}
$1 == "qemu" {
	if (NF != 3)
		wrong("qemu has a program and its package")
	package[a] = $3	# Or several with |: it has other names in some releases.
	fact[a, $1] = $2
	next
}
{
	fact[a, $1] = $2
	for (i = 3; i <= NF; i++)
		fact[a, $1] = fact[a, $1] " " $i
}
END {
	for (i = 1; i <= tables; i++)
		for (k = 1; k <= needed; k++)
			if (!((arch[i], need[k]) in fact))
				wrong("there is no " need[k] " of " arch[i])
	if (failed)
		exit 1
	if (lines) {
		each("lines")
		exit
	}
	print "static const struct model models[] = {"
	each("models")
	print "  { 0 } };\nstatic const struct known known[] = {"
	each("kernels")
	print "  { 0 } };"
}
