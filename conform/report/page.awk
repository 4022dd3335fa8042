# page.awk - makes the documents of findings from the results of the runs.
# SPDX-License-Identifier: MIT
#
# This part reads; merge.awk compares the runs, tables.awk writes, and sections.awk or
# architectures.awk has the text of the document.  POSIX awk.  Reads
# conform/report/known.txt, the implementations (kind, implementation, architecture,
# version), the kernels of make kernels, which may be empty, then for each run its
# findings, IMPLEMENTATION-ARCH.findings of findings.jq, and its cases,
# IMPLEMENTATION-ARCH.tsv of cases.sh; among them the runs with --mutate, which show
# the cases that detect a false result.
#   -v date= version=		of the page, and of trapgate

BEGIN {
	FS = "\t"
	nresults = split("  ok different absent crashed hung skipped", result_name, " ")
}

FNR == 1 {
	file = FILENAME
	sub(/.*\//, "", file)
	is_findings = sub(/\.findings$/, "", file)
	sub(/\.tsv$/, "", file)
}

file == "known.txt" {
	if ($0 !~ /^#/ && NF) {
		known[++nknown] = $0
		if (NF != 4 && NF != 5)
			fail("four or five columns with a tab between them are needed")
		else if (NF == 5 && $5 !~ /^[0-9.]*-[0-9.]*$/)
			fail("releases are FIRST-LAST; either may be missing")
	}
	next
}
file == "impls" { implementation($2 "-" $3); next }
file == "kernels" { kernels[++nkernels] = $0; next }
is_findings { finding(); next }
$1 == "kernel" { kernel_of[file] = plain_release($2); next }
$1 == "environment" { environment[file] = $2; next }
!($1 in all_ids) {
	all_ids[$1]
	id_order[++ncases] = $1
	promised[$1] = $8 !~ /^kernel /
}
kind[file] == "mutated" ? $3 == "ok" && $4 != "" : $3 != "ok" && $3 != "skipped" {
	failed_by[means_of(kind[file]), $1]
}
kind[file] == "mutated" { next }
{ count[file, $3]++ }
$3 == "ok" { passes[file, $1] }
$3 == "ok" || $3 == "skipped" { next }
{ wrong[file, $1] }
kind[file] == "sandbox" {
	if (!((file, $2) in sandbox_paths)) {
		sandbox_paths[file, $2]
		paths_of[file] = paths_of[file] (paths_of[file] == "" ? "" : " ") $2
	}
	by_path[file, $2, $3]++
}

function implementation(name,   base) {
	kind[name] = $1 == "profile" ? "sandbox" : \
		$2 ~ /^trapgate-with-/ ? "trapgate" : $1
	arch[name] = $3
	version_of[name] = $4
	ran[means_of(kind[name])]
	if ($1 == "mutated")
		return
	who[++nwho] = name
	# An emulator has its release in its name.
	base = $2
	release[name] = $4
	sub(/[^0-9.].*/, "", release[name])
	if ($1 == "emulator")
		sub(/-[0-9][0-9.]*$/, "", base)
	plain_family[base " " kind[name]] = base
	base_of[name] = base = base " " kind[name]
	if (!(base in nreleases))
		bases[++nbases] = base
	put_release(base, release[name])
}

# The releases of BASE in ascending order: releases[BASE, 1] and so on.
function put_release(base, one,   i) {
	for (i = 1; i <= nreleases[base]; i++)
		if (releases[base, i] == one)
			return
	for (i = ++nreleases[base]; i > 1 && place(releases[base, i - 1]) > place(one); i--)
		releases[base, i] = releases[base, i - 1]
	releases[base, i] = one
}

# A finding of one run: its cases, and the text of the first run that has it.
function finding(   base, i, n, id) {
	base = base_of[file]
	nfindings[file]++
	if (!((base, $1) in summary)) {
		summary[base, $1] = $2
		example[base, $1] = $6
		names[base, ++nnames[base]] = $1
	}
	has[file, $1]
	n = split($10, id, " ")
	for (i = 1; i <= n; i++) {
		finding_of[file, id[i]] = $1
		if ((base, $1, id[i]) in has_case)
			continue
		has_case[base, $1, id[i]]
		cases_of[base, $1] = cases_of[base, $1] " " id[i]
		size[base, $1]++
	}
}

# Without the suffix of an architecture.
function plain_release(text) {
	sub(/-.*/, "", text)
	return text
}

function fail(text) {
	print FILENAME ":" FNR ": " text > "/dev/stderr"
	failed = 1
	exit 1
}

# The kind of run that made a case fail; runs with trapgate count as those of a
# libc.
function means_of(kind) {
	return kind == "trapgate" ? "libc" : kind
}
