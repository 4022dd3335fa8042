# report.mk - make report: the results of make bench as one HTML page.
# SPDX-License-Identifier: MIT
#
# The results are taken as they are; without any the bench runs first.

R = $(B)/bench/report.html
report: all
	@[ -f $(B)/bench/results.tsv ] || $(MAKE) --no-print-directory bench || [ -f $(B)/bench/results.tsv ]
	@sh $(srcdir)/bench/report.sh $(B)/bench/results.tsv $R $(B)/check/matrix-all/results
	@if command -v chromium >/dev/null; then \
	  sh $(srcdir)/bench/report/browser.sh $R $(B)/bench; \
	else echo "not checked in a browser; apt-get install chromium"; fi
	@printf '%s\n' '$(CURDIR)/$R'

.PHONY: report
