# The project's commands. `make` alone lists them. Works with GNU make 3.81 and newer.

PYTHON ?= python3
PORT ?=
# As many processes as there are cores; one that is done takes tests of another. `make test PYTEST_FLAGS=` uses one.
PYTEST_FLAGS ?= -n auto --dist worksteal
SLOW_TESTS := tests/browser tests/content tests/e2e tests/new_site
LOCK_FLAGS ?=

# Material advertises another generator at every start.
export NO_MKDOCS_2_WARNING := 1

# What Python has compiled is read by the next process: the tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
CODE := hooks tests bench tools

.DEFAULT_GOAL := help
.PHONY: help site edit build check test test-fast bench audit packages lock clean environment environment-dev chromium

help: ## list these commands
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/\1@\2/p' Makefile | while IFS=@ read -r name text; do \
		printf '  make %-9s %s\n' "$$name" "$$text"; done

site: environment ## set up, build, serve on this machine with live reload (PORT=8000)
	@$(BIN)/katalog site $(if $(PORT),--port $(PORT))

edit: environment ## set up, edit the records in a form in the browser (PORT=8000)
	@$(BIN)/katalog edit $(if $(PORT),--port $(PORT))

build: environment ## set up, build strictly into site/
	$(BIN)/katalog build

check: environment-dev ## look the code and the records over
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
ifneq ($(wildcard hooks/katalog/cli hooks/katalog/cli.py),)
	$(BIN)/katalog check
endif

test: check chromium ## set up, check, run every test
	$(BIN)/pytest $(PYTEST_FLAGS)

test-fast: environment-dev ## the tests that need no browser and no whole build (a minute)
	$(BIN)/pytest $(PYTEST_FLAGS) $(SLOW_TESTS:%=--ignore=%)

bench: environment-dev ## measure beside Hugo, Eleventy and stock MkDocs (minutes; needs Node); bench/README.md explains
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --require-hashes --target .bench/hugo -r bench/beside/requirements.txt
	cp bench/beside/package.json bench/beside/package-lock.json .npmrc .bench/
	npm ci --prefix .bench --no-audit --no-fund --loglevel=error
	$(BIN)/python -m bench.compare

audit: environment-dev chromium ## look the site over with Node and Java (docs/audit.md); try 20,000 slips and form editors
	npm ci --no-audit --no-fund --loglevel=error
	$(BIN)/python -m tools.audit
	$(BIN)/python -m tools.audit_disks
	$(BIN)/python -m tools.successors
	$(BIN)/python -m bench.fuzz
	$(BIN)/python -m bench.fuzz_bodies
	$(BIN)/python -m bench.fuzz_settings
	$(BIN)/python -m bench.fuzz_projects 200 1 50
	$(BIN)/python -m bench.form_editors
	$(BIN)/python -m bench.check

packages: environment-dev ## build the wheel and the source package into dist/
	rm -rf dist build
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	$(BIN)/python -c 'from setuptools.build_meta import build_sdist; build_sdist("dist")' >/dev/null

lock: environment-dev ## pin requirements*.txt anew (LOCK_FLAGS=--upgrade for newer versions)
	$(BIN)/python -m tools.lock $(LOCK_FLAGS)

clean: ## remove everything that can be made again, the environment too
	rm -rf .venv .bench .katalog site audit node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache hooks/katalog.egg-info
	find hooks tests bench tools -name __pycache__ -prune -exec rm -rf {} +

environment:
	@PYTHON="$(PYTHON)" tools/environment requirements.txt

environment-dev:
	@PYTHON="$(PYTHON)" tools/environment requirements-dev.txt

chromium: environment-dev
	@$(BIN)/python -m tools.chromium
