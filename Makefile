# Anteroom. `make` alone lists what there is.
# Where data and keys live: ANTEROOM_HOME. Which Python: PYTHON. Both may be given on the command line.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
VENV := .venv/bin
# One more than there are processors: now and then all of the others wait for a browser.
WORKERS = $$($(VENV)/python -c "import os; print((os.cpu_count() or 1) + 1)")
export PYTHON ANTEROOM_HOME
# The tests start some sixty processes of this project; none should compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

.PHONY: run
run: .venv/runtime.stamp ## start kiosk (http://127.0.0.1:8501) and clinic (http://localhost:8502)
	@exec $(VENV)/python app.py

.PHONY: demo
demo: .venv/runtime.stamp ## the same with made-up patients, in a store of its own
	@exec $(VENV)/python app.py demo

.PHONY: backup
backup: .venv/runtime.stamp ## copy the store while it is in use
	@$(VENV)/python app.py backup

.PHONY: setup
setup: .venv/runtime.stamp ## prepare .venv and nothing else
	@echo "setup: .venv is ready"

.PHONY: check
check: .venv/dev.stamp ## format, lint, types and contracts, in seconds
	@$(VENV)/ruff format --check --quiet . || { echo "check: run make format"; exit 1; }
	@$(VENV)/ruff check --quiet .
	@$(VENV)/mypy --no-error-summary .
	@contracts=$$($(VENV)/lint-imports --no-logo) || { echo "$$contracts"; exit 1; }
	@sh scripts/types.sh
	@echo "check: passed"

.PHONY: test
test: .venv/dev.stamp ## set everything up, a browser included, and run every test
	@sh scripts/setup.sh programs
	@$(VENV)/python -m pytest --quiet --no-header --numprocesses $(WORKERS) --dist loadscope --no-loadscope-reorder
	@echo "test: passed"

.PHONY: cover
cover: .venv/dev.stamp ## measure which branches the tests without a browser reach, and hold the gate
	@sh scripts/setup.sh programs
	@$(VENV)/python -m pytest --quiet --no-header --numprocesses auto --dist loadscope --cov --cov-report term \
		tests/intake tests/screening tests/reports tests/house \
		--ignore tests/intake/kiosk/player --ignore tests/reports/clinic \
		--ignore tests/house/test_supervisor.py --ignore tests/house/test_demo.py
	@echo "cover: passed"

.PHONY: proof
proof: .venv/dev.stamp ## prove the rules, try every mutant, tap twice everywhere, take the network away
	@$(VENV)/python -m screening prove
	@$(VENV)/python -m tests.screening.agreement 1000000
	@$(VENV)/python -m tests.screening.mutation
	@sh scripts/setup.sh programs
	@$(VENV)/python -m tests.reports.pdf.hostile 100000
	@$(VENV)/python -m tests.hand_back 200
	@$(VENV)/python -m tests.double_taps 300
	@$(VENV)/python -m tests.outages 20
	@echo "proof: passed"

.PHONY: bench
bench: .venv/dev.stamp .venv/bench.stamp ## measure how fast it is on this machine, and how many taps it takes
	@sh scripts/setup.sh programs
	@$(VENV)/python -m tests.taps
	@for each in $$(grep -l __main__ bench/*.py); do PYTHONPATH=.venv/bench $(VENV)/python -m bench.$$(basename $$each .py) || exit 1; done

.PHONY: verapdf
verapdf: .venv/dev.stamp .venv/verapdf.stamp ## have veraPDF judge generated documents (needs Java; says what to type)
	@sh scripts/verapdf.sh

.PHONY: format
format: .venv/dev.stamp ## let the formatter and the linter mend what they can
	@$(VENV)/ruff format --quiet .
	@$(VENV)/ruff check --fix --quiet .

.PHONY: diagram
diagram: .venv/dev.stamp ## draw the rooms and their arrows into README.md, from the imports
	@$(VENV)/python scripts/diagram.py

.PHONY: pictures
pictures: .venv/dev.stamp ## take the README's pictures from the running demo
	@sh scripts/setup.sh programs
	@$(VENV)/python scripts/pictures.py

.PHONY: screens
screens: .venv/dev.stamp ## take pictures of every kind of patient's screen into build/screens, to be looked at
	@sh scripts/setup.sh programs
	@$(VENV)/python -m scripts.screens

.PHONY: pages
pages: .venv/dev.stamp ## draw the pictures of docs/summary-page.md after a change to the page
	@sh scripts/setup.sh programs
	@$(VENV)/python -m scripts.pages

.PHONY: protocol
protocol: .venv/runtime.stamp ## write docs/protocol.md anew after a change to questions or rules
	@$(VENV)/python -m reports protocol docs/protocol.md

.PHONY: lock
lock: .venv/dev.stamp ## choose versions again after a change to requirements/*.in
	@for name in runtime dev bench verapdf; do \
		(cd requirements && CUSTOM_COMPILE_COMMAND="make lock" ../$(VENV)/pip-compile --quiet --upgrade \
			--generate-hashes --strip-extras --allow-unsafe --no-emit-options --no-emit-index-url \
			--no-emit-find-links --no-emit-trusted-host --output-file $$name.txt $$name.in) || exit 1; \
	done

.venv/runtime.stamp: requirements/runtime.txt
	@sh scripts/setup.sh runtime

.venv/dev.stamp: requirements/dev.txt
	@sh scripts/setup.sh dev

# Beside the other libraries, not among them: what only a measurement or a judgment needs.
.venv/bench.stamp .venv/verapdf.stamp: .venv/%.stamp: requirements/%.txt .venv/dev.stamp
	@rm -rf .venv/$*
	@$(VENV)/python -m pip --disable-pip-version-check -qq install --require-hashes \
		--target .venv/$* --requirement requirements/$*.txt
	@touch $@
