# as-if-seen.awk - compares the results that a program saw with the calls denied.
# SPDX-License-Identifier: MIT
#
# awk -v arch= -v profiles="PROFILE..." -f as-if-seen.awk DRY PLAIN ANSWERS
# DRY has as-if's dry runs, each after a line "profile NAME"; PLAIN is the output of
# as-if-probe without a profile, ANSWERS its output with each, again after such lines.
# Denied calls must fail with the profile's error, all others as without a filter.
# Prints as as-if.awk does.

BEGIN {
	errno["EPERM"] = 1
	errno["EINVAL"] = 22
	errno["ENOSYS"] = 38
}
$1 == "profile" {
	profile = $2
	next
}
# Arguments of -1 match no rule with another argument than the first.
FILENAME == "dry" && $3 ~ /:a[1-5]/ { next }
FILENAME == "dry" && $1 == arch {
	$2 = $2 "" # "102:18", "500-"
	if ($2 ~ /^[0-9]+-$/)
		above[profile] = $2 + 0
	if ($2 ~ /^102:[0-9]+-$/)
		above_op[profile] = substr($2, 5) + 0
	answer[profile, $2] = answer[profile, "last " ($2 ~ /:/)] = $4
	next
}
FILENAME == "plain" {
	call[++calls] = $1
	plain[calls] = $0
	open += !/ 38$/
	next
}
FILENAME == "answers" { seen[profile, ++lines[profile]] = $0 }

function denial(n,   part) {
	if ((profile, n) in answer)
		return answer[profile, n]
	if (n ~ /:/) {
		split(n, part, ":")
		if ((profile, 102) in answer)
			return answer[profile, 102]
		return above_op[profile] && part[2] + 0 >= above_op[profile] ? \
			"EINVAL" : ""
	}
	return above[profile] && n + 0 >= above[profile] ? "ENOSYS" : ""
}
function wanted(i,   what) {
	what = denial(call[i])
	if (what == "")
		return plain[i]
	return call[i] " " (what == "SIGSYS" ? "SIGSYS " call[i] : errno[what])
}
function judge(   i, wrong) {
	for (i = 1; i <= calls; i++)
		if (seen[profile, i] != wanted(i)) {
			print "# " wanted(i) ", got: " seen[profile, i]
			wrong = 1
		}
	print (wrong || !calls || lines[profile] != calls ? "not " : "") "ok " \
		profile ", " arch ": " calls " calls"
}
END {
	n = split(profiles, all, " ")
	for (p = 1; p <= n; p++) {
		profile = all[p]
		judge()
	}
	print (open * 4 > calls * 3 ? "" : "not ") "ok " arch \
		": they were not all denied, nor all allowed"
}
