# ids.awk - the ids of cases: patterns, and ids like a wrong one.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of trapgate conform --repro.

function matches(id, pattern) {
	gsub(/[.+(){}\[\]^$|\\]/, "[&]", pattern)
	gsub(/\*/, ".*", pattern)
	gsub(/\?/, ".", pattern)
	return id ~ ("^" pattern "$")
}

# Up to five of the ids, after those in LIST: of CALL, or of any if it is "",
# that have PART in their name.
function ids_with(list, call, part,   i) {
	for (i = 1; i <= nids && split(list, five, " ") < 5; i++)
		if ((call == "" || index(ids[i], call "/") == 1) && \
		    index(tail(ids[i]), part) && !index(list " ", " " ids[i] " "))
			list = list " " ids[i]
	return list
}

# Ids similar to ID: those with the same beginning or name, if that has at least
# four letters, and then any of its call.
function near(id,   i, call, name, out) {
	call = substr(id, 1, index(id, "/") - 1)
	name = tail(id)
	for (i = 1; i <= nids && split(out, five, " ") < 5; i++)
		if (index(ids[i], id) == 1)
			out = out " " ids[i]
	if (length(name) >= 4) {
		out = ids_with(out, call, substr(name, 1, 4))
		out = ids_with(out, "", name)
	}
	out = ids_with(out, call, "")
	return out == "" ? ", nor one of " call : "; near:" out
}

# The part after the slash, as shown.
function tail(id) {
	sub(/[^\/]*\//, "", id)
	gsub(/_/, "-", id)
	return id
}
