# checks.awk - adds the text of a check to a case whose result lacks it.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of cases.sh, with conform/repro/{text,items}.awk.  The program
# has only the place of a check of a result, not its text.
#   -v conform=	the directory that places are in

# The argument of the check at FILE:LINE, which is its first line or its last;
# where a macro makes cases, that of the last check of the case.
function check_at(place, id,   part, file, line, n, i) {
	split(place, part, ":")
	file = conform "/" part[1]
	if (!(file in loaded)) {
		loaded[file]
		load(file, file)
	}
	while ((getline line[++n] < file) > 0)
		;
	close(file)
	for (i = part[2]; i > part[2] - 9 && i > 0; i--)
		if (match(line[i], checks))
			return first_check(line[i] "\n" line[i + 1] "\n" line[i + 2] \
				"\n" line[i + 3])
	return last_check(text[case_of[id]])
}

BEGIN { checks = "(EXPECT[A-Z_]*|MUST) \\(" }
NF > 2 && $7 == "" && $10 != "" && $4 != "" { $7 = check_at($10, $1) }
{ print }
