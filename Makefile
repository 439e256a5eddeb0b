# make run: the dashboard on the demonstration pack. make test: everything CI asks. The other verbs are for developers.
.PHONY: run test check fix bench docs picture help
.DEFAULT_GOAL := help
PY := .venv/bin/python

help:  ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1  /'

.venv/.run: requirements.txt scripts/set_up.sh
	@sh scripts/set_up.sh requirements.txt
	@touch $@

.venv/.test: requirements.txt requirements-dev.txt scripts/set_up.sh
	@sh scripts/set_up.sh requirements-dev.txt
	@touch $@ .venv/.run

run: .venv/.run  ## start the dashboard on the demonstration pack
	@echo "Point your browser at http://127.0.0.1:8501 (stop with Ctrl+C)."
	@$(PY) -m streamlit run app.py --server.address 127.0.0.1 --server.port 8501

test: .venv/.test  ## install what tests need and run them all
	@sh scripts/test_needs.sh
	@$(MAKE) --no-print-directory check
	@$(PY) -m pytest -n 2 --dist loadgroup

check: .venv/.test  ## style, types and layers
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache | tail -n 12

fix: .venv/.test  ## put the style right
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: .venv/.test  ## measure speed as ratios in one run
	@sh scripts/test_needs.sh
	@$(PY) -m bench

docs: .venv/.test  ## write the generated parts again: the JSON schemas
	@$(PY) -m kpi schema

picture: .venv/.test  ## draw the README's picture of the scorecard again
	@sh scripts/test_needs.sh
	@$(PY) scripts/picture.py docs/scorecard.png
