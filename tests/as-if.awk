# as-if.awk - computes from the tables which calls trapgate as-if must deny.
# SPDX-License-Identifier: MIT
#
# awk -v profiles="PROFILE[=ANSWER]..." -f as-if.awk NUMBERS... SOCKETCALL LIST DRY
# NUMBERS and SOCKETCALL are the tables, LIST is the output of as-if --list, DRY has its
# dry runs, each after a line "profile NAME".  ANSWER is the error that replaces the
# profile's.  Prints "ok TEXT" and "not ok TEXT", preceded by lines "# " with the
# differences.

function age(text,   part) {
	split(text, part, ".")
	return part[1] * 1000000 + part[2] * 1000 + part[3]
}
function deny(m, number, name, what) {
	line = m " " number " " name " " what
	want[profile, line] = ++wanted[profile]
}
function gap(m, from, to, what) {
	deny(m, from == to ? from : from "-" to, "-", what)
}
FILENAME == "list" {
	listed[$1] = $0
	next
}
FILENAME == "dry" {
	if ($1 == "profile")
		profile = $2
	else if ($1 != "#") {
		$1 = $1
		got[profile, ++lines[profile]] = $0
	} else if ($(NF) == "instructions")
		longest[profile] = $(NF - 1)
	next
}
{ sub(/#.*/, "") }
NF != 3 { next }
FILENAME ~ /socketcall/ { op[$2] = $1; since["op", $2] = $3; next }
{
	m = FILENAME ~ /i386/ ? "i386" : "x86_64"
	name[m, $2] = $1
	since[m, $2] = $3
	number[m, $1] = $2
	if ($2 > top[m])
		top[m] = $2
}
function missing(m,   n, from) {
	for (n = 0; n <= top[m]; n++) {
		if (m == "i386" && n == number[m, "socketcall"])
			operations(n)
		if (!((m, n) in name)) {
			if (from == "")
				from = n
			continue
		}
		if (from != "")
			gap(m, from, n - 1, answer)
		from = ""
		if (since[m, n] != "-" && age(since[m, n]) > age(release))
			deny(m, n, name[m, n], answer)
		else if (name[m, n] ~ /^[gs]etsockopt$/ && age(release) < age("5.1"))
			deny(m, n, name[m, n] ":a1==1,a2>=63,a2<=67", "ENOPROTOOPT")
	}
	deny(m, top[m] + 1 "-", "-", answer)
}
function operations(k,   n) {
	for (n = 1; n in op; n++)
		if (age(since["op", n]) > age(release))
			deny("i386", k ":" n, "socketcall:" op[n], "EINVAL")
	deny("i386", k ":" n "-", "socketcall:a0>=" n, "EINVAL")
}
function family(m, n, name) {
	deny(m, number[m, "socket"] ":" n, "socket:" name, "EPERM")
}
function expect(   n) {
	if (release ~ /^[0-9]/) {
		missing("i386")
		missing("x86_64")
	} else if (release ~ /^docker/) {
		deny("i386", 102, "socketcall", answer)
		family("i386", 38, "AF_ALG")
		family("i386", 40, "AF_VSOCK")
		family("x86_64", 38, "AF_ALG")
		family("x86_64", 40, "AF_VSOCK")
	} else if (release == "agent") {
		deny("i386", "102:1", "socketcall:socket", answer)
		deny("i386", "102:8", "socketcall:socketpair", answer)
		deny("i386", 359, "socket:a0!=1", answer)
		deny("i386", 360, "socketpair:a0!=1", answer)
		deny("x86_64", 41, "socket:a0!=1", answer)
		deny("x86_64", 53, "socketpair:a0!=1", answer)
	} else
		for (n = 359; n <= 373; n++)
			deny("i386", n, name["i386", n], answer)
}
function verdict(right, text) { print (right ? "" : "not ") "ok " text }
function judge(   i, wrong) {
	for (i = 1; i <= lines[profile]; i++)
		if (want[profile, got[profile, i]] != i) {
			print "# line " i " is not expected: " got[profile, i]
			wrong = 1
		}
	if (lines[profile] + 0 != wanted[profile])
		print "# " lines[profile] + 0 " lines, not " wanted[profile]
	verdict(!wrong && wanted[profile] && lines[profile] == wanted[profile], \
		profile ": the tables deny the same")
}
# Returns how many lines of the profile match.
function count(pattern,   i, n) {
	for (i = 1; i <= lines[profile]; i++)
		n += got[profile, i] ~ pattern
	return n
}
END {
	n = split(profiles, all, " ")
	for (p = 1; p <= n; p++) {
		profile = release = all[p]
		answer = profile ~ /^android/ ? "SIGSYS" : \
			profile ~ /^(eperm|agent)$/ ? "EPERM" : "ENOSYS"
		if (sub(/=.*/, "", release)) {
			answer = profile
			sub(/.*=/, "", answer)
		}
		expect()
		judge()
	}
	profile = "2.6.27"
	verdict(longest[profile] > 0 && longest[profile] < 100, \
		"its filter is small: " longest[profile] " instructions")
	sub(/^[^ ]* +/, "", listed[profile])
	verdict(listed[profile] == "Linux without " count("^i386 [0-9]+ [a-z][^:]* ") \
		" calls of i386, " count("^x86_64 [0-9]+ [a-z][^:]* ") " of x86_64, " \
		count("socketcall:[a-z0-9]+ ") " operations", "--list counts them")
}
