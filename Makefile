# What a developer types. `make playground` and `make test` need Python 3.11 and nothing else.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: playground test check bench train pictures lock clean

playground: $(READY)  ## Wellmet in a pretend Slack, in your browser
	$(BIN)/wellmet playground

test: $(READY)  ## every test, on SQLite and a real PostgreSQL
	$(BIN)/pytest -n auto --dist worksteal

check: $(READY)  ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(READY)  ## the figures of docs/benchmarks.md
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-train.lock
	$(BIN)/python -m benchmarks

pictures: $(READY)  ## the pictures of the documents, from the playground itself (needs chromium)
	$(BIN)/python docs/pictures.py

train: $(READY)  ## learn the weights of assistant/phrases anew, in a few minutes
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-train.lock
	$(BIN)/python -m training

lock: $(READY)  ## pin what pyproject.toml allows, with hashes
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile pyproject.toml -q --upgrade --universal --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml -q --upgrade --universal --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml -q --upgrade --universal --generate-hashes --no-emit-index-url --no-header --extra train -c requirements-dev.lock -o requirements-train.lock

$(READY): requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Wellmet needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf .venv build dist
