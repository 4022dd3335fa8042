# as-if-oci-cases.awk - writes the profiles of as-if-oci.txt as case-NN.json.
# SPDX-License-Identifier: MIT

function quoted(list, prefix,   n, i, all, text) {
	n = split(list, all, /[ ,]+/)
	for (i = 1; i <= n; i++)
		if (all[i] != "")
			text = text (text == "" ? "" : ", ") "\"" prefix all[i] "\""
	return text
}
function finish(   file) {
	if (text == "")
		return
	file = sprintf("case-%02d.json", ++files)
	printf "{\n\"comment\": \"%s\",\n%s\"architectures\": [%s],\n\"syscalls\": [%s]}\n", \
		text, head, arches, rules >file
	close(file)
	head = arches = rules = ""
}
# The conditions in the fields from 3 on.
function conditions(   i, value, text) {
	for (i = 3; i < NF; i += 3) {
		split($(i + 2) "/0", value, "/")
		text = text (i > 3 ? ", " : "") sprintf("{\"index\": %s, " \
			"\"op\": \"SCMP_CMP_%s\", \"value\": %s, \"valueTwo\": %s}", \
			$i, $(i + 1), value[1], value[2])
	}
	return text
}
/^#/ || !NF { next }
/^[^\t]/ {
	finish()
	text = $0
	next
}
$1 == "default" {
	head = "\"defaultAction\": \"SCMP_ACT_" $2 "\",\n"
	if (NF > 2)
		head = head "\"defaultErrnoRet\": " $3 ",\n"
	next
}
$1 == "arch" {
	arches = quoted(substr($0, index($0, $2)), "SCMP_ARCH_")
	next
}
{
	split($1, action, ":")
	rules = rules (rules == "" ? "" : ",\n") "{\"names\": [" quoted($2) \
		"], \"action\": \"SCMP_ACT_" action[1] "\"" \
		(action[2] == "" ? "" : ", \"errnoRet\": " action[2]) \
		", \"args\": [" conditions() "]}"
}
END { finish() }
