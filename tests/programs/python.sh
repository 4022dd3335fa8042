#!/bin/sh
# python.sh - CPython's own tests of sockets and of the protocols above them.
# SPDX-License-Identifier: MIT
#
# part: some of them, for a run that is traced.

. /opt/programs/task.lib

: "${tests=test_socket test_ssl test_selectors test_ftplib test_httplib}"
[ -z "${part-}" ] || tests="${some-test_socket -m Basic* -m SendmsgTCP* -m RecvmsgUDP*}"
set -f
# shellcheck disable=SC2086	# Words.
${with-} python3 -m test --junit-xml results.xml $tests >&2
python3 - <<'END'
from xml.etree import ElementTree
for case in ElementTree.parse('results.xml').iter('testcase'):
    found = {child.tag for child in case}
    result = ('fail' if found & {'failure', 'error'} else
              'skip' if 'skipped' in found else 'pass')
    print(case.get('name').removeprefix('test.'), result, sep='\t')
END
finish
