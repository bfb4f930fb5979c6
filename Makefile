# Needs only Python 3.11 or newer and make. Everything is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test test-spark wheel-compiled test-compiled lint docs bench clean

demo: $(STAMP)  ## set up, then check an example tender
	$(BIN)/vendorscreen check examples/town-cameras.tender.yaml || case $$? in 1|3) ;; *) exit 1 ;; esac  # 1 and 3 are answers

test: $(STAMP)  ## set up, then run every test
	$(BIN)/python -m pytest -n auto

test-spark:  ## the optional tests of Spark, in an environment of their own; they need Java 17
	test -x $(VENV)-spark/bin/python || $(PYTHON) -m venv $(VENV)-spark
	$(VENV)-spark/bin/python -m pip install --quiet --editable '.[dev,spark]'
	$(VENV)-spark/bin/python -m pytest tests/batch/test_spark.py

# Built from the source distribution: a build in place would leave in src/ what hides later changes of the source.
wheel-compiled: $(STAMP)  ## a wheel with the name package compiled, in dist/compiled; it needs a C compiler
	@command -v "$${CC:-cc}" > /dev/null || { echo "no compiled wheel: there is no C compiler named $${CC:-cc}" >&2; exit 1; }
	rm -rf dist/compiled
	$(BIN)/python -m hatchling build --target sdist --directory dist/compiled
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --no-cache-dir --no-deps --wheel-dir dist/compiled dist/compiled/*.tar.gz

test-compiled: wheel-compiled  ## every test on that wheel, in an environment of its own
	test -x $(VENV)-compiled/bin/python || $(PYTHON) -m venv $(VENV)-compiled
	$(VENV)-compiled/bin/python -m pip install --quiet --force-reinstall --no-deps dist/compiled/*.whl
	$(VENV)-compiled/bin/python -m pip install --quiet "$$(echo dist/compiled/*.whl)[dev]"
	$(VENV)-compiled/bin/python -c 'from vendorscreen.name import index; assert not index.__file__.endswith(".py"), index.__file__'
	$(VENV)-compiled/bin/python -m pytest -n auto

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: $(STAMP)  ## write again what is generated: command reference, rule catalogue, facts, schemas
	$(BIN)/python scripts/write_docs.py

bench: $(STAMP)
	$(BIN)/python benchmarks/matching.py

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "vendorscreen needs Python 3.11 or newer, this is " + sys.version.split()[0]'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/python -m compileall -q src  # an editable install compiles nothing; the first start need not
	touch $(STAMP)

clean:
	rm -rf $(VENV) $(VENV)-spark $(VENV)-compiled dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
