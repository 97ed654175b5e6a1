# `make book` builds the course, `make test` tests it. Both install what they need. `make help` lists the rest.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
LAB := .venv-lab
UV := $(VENV)/bin/uv
RUN := $(VENV)/bin

# $(call system-package,NAME): install NAME where that is allowed, else say in one sentence what is missing.
define system-package
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
else echo "The package $(1) is missing: install it with your system's package manager (on Debian: apt install $(1)) and run make again." >&2; exit 1; fi
endef

.PHONY: help book serve test lab data exercises chapter pins browser clean
.DELETE_ON_ERROR:

help: ## List these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

book: $(VENV)/.stamp ## Execute every chapter and build the static book
	@$(RUN)/shared-future validate
	@rm -rf _build/work/_build/html
	@$(RUN)/jupyter-book build . --path-output _build/work --warningiserror --nitpick --keep-going --quiet
	@rm -rf _build/html && cp -R _build/work/_build/html _build/html
	@echo "The book is in _build/html: open $(CURDIR)/_build/html/index.html, or run 'make serve'."

serve: ## Serve the built book on http://localhost:8000 (PORT=... for another port)
	@test -f _build/html/index.html || $(MAKE) book
	@echo "The book is at http://localhost:$(PORT)/ (stop with Ctrl+C)."
	@$(PYTHON) -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html

test: book $(LAB)/.stamp browser ## Run every test: fast ones, real kernels, the built book in a real Chromium
	@$(RUN)/python -m pytest --numprocesses 2 --dist loadfile

lab: $(LAB)/.stamp ## Open the chapters in JupyterLab, as Binder does
	@$(LAB)/bin/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/book/index.md

data: $(VENV)/.stamp ## Check the tables and renew their checksums after a change
	@$(RUN)/shared-future validate --update

exercises: $(VENV)/.stamp ## Renew the learners' notebooks from the chapters
	@$(RUN)/shared-future exercises

chapter: $(VENV)/.stamp ## Start a chapter from the template: make chapter name=part/slug
	@$(RUN)/shared-future chapter "$(name)"

pins: $(VENV)/.stamp ## Renew the pinned versions of everything that is installed
	@$(UV) pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make pins" --extra lab pyproject.toml -o requirements.txt
	@$(UV) pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make pins" --extra dev pyproject.toml -c requirements.txt -o requirements-dev.txt

# Playwright's driver needs a library that a minimal Debian lacks.
browser: $(VENV)/.stamp
	@$(RUN)/playwright --version >/dev/null 2>&1 || { $(call system-package,libatomic1); }
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { $(call system-package,chromium); }

# Writing, building and testing. JupyterLab stays out: with it every call of jupyter-book takes two seconds longer.
$(VENV)/.stamp: requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("The course needs Python 3.11 or later; this is " + sys.version.split()[0] + ".") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(call system-package,python3-venv); }
	@test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.txt > $(VENV)/uv.txt
	@$(RUN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt
	@$(UV) pip sync -q --compile-bytecode --require-hashes --python $(RUN)/python requirements-dev.txt
	@$(UV) pip install -q --no-deps --no-build-isolation --python $(RUN)/python -e .
	@touch $@

# Running chapters and exercises: what a learner has on Binder, with the package installed as a copy and not editable.
$(LAB)/.stamp: $(VENV)/.stamp requirements.txt $(shell find src data exercises -type f -not -path '*/__pycache__/*')
	@test -x $(LAB)/bin/python || $(UV) venv -q --python $(RUN)/python $(LAB)
	@$(UV) pip sync -q --compile-bytecode --require-hashes --python $(LAB)/bin/python requirements.txt
	@rm -rf _build/wheel && $(UV) build -q --wheel --no-build-isolation --python $(RUN)/python -o _build/wheel
	@$(UV) pip install -q --no-deps --python $(LAB)/bin/python _build/wheel/*.whl
	@touch $@

clean: ## Remove everything that was built or installed here
	rm -rf _build $(VENV) $(LAB)
