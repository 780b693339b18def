# make run: the program.  make test: every check.  Both make their own environment in .venv/.
.PHONY: run demo test lint bench bench-planner gallery package package-test routing-servers clean
.DEFAULT_GOAL := run
SHELL := /bin/sh
PY := .venv/bin/python
HEADLESS := QT_QPA_PLATFORM=offscreen

ready := .venv/.ready-to-run
ready_dev := .venv/.ready-to-test

$(ready): pyproject.toml uv.lock packaging/linux/debian-packages.txt packaging/linux/setup.sh
	GROUPS_WANTED=--no-default-groups packaging/linux/setup.sh
	@rm -f $(ready_dev); touch $@

$(ready_dev): pyproject.toml uv.lock packaging/linux/debian-packages.txt packaging/linux/debian-packages-test.txt packaging/linux/setup.sh
	GROUPS_WANTED= packaging/linux/setup.sh
	@touch $@ $(ready)

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

bench: $(ready_dev)
	$(HEADLESS) $(PY) -m tests.benchmarks

bench-planner: $(ready_dev)
	$(PY) -m tests.benchmarks planner

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
