# Set up, run and test. `make run` and `make test` do everything on a machine with Python 3.11 and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT ?= 8501
# Two at a time, each file of tests in one place: fixtures that are dear are made once for a file.
TESTS ?= -n 2 --dist loadfile -rs

.PHONY: run quick test lint bench clean

run: $(VENV)/ready
	@echo "Serving on http://localhost:$(PORT) (stop with Ctrl+C)"
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT)

quick: $(VENV)/ready-dev
	@$(BIN)/python -m pytest $(TESTS) -m quick

test: $(VENV)/ready-dev
	@echo "Running the tests; what cannot run on this machine is listed at the end with the reason"
	@$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/ready-dev
	@echo "Checking the style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: $(VENV)/ready-dev
	@echo "Timing the app (it decides nothing)"
	@$(BIN)/python -m tests.benchmarks

$(VENV)/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
		|| { echo "Python 3.11 is needed: install it, or name it with PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up in $(VENV) (the first time takes a minute or two)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo "Adding what the tests need"
	@$(PIP) -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build .pytest_cache .ruff_cache .hypothesis
