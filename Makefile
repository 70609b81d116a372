# Everything a developer or a new user types. `make run` and `make test` set up what they need by themselves.
VENV ?= .venv
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
BIN := $(VENV)/bin
PARLOUR := $(BIN)/parlour
ONLY ?=
export UV_PYTHON_DOWNLOADS = never

.PHONY: run test chaos lint types docs bench shots train lock clean help

help:                 ## What can be typed here.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: $(VENV)/.run     ## Set up, make the demo on first start, start Parlour, print the address.
	@exec $(PARLOUR) serve --demo

test: $(VENV)/.dev    ## Set up, run every check and every test.
	$(BIN)/python -m tests.run $(ONLY)

chaos: $(VENV)/.dev   ## Break everything for long: kills, restarts, a full disk, 10,000 interleavings.
	PARLOUR_CHAOS=30 PARLOUR_STORMS=1 PARLOUR_INTERLEAVINGS=10000 $(BIN)/python -m tests.run --chaos $(ONLY)

lint: $(VENV)/.dev    ## Style, format and the import contracts.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.dev   ## mypy, strict.
	$(BIN)/mypy

bench: $(VENV)/.dev   ## Measure; ONLY=name for one subject.
	$(BIN)/python -m bench $(ONLY)

train: $(VENV)/.dev   ## Train judgement's model anew and write its card.
	$(BIN)/python -m training $(ONLY)

docs: $(VENV)/.dev    ## Build the manual into docs/_build.
	$(BIN)/sphinx-build -W -q -b html docs docs/_build

shots: $(VENV)/.dev   ## Take the manual's screenshots from the demo.
	$(BIN)/python docs/shots.py

lock:                 ## Pin every dependency anew, with hashes and without any host.
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url -q --upgrade -o requirements.lock
	uv pip compile pyproject.toml --group build --group dev --group training --group bench --group docs --constraint requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url -q --upgrade -o requirements-dev.lock

clean:                ## Remove what was set up; data in ./var stay.
	rm -rf $(VENV) docs/_build bench/out .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Parlour needs Python 3.11 or newer; PYTHON=/path/to/python3.11 make ... names another one.")'
ifdef UV
	uv venv -q --allow-existing --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(call install,requirements.lock)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/.run

# Installs a lock file (hashes required; it is complete, so nothing needs to be resolved again) and the checkout itself, with uv where it is there and plain pip where not.
define install
	@echo "Setting up $(VENV) from $(1) ..."
	@$(if $(UV),VIRTUAL_ENV=$(abspath $(VENV)) uv pip install -q --no-deps --require-hashes -r $(1),$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r $(1))
	@$(if $(UV),VIRTUAL_ENV=$(abspath $(VENV)) uv pip install -q --no-deps --no-build-isolation -e .,$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .)
endef
