# Needs only Python 3.11 or newer and make. Everything is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Exact versions; the second variable is how pip since 25.3 is told those of the build.
PINNED := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt

.PHONY: demo test soak test-oldest test-newest newest constraints test-spark wheel-compiled test-compiled lint docs bench clean

demo: $(STAMP)  ## set up, then check an example tender
	$(BIN)/vendorscreen check examples/town-cameras.tender.yaml || case $$? in 1|3) ;; *) exit 1 ;; esac  # 1 and 3 are answers

test: $(STAMP)  ## set up, then run every test
	$(BIN)/python -m pytest -n auto

soak: $(STAMP)  ## the laws, on fifty times as many examples, then a million damaged inputs
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile soak
	$(BIN)/python -m tests.fuzz --inputs 1000000

test-oldest:  ## every test, with the lowest versions of the ranges; where these have no wheels, PYTHON=python3.11
	$(PYTHON) -m venv --clear $(VENV)-oldest
	$(PYTHON) scripts/lowest_versions.py > $(VENV)-oldest/lowest.txt
	PIP_CONSTRAINT=$(VENV)-oldest/lowest.txt PIP_BUILD_CONSTRAINT=$(VENV)-oldest/lowest.txt \
		$(VENV)-oldest/bin/python -m pip install --quiet --editable '.[dev]'
	$(VENV)-oldest/bin/python -m pytest -n auto

newest:
	$(PYTHON) -m venv --clear $(VENV)-newest
	$(VENV)-newest/bin/python -m pip install --quiet --upgrade pip
	$(VENV)-newest/bin/python -m pip install --quiet --editable '.[dev]'

test-newest: newest  ## every test, with the newest versions of the ranges
	$(VENV)-newest/bin/python -m pytest -n auto

# Besides: what hatchling needs for an editable install, and what several libraries need on Windows.
constraints: newest  ## write constraints.txt again, from the newest versions of the ranges
	$(VENV)-newest/bin/python -m pip install --quiet editables colorama
	echo '# Exact versions of all that `make demo` and `make test` install; written by `make constraints`.' > $(VENV)-newest/pins
	$(VENV)-newest/bin/python -m pip freeze --all --exclude-editable --exclude setuptools >> $(VENV)-newest/pins
	mv $(VENV)-newest/pins constraints.txt

test-spark:  ## the optional tests of Spark, in an environment of their own; they need Java 17
	test -x $(VENV)-spark/bin/python || $(PYTHON) -m venv $(VENV)-spark
	$(PINNED) $(VENV)-spark/bin/python -m pip install --quiet --editable '.[dev,spark]'
	$(VENV)-spark/bin/python -m pytest tests/batch/test_spark.py

# Built from the source distribution: a build in place would leave in src/ what hides later changes of the source.
wheel-compiled: $(STAMP)  ## a wheel with the name package compiled, in dist/compiled; it needs a C compiler
	@command -v "$${CC:-cc}" > /dev/null || { echo "no compiled wheel: there is no C compiler named $${CC:-cc}" >&2; exit 1; }
	rm -rf dist/compiled
	$(BIN)/python -m hatchling build --target sdist --directory dist/compiled
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(PINNED) $(BIN)/python -m pip wheel --quiet --no-cache-dir --no-deps --wheel-dir dist/compiled dist/compiled/*.tar.gz

test-compiled: wheel-compiled  ## every test on that wheel, in an environment of its own
	test -x $(VENV)-compiled/bin/python || $(PYTHON) -m venv $(VENV)-compiled
	$(VENV)-compiled/bin/python -m pip install --quiet --force-reinstall --no-deps dist/compiled/*.whl
	$(PINNED) $(VENV)-compiled/bin/python -m pip install --quiet "$$(echo dist/compiled/*.whl)[dev]"
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

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "vendorscreen needs Python 3.11 or newer, this is " + sys.version.split()[0]'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PINNED) $(BIN)/python -m pip install --quiet --upgrade pip
	$(PINNED) $(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/python -m compileall -q src  # an editable install compiles nothing; the first start need not
	touch $(STAMP)

clean:
	rm -rf $(VENV) $(VENV)-oldest $(VENV)-newest $(VENV)-spark $(VENV)-compiled dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
