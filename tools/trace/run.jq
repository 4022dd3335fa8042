# run.jq - trapgate trace: the lines of a stream (facts.awk) as one run.
# SPDX-License-Identifier: MIT

def or_null: if . == "" then null else . end;

[inputs | index("\t") as $t | {key: .[:$t], value: (.[$t + 1:] | fromjson)}] as $lines
| def all(key): [$lines[] | select(.key == key) | .value];
all("process") as $processes
| ($processes | map(select(.role == "program"))[0]) as $program
| {
	kernel: {name: $name, release: all("kernel")[0].release,
		arch: all("kernel")[0].machine},
	arch: $arch, libc: ($libc | or_null), route: ($route | or_null),
	entry: ($entry | or_null),
	exit_status: $program.exit_status, signal: $program.signal,
	timed_out: (all("timeout") | length > 0),
	complete: (all("lost") | length == 0),
	lacks: all("lacks"), processes: $processes, calls: all("call")
}
