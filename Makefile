# make run: the program.  make test: every check.  Both make their own environment in .venv/.
.PHONY: run demo test lint bench bench-planner gallery package package-test routing-servers clean
.DEFAULT_GOAL := run
SHELL := /bin/sh
PY := .venv/bin/python
HEADLESS := QT_QPA_PLATFORM=offscreen

ready := .venv/.ready-to-run
ready_dev := .venv/.ready-to-test
ready_bench := .venv/.ready-to-compare

$(ready): pyproject.toml uv.lock packaging/linux/debian-packages.txt packaging/linux/setup.sh
	GROUPS_WANTED=--no-default-groups packaging/linux/setup.sh
	@rm -f $(ready_dev) $(ready_bench); touch $@

$(ready_dev): pyproject.toml uv.lock packaging/linux/debian-packages.txt packaging/linux/debian-packages-test.txt packaging/linux/setup.sh
	GROUPS_WANTED= packaging/linux/setup.sh
	@touch $@ $(ready)

# With the libraries that the benchmarks compare with, besides those of the tests.
$(ready_bench): $(ready_dev)
	GROUPS_WANTED="--group bench" packaging/linux/setup.sh
	@touch $@

# With a display the window opens; without one the same work is done headless and written to build/demo.
run: $(ready)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then .venv/bin/jz-travel; \
	else .venv/bin/jz-travel demo --out build/demo; fi

demo: $(ready)
	.venv/bin/jz-travel demo --out build/demo

lint: $(ready_dev)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/jz-travel assets

# Real OSRM and Valhalla for the tests of routes, out of their wheels; without them those tests say why they skip.
routing-servers: $(ready_dev)
	@$(PY) -m tests.roads.fetch_routing_servers || echo "The routing servers could not be fetched; their tests will skip."

test: lint routing-servers
	$(HEADLESS) $(PY) -m pytest -n 2 --dist loadfile --ignore=tests/journeys
	$(HEADLESS) $(PY) -m pytest -n 2 --dist loadfile tests/journeys # in fresh processes, as a visitor starts the program

bench: $(ready_bench)
	$(HEADLESS) $(PY) -m tests.benchmarks

# OPTIONS="--tourists 20 --random 50" makes it shorter; --help tells all of them.
bench-planner: $(ready_bench)
	$(PY) -m tests.benchmarks planner $(OPTIONS)

# Every view in every language, theme and size as pictures for looking at.
gallery: $(ready_dev)
	$(HEADLESS) $(PY) -m tests.gallery --out build/gallery

# Installers; see packaging/README.md. The tests of the package need root and some gigabytes.
package:
	packaging/linux/package.sh

package-test:
	packaging/linux/test_deb.sh
	packaging/linux/test_wheel.sh

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache
