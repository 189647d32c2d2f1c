# Set up, run and test. `make run` and `make test` do everything on a machine with make and Python 3.11 to 3.14.
# A Python that cannot make an environment (Debian ships some so) or a name with nothing behind it is passed over.
FITS := import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$name -c '$(FITS)' 2>/dev/null && { command -v $$name; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# One lock for every system and every Python that fits; UPGRADE=1 also takes the newest of what the pins leave open.
LOCK := $(BIN)/uv --no-config pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
PORT ?= 8501
# Two at a time, each file of tests in one place: fixtures that are dear are made once for a file. What takes longest
# begins first (tests/conftest.py), so that both end together.
TESTS ?= -n 2 --dist loadfile --no-loadscope-reorder -rs

.PHONY: run quick test long sweep lint bench lock clean

run: $(VENV)/ready
	@echo "Serving on http://localhost:$(PORT) (stop with Ctrl+C)"
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT)

quick: $(VENV)/ready-dev
	@$(BIN)/python -m pytest $(TESTS) -m quick

test: $(VENV)/ready-dev
	@echo "Running the tests; what cannot run on this machine is listed at the end with the reason"
	@$(BIN)/python -m pytest $(TESTS)

long: $(VENV)/ready-dev
	@echo "Running the tests whole: every combination, and six times the examples"
	@HUBDATA_LONGER=yes HUBDATA_EXAMPLES=300 $(BIN)/python -m pytest $(TESTS)

# Every view of both Englands for every place and control, every sentence read: hours. SHARE=0.01 reads one in a hundred.
SHARE ?= 1
sweep: $(VENV)/ready-dev
	@echo "Reading every sentence of both Englands"
	@$(BIN)/python -m tests.sweep $(SHARE)

lint: $(VENV)/ready-dev
	@echo "Checking the style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: $(VENV)/ready-dev
	@echo "Timing the app (it decides nothing)"
	@$(BIN)/python -m tests.benchmarks

lock:
	@test -x $(BIN)/uv || $(MAKE) $(VENV)/ready-dev
	@echo "Locking what pyproject.toml asks for"
	@$(LOCK) --output-file requirements.txt >/dev/null
	@$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt >/dev/null

$(VENV)/ready: requirements.txt
	@"$(PYTHON)" -c '$(FITS)' 2>/dev/null \
		|| { echo "Python 3.11 to 3.14 is needed: install it (on Debian with its -venv), or name it with PYTHON=/path/to/python3"; exit 1; }
	@echo "Setting up in $(VENV) (the first time takes a minute or two)"
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo "Adding what the tests need"
	@$(PIP) -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build .pytest_cache .ruff_cache .hypothesis
