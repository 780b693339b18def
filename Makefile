# make run: the program.  make test: every check.  Both make their own environment in .venv/.
.PHONY: run demo test lint bench bench-planner clean
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

test: lint
	$(HEADLESS) $(PY) -m pytest

bench: $(ready_dev)
	$(HEADLESS) $(PY) -m tests.benchmarks

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache
