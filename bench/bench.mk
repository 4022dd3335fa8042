# bench.mk - make bench, and make bench BENCH="counts bytes" for parts of it.
# SPDX-License-Identifier: MIT

bench: all
	@sh $(srcdir)/bench/run.sh $(BENCH)
clean: clean-bench
clean-bench:
	rm -rf $(B)/bench
.PHONY: bench clean-bench
