#!/bin/sh
# symbols.sh - the names of our objects are those of the libc's own objects.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
mk () { sed -n "s/^$1 = *//p" "$builddir/../config.mk"; }

# Deliberate differences: a program may define accept4 and listen itself, which glibc may
# have as strong names.  Of the two strong names of its recvmsg, where there are times of
# 32 and of 64 bits, one is enough to make a clash an error.
weaker () {
	case $1 in
	*-glibc)
		printf '%s\n' accept4 listen
		[ "$(grep -c '^recvmmsg\(_time64\)\{0,1\}[[:space:]]' \
			"$srcdir/sysdeps/${1%-*}/numbers.tbl")" -lt 2 ] || echo __libc_recvmsg
		;;
	esac
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	gen=$builddir/gen/$target place=$builddir/lib/trapgate/$arch/$libc
	printf '%s\n' "$gen"/stubs/*.S >stubs
	. "$srcdir/sysdeps/$arch/arch.sh"
	first=${arch_routes%% *}-${arch_entries%% *} variants=
	for route in $arch_routes; do
		for entry in $arch_entries; do
			variants="$variants $route-$entry"
		done
	done
	# From here on only the default variant is tested.
	readelf -sW "$place"/*/libtrapgate.a | awk -v target="$target" \
		-v libc="$libc" -v first="$first" -v want="$variants" \
		-f "$srcdir/tests/symbols.awk" stubs - >results
	judged results
	[ "$libc" != none ] || continue
	# glibc's own, under its other name, is called by ours.
	grep -v '^pthread_cancel ' defined >err
	sort -o defined err

	# The libc's objects, from nm: member, type, name.
	member='^[^:]*:\([^:]*\)\.l\{0,1\}o:[0-9a-f ]*'
	nm -A "$(mk "libdir-$target")/libc.a" 2>/dev/null |
		sed -n "s/$member \([A-Za-z]\) \(.*\)\$/\1 \2 \3/p" |
		grep -v get_pc_thunk >theirs

	# A member of the libc that defines one of our names is compared with all of
	# our objects that share a name with it: glibc's recvmmsg.o for i386 is two
	# rows here.
	weaker "$target" >weak
	# musl's recvmsg.o has a function that its recvmmsg.o uses, which ours replace
	# as well.
	awk '
		BEGIN { private["__convert_scm_timestamps"] = 1 }
		FILENAME == "weak" { weaker[$1] = 1; next }
		FILENAME == "defined" {
			strength[$1] = $2
			call[$1] = $3
			next
		}
		# The symbol of a function may be that of its descriptor, which is data.
		$2 == "D" && $3 in call { $2 = "T" }
		$2 ~ /^[TWDBRVi]$/ {
			names[$1] = names[$1] " " $3
			type[$1, $3] = $2
			if ($3 in call) {
				pair[$1] = 1
				met[$1, call[$3]] = 1
			}
		}
		function differ(name, want, got) {
			bad = bad " " name ": " want ", ours " got ";"
		}
		function compare(m,   n, name, i, x, want, have) {
			n = split(names[m], name, " ")
			for (i = 1; i <= n; i++) {
				x = name[i]
				have[x] = 1
				want = x in weaker ? "W" : type[m, x]
				if (!(x in private) && strength[x] != want)
					differ(x, want, x in call ? \
						strength[x] : "none")
			}
			for (x in call)
				if (((m, call[x]) in met) && !(x in have))
					differ(x, "none", strength[x])
		}
		END {
			for (m in pair) {
				bad = ""
				compare(m)
				print m "\t" bad
			}
			for (x in met) {
				split(x, part, SUBSEP)
				print part[2] >"met"
			}
		}' weak defined theirs | sort >pairs
	sort -u -o met met
	awk -F '\t' -v v="$target" '{ print v ": the names of " $1 "|" $2 }' pairs \
		>results
	judged results
	sed -n 's/^#define TG_ALIASES_\([^ ]*\).*/\1/p' "$builddir/gen/$target/names.h" |
		sort -u >rows
	expect "$target: the libc has an object for each row of names.tbl" diff rows met
	awk '{ print $3 }' defined | grep -v -x -e error -e variant |
		sort -u >with_names
	expect "$target: each row of names.tbl has an object with names" \
		cmp rows with_names

	# The list for trapgate cc: all our names except those of trapgate.h.
	tr ' ' '\n' <"$place/names" | sed 1d | sort >listed
	awk '$1 !~ /^trapgate_/ { print $1 }' defined >err
	expect "$target: trapgate cc replaces these names" diff listed err
	"$TRAPGATE" cc --arch="$arch" --libc="$libc" --print - |
		tr ' ' '\n' | sed -n 's/^-L\(.*\/rest\/.*\)/\1/p' >where
	# The copy of the libc has all other members.
	read -r rest <where
	ar t "$(mk "libdir-$target")/libc.a" | sed 's/\.l\{0,1\}o$//' | sort >all
	ar t "$rest/libc-rest.a" | sed 's/\.l\{0,1\}o$//' | sort >kept
	comm -23 all kept >gone
	cut -f 1 pairs >want
	expect "$target: the copy of the libc lacks these members" diff want gone
	comm -13 all kept >output
	empty "$target: it has nothing else" output
done
finish
