# oci.jq - checks an OCI seccomp profile, and writes it as lines of words.
# SPDX-License-Identifier: MIT
#
# jq -r -s -f oci.jq <PROFILE.  oci.c reads the lines: "default", "map" for each entry of
# archMap or "architectures", "flag", for each rule "rule", "include", "exclude", "arg" and
# "names", and at the end "end".  No word contains a blank, whatever the profile contains.

def shown: tojson | .[:60];
def bad(what):
	error("\(shown) is no \(what); see the runtime specification of OCI, config-linux");
def list: if . == null then [] elif type == "array" then . else bad("list") end;
def object: if . == null then {} elif type == "object" then . else bad("object") end;
def word(what):
	if type == "string" and test("^[A-Za-z0-9_.+-]+$") then . else bad(what) end;

# Before 1.7, jq rounds numbers of more than 53 bits.
def exact: ("9007199254740993" | fromjson | tojson) == "9007199254740993";
def number:
	if type != "number" or . < 0 or floor != . or . > 18446744073709551616
			or . == 18446744073709551616 and exact then
		bad("number from 0 to 2^64-1")
	elif . > 9007199254740991 and (exact | not) then
		error("\(tojson) has more than 53 bits, which need jq 1.7 or newer")
	else tojson end;

# Podman's files also have names of errors, which take precedence.
def error_of(name; value):
	if (name // "") != "" then name | word("error")
	elif value == null then "-" else value | number end;
def action(name): name | word("action");
# An unknown call is ignored.
def call:
	if type != "string" then bad("name of a call")
	elif test("^[A-Za-z0-9_]+$") then . else "?" end;
def names:
	if (.name // "") != "" and (.names | list | length) > 0 then
		error("there are both name and names, which no runtime takes")
	elif (.name // "") != "" then [.name] else .names | list end;

def kernel:
	if type == "string" and test("^[0-9]{1,3}[.][0-9]{1,3}$") then .
	else bad("minKernel, such as \"4.8\"") end;
def selection(word):
	"\(word) arches \(.arches | list | map(word("architecture")) | join(" "))",
	"\(word) caps \(.caps | list | map(word("capability")) | join(" "))",
	(if (.minKernel // "") == "" then empty else "\(word) kernel \(.minKernel | kernel)" end);
def argument:
	"arg \(.index | number) \(.op | word("operator")) \(.value // 0 | number) " +
	(.valueTwo // 0 | number);
def rule:
	"rule \(action(.action)) \(error_of(.errno; .errnoRet))",
	(.includes | object | selection("include")),
	(.excludes | object | selection("exclude")),
	(.args | list | .[] | object | argument),
	"names \(names | map(call) | join(" "))";

if length != 1 then error("there is not one object") else .[0] end |
if type != "object" then bad("object") else . end |
if (.architectures | list | length) > 0 and (.archMap | list | length) > 0 then
	error("there are both architectures and archMap, which no runtime takes")
else . end |
"default \(action(.defaultAction)) \(error_of(.defaultErrno; .defaultErrnoRet))",
"architectures \(.architectures | list | map(word("architecture")) | join(" "))",
(.archMap | list | .[] | object | "map \([.architecture] + (.subArchitectures | list) |
	map(word("architecture")) | join(" "))"),
(.flags | list | .[] | "flag \(word("flag"))"),
(.syscalls | list | .[] | object | . as $rule | try rule catch
	error("the rule of \($rule | .names // .name | shown): \(.)")),
"end"
