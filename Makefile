# make run     the countdown; make run ARGS="cast heartstopper:s2" for anything else
# make test    everything that guards the project
# make format  what the formatter can mend
# make bench   the table of docs/performance.md
# make screenshots  the pictures of the README
# make help-pages   what the tests hold the help to
# make cards   what the tests hold the card of a show to

BIN := .venv/bin
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test format lint bench screenshots help-pages cards clean

run: .venv/.run
ifdef ARGS
	@$(BIN)/premierectl $(ARGS)
else
	@# Nobody follows anything yet: into a pipe, what is coming at all.
	@test -t 1 && exec $(BIN)/premierectl; exec $(BIN)/premierectl countdown --all
endif

test: lint .venv/.rivals
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=100

lint: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.rivals
	$(BIN)/python -m benchmarks

screenshots: .venv/.dev
	$(BIN)/python -m tests.pictures

help-pages: .venv/.dev
	$(BIN)/python -m tests.help_pages

cards: .venv/.dev
	$(BIN)/python -m tests.cards

clean:
	rm -rf .venv dist .coverage* .hypothesis .mypy_cache .ruff_cache .pytest_cache

.venv/.run: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "premierectl needs Python 3.11 or later; none was found. Name one with: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { echo "$(PYTHON) could not make a virtual environment in .venv. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable . || { echo "The packages premierectl needs could not be installed into .venv; pip says why above. Try again when that is mended." >&2; exit 1; }
	@touch $@

.venv/.dev: .venv/.run
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]" || { echo "The packages for the tests could not be installed into .venv; pip says why above. Try again when that is mended." >&2; exit 1; }
	@touch $@

# Programs of others that read our calendars in the tests and run beside ours in the benchmarks.
.venv/.rivals: .venv/.dev benchmarks/rivals.py
	@$(BIN)/python -m benchmarks.rivals || { echo "khal, todoman, vdirsyncer and radicale could not be installed into .venv/rivals; pip says why above. Try again when that is mended." >&2; exit 1; }
	@touch $@
