# implementations.awk - where each program of implementations.tbl would be.
# SPDX-License-Identifier: MIT
#
# Prints, tabs between: kind, name, architecture, suite, package, file, arguments.
# First the files that the environment names, of suite "given".
#   -v archs=	those of the cases
#   -v sysdeps=	the directory of the architectures
#   -v unpacked=	the directory of the suites

BEGIN {
	OFS = "\t"
	narchs = split(archs, arch, " ")
	for (i = 1; i <= narchs; i++)
		qemu[arch[i]] = qemu_of(arch[i])
}

# Its name for an architecture: its own, unless arch.sh has another.
function qemu_of(one,   file, row, name) {
	name = one
	file = sysdeps "/" one "/arch.sh"
	while ((getline row <file) > 0)
		if (sub(/^arch_qemu=/, "", row)) {
			name = row
			gsub(/"/, "", name)
		}
	close(file)
	return name
}
/^#/ || NF == 0 { next }
{ row[++nrows] = $0 }

# Whether FILE is for another architecture than ONE, by its name.
function foreign(file, one,   i, by_name) {
	sub(/.*\//, "", file)
	for (i = 1; i <= narchs; i++)
		by_name += index(file, qemu[arch[i]]) > 0
	return by_name && !index(file, one)
}

function put(suite, file,   i, path, arguments) {
	for (i = 7; i <= NF; i++)
		arguments = arguments (i > 7 ? " " : "") $i
	for (i = 1; i <= narchs; i++) {
		path = file
		gsub(/ARCH/, arch[i], path)
		gsub(/QEMU/, qemu[arch[i]], path)
		if (index("," $6 ",", "," ($6 == "*" ? "*" : arch[i]) ",") && \
		    !foreign(path, qemu[arch[i]]))
			print $1, $2, arch[i], suite, $4, path, arguments
	}
}

# The file of a package that is installed: a program is searched in PATH.
function installed(file) {
	if ($1 != "profile")
		sub(/.*\//, "", file)
	return ($1 == "profile" ? "/" : "") file
}

END {
	for (i = 1; i <= nrows; i++) {
		$0 = row[i]
		given = ENVIRON["CONFORM_" toupper($2)]
		if (given != "" && !($2 in named))
			put("given", given)
		named[$2]
	}
	for (i = 1; i <= nrows; i++) {
		$0 = row[i]
		put($3, $3 == "-" ? installed($5) : unpacked "/" $3 "/" $4 "/" $5)
	}
}
