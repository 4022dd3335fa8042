# settings.awk - other values of the settings of a network: /proc/sys/net.
# SPDX-License-Identifier: MIT
#
# usage: awk -f settings.awk HEADS
#        awk -f settings.awk ROUND HEADS
# HEADS is what head -n 1 prints of files below /proc/sys.  Prints ROUND, FILE, VALUE and
# BEFORE, separated by tabs: the values to try, each with one of its file in a round.
# With ROUND, such lines that have been written: prints those whose file has another
# value than before, with that.

BEGIN {
	FS = OFS = "\t"
	# Those that make all cases run in another network, or skip some.
	alone = "disable_ipv6$|/ip_local_|/optmem_max$|/tcp_notsent_lowat$"
	# Values that cannot be derived from the default.
	other["net/ipv4/ip_local_port_range"] = "20000 20999|60000 60001"
	other["net/ipv4/ip_local_reserved_ports"] = "40000-60000|1-65535"
	other["net/ipv4/ping_group_range"] = "0 0|0 2147483647"
	other["net/ipv4/tcp_congestion_control"] = "reno|cubic|bbr"
	other["net/ipv6/icmp/ratemask"] = "0-255"
	other["net/mptcp/path_manager"] = "userspace"
	other["net/unix/max_dgram_qlen"] = "100|512"
}

function add(value) {
	if (value != before && !(value in tried)) {
		tried[value]
		round++
		print file ~ alone ? file " " round : round, file, value, before
	}
}

# Several numbers: all of them smaller, larger, and as the first or the last.
function add_list(   n, i, number, all) {
	n = split(before, number, " ")
	for (i = 1; i <= n; i++) {
		all["smaller"] = all["smaller"] " " sprintf("%.0f", number[i] / 16)
		all["larger"] = all["larger"] " " sprintf("%.0f", number[i] * 16)
		all["first"] = all["first"] " " number[1]
		all["last"] = all["last"] " " number[n]
	}
	for (i in all)
		add(substr(all[i], 2))
}

function add_all(   i, n, list) {
	round = 0
	split("", tried)
	if (before ~ /^-?[0-9]+$/) {
		# Truths, enumerations, and the shortest of lengths.
		for (i = 0; i <= (before < 10 ? 6 : 1); i++)
			add(i)
		if (before >= 10) {
			add(sprintf("%.0f", before / 16))
			add(sprintf("%.0f", before * 16))
		}
		add(-1)
		add("2147483647")
	} else if (before ~ /^[0-9]+( [0-9]+)+$/)
		add_list()
	n = split(other[file], list, "|")
	for (i = 1; i <= n; i++)
		add(list[i])
}

ARGC > 2 && NR == FNR {
	round_of[$2] = $1
	before_of[$2] = $4
	next
}
/^==> .* <==$/ {
	file = $0
	gsub(/^==> | <==$/, "", file)
	next
}
file != "" {
	before = $0
	gsub(/\t/, " ", before)
	if (ARGC == 2)
		add_all()
	else if ((file in before_of) && before != before_of[file])
		print round_of[file], file, before, before_of[file]
	file = ""
}
