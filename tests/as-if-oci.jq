# as-if-oci.jq - what Docker gives runc of a profile, for the reference of as-if-oci.sh.
# SPDX-License-Identifier: MIT
#
# jq -r --arg caps CHOWN,KILL --argjson kernel '[6, 1]' -f as-if-oci.jq PROFILE
# On x86_64.  Prints "default ACTION ERROR", "arch NAME" and, for every call of every
# rule that is selected, "rule ACTION ERROR CALL" with four words for each condition.

($caps | split(",") | map("CAP_" + .)) as $caps |
def error: if (.errno // "") != "" then .errno else .errnoRet end | . // "-";
def selected:
	(.includes // {}) as $in | (.excludes // {}) as $out |
	def newer: split(".") | map(tonumber) | $kernel >= .;
	(($in.arches // []) | length == 0 or index("amd64")) and
	(($in.caps // []) - $caps | length == 0) and
	($in.minKernel | . == null or newer) and
	(($out.arches // []) | index("amd64") | not) and
	(($out.caps // []) - (($out.caps // []) - $caps) | length == 0) and
	($out.minKernel | . == null or (newer | not));

"default \(.defaultAction) \({errno: .defaultErrno, errnoRet: .defaultErrnoRet} | error)",
(((.archMap // [])[] | select(.architecture == "SCMP_ARCH_X86_64") |
	[.architecture] + .subArchitectures | .[]), (.architectures // [])[] | "arch \(.)"),
(.syscalls[] | select(selected) | . as $rule | (.names // [.name])[] |
	"rule \($rule.action) \($rule | error) \(.) " +
	([$rule.args // [] | .[] | "\(.index) \(.op) \(.value) \(.valueTwo // 0)"] | join(" ")))
