# inline.awk - generates the typed wrappers of the inline form.
# SPDX-License-Identifier: MIT
#
# Part of the generator.  The types of a call are those of its row; macros of
# libc/LIBC/calls.h are replaced by their definitions.

# Reads the definitions of TG_* macros in libc/LIBC/calls.h, and MAX_ERRNO.
function read_words(   path, line) {
	path = srcdir "/libc/" libc "/calls.h"
	while ((getline line < path) > 0)
		if (match(line, /^#define TG_[A-Z_]+ /)) {
			word[++nwords] = substr(line, 9, RLENGTH - 9)
			means[nwords] = substr(line, RLENGTH + 1)
		}
	close(path)
	path = srcdir "/include/internal/max-errno.h"
	while ((getline line < path) > 0)
		if (match(line, /^# *define MAX_ERRNO /))
			max_errno = substr(line, RLENGTH + 1)
	close(path)
	if (max_errno !~ /^[0-9]+$/)
		fail_at(path, "no number MAX_ERRNO can be read")
}

# The declaration of parameter I, with a reserved name.  The libc defines the type
# of an address.
function parameter(text, i) {
	if (text ~ /^const struct sockaddr \*/)
		return "__TG_CONST_SOCKADDR __a" i
	if (text ~ /^struct sockaddr \*/)
		return "__TG_SOCKADDR __a" i
	match(text, /[a-z_]+(\[[0-9]*\])?$/)
	i = "__a" i
	if (text ~ /\]$/)
		i = i substr(text, index(text, "["))
	text = substr(text, 1, RSTART - 1)
	sub(/\*restrict /, "*__restrict ", text)
	return text i
}

# Do the headers redirect the call for 64-bit times?  Then some call has that
# symbol.
function has_time64(call) {
	return ("__" call "64") in owner || ("__" call "_time64") in owner
}

# Is there an alternative to the direct path: a fallback, or socketcall?
function has_more(call) {
	return has_fallback(call) || (call in op && "socketcall" in number)
}

# glibc declares that calls other than cancellation points do not throw.
function nothrow(call) {
	return flags[call] ~ /C/ ? "" : " __TG_NOTHROW"
}

# A cancellation point may have to convert times each time, and a call with flag O to
# note the option, unless the headers redirect the name for that.
function can_inline(call) {
	return wide_of[call] !~ /L/ && \
		!(flags[call] ~ /[CO]/ && converts_times(call) && !has_time64(call))
}

function write_inline(call,   part, n, i, list, names_, words, type, other, failed) {
	list = list_of[call]
	for (i = 1; i <= nwords; i++)
		gsub(word[i], means[i], list)
	n = split(list, part, ", ")
	list = ""
	for (i = 1; i <= n; i++) {
		list = list (i > 1 ? ", " : "") parameter(part[i], i)
		names_ = names_ (i > 1 ? ", " : "") "__a" i
		words = words ", " (part[i] ~ /struct sockaddr \*/ ? \
			"__TG_POINTER (__a" i ")" : "__a" i)
	}
	for (i = 0; i < zeros; i++)
		words = words ", 0L"
	type = result_of[call]
	emit(inline_h, "\n#if !defined __TG_LEAVE_" call \
		(flags[call] ~ /G/ ? " && __TG_GNU" : "") \
		(has_time64(call) ? " && !__TG_TIME64" : ""))
	if (has_more(call) || flags[call] ~ /C/)
		write_else(call, type, list, names_)
	other = "__tg_else_" call " (%s" (n ? ", " : "") names_ ")"
	failed = has_more(call) ? other : "__tg_inline_error (%s)"
	emit(inline_h, "#undef __TG_CLOBBERS\n#define __TG_CLOBBERS " \
		(nothrow(call) == "" ? "__TG_MAY_THROW" : "\"memory\""))
	emit(inline_h, "__TG_INLINE " type "\n" call " (" (n ? list : "void") ")" \
		nothrow(call))
	emit(inline_h, "{\n  long __r;")
	if (flags[call] ~ /C/)
		emit(inline_h, "  if (__TG_CANCELS)\n    return " \
			sprintf(other, "-ENOSYS") ";")
	emit(inline_h, "  __TG_TRAP_" n + zeros " (__r, " number[entry] words ");\n" \
		"  __TG_RETURN (" type ", __r, " sprintf(failed, "__r") ");\n}\n#endif")
}

# Writes the way to the function, which takes all arguments, and after a trap the error
# path.  The result is the first parameter, which suits the registers in which i386
# passes them.
# A function that converts times for an older kernel is called on ENOPROTOOPT, too.
function write_else(call, type, list, names_,   more) {
	if (converts_times(call) && flags[call] !~ /C/)
		more = " && __r != -ENOPROTOOPT"
	emit(inline_h, "static __TG_COLD " type "\n__tg_else_" call " (long __r" \
		(list != "" ? ", " : "") list ")" nothrow(call) "\n{\n  if (__r != -ENOSYS" \
		more ")\n    return (" type ") __tg_inline_error (__r);\n  __TG_OUT (" \
		call ", (" names_ "));\n}\n")
}
