# bench.mk - make bench; BENCH="counts bytes" selects some of the benchmarks.
# SPDX-License-Identifier: MIT

bench: all
	@sh $(srcdir)/bench/run.sh $(BENCH)
clean: clean-bench
clean-bench:
	rm -rf $(B)/bench
.PHONY: bench clean-bench
