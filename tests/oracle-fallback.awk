# oracle-fallback.awk - prints the lines of oracle-fallback.txt for one program.
# SPDX-License-Identifier: MIT
#
# awk -v arch= -v route= -f oracle-fallback.awk NUMBERS SOCKETCALL SCRIPTS
# prints "[+]CALL DIRECT SOCKETCALL ..." with numbers instead of names; DIRECT and
# SOCKETCALL are 1 if the route has this path, else 0.

/^#/ || NF == 0 { next }

FILENAME ~ /numbers\.tbl$/ {
	number[$1] = $2
	next
}

FILENAME ~ /socketcall\.tbl$/ {
	op[$1] = $2
	next
}

{
	more = sub(/^\+/, "", $1) ? "+" : ""
	if ($1 != arch || $2 != route)
		next
	line = more $3 " " (route != "socketcall-only") " " \
		(route != "direct-only" && "socketcall" in number)
	for (i = 4; i <= NF; i++) {
		name = $i
		rest = ""
		if (match($i, /\(/)) {
			name = substr($i, 1, RSTART - 1)
			rest = substr($i, RSTART)
			if (sub(/^op:/, "", name))
				name = number["socketcall"] "/" op[name]
			else {
				sub(/^direct:/, "", name)
				name = number[name]
			}
		}
		line = line " " name rest
	}
	print line
}
