# guest.jq - the result of a kernel of make kernels, as a line for page.awk.
# SPDX-License-Identifier: MIT
#
# With -r.  $name is the kernel, $fault is known to be wrong, $version, $arch, $seconds.

def sum(f): [.counts[f[]]] | add;

(.findings // []) as $findings
| ["\(.kernel | sub("-.*"; "")) (\($name))", $version, $arch, .counts.ok,
   sum(["different", "absent", "crashed", "hung"]), .counts.skipped, $seconds,
   ([$findings[] | "\(.summary), \(.cases | length) cases"] + [$fault | select(. != "")]
    | join("; "))]
| @tsv
