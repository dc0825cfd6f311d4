# Everything that a developer, a build server or an administrator does with this project.
# A Swift toolchain on Debian or Ubuntu is all it needs; `make deps` fetches the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

PREFIX = /usr/local
SAMPLE = data-samples/zoetermeer-2017
OUT = out

# System packages that the build needs; the reasons: docs/decisions/0002-dependencies.md
PACKAGES := libcsv-dev zlib1g-dev
BINARY := .build/release/wmo-etl
SWIFT_SOURCES := Sources Tests Package.swift
# For Benchmarks/bench.py and Benchmarks/bench_check.py, which explain their options with --help.
BENCH =
BENCH_CHECK =

.PHONY: help deps build report test check lint format record bench bench-check install clean

help: ## list the targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

deps: ## install the system packages that are missing (Debian, Ubuntu)
	@missing=(); \
	for package in $(PACKAGES); do \
	  status=$$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null || true); \
	  [ "$$status" = installed ] || missing+=("$$package"); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y); \
	  [ "$$(id -u)" -eq 0 ] || apt=(sudo "$${apt[@]}"); \
	  install=("$${apt[@]}" install --no-install-recommends "$${missing[@]}"); \
	  "$${install[@]}" || { "$${apt[@]}" update && "$${install[@]}"; }; \
	fi

build: deps ## build the release binary
	swift build -c release --static-swift-stdlib --product wmo-etl

report: build ## run the Zoetermeer 2017 sample and print its three tables
	$(BINARY) run --input $(SAMPLE) --output $(OUT)
	@printf '\nall tables as CSV: %s/latest/tables\n\n' '$(OUT)'
	@$(BINARY) show $(OUT)/latest product-gebruik subsidies uitgaven-verhouding

test: deps lint ## check the format, build and run every test
	swift build --build-tests
	swift test --skip-build

check: test ## what continuous integration runs

lint: ## check the format of the sources
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format: ## format the sources in place
	swift format --in-place --recursive $(SWIFT_SOURCES)

record: deps ## record the command tests' expectations; read them with git diff
	swift build --build-tests
	@# A run that records fails, so that nobody takes it for a passing one.
	-WMO_ETL_RECORD=1 swift test --skip-build --filter CommandCases
	@git status --short -- Tests/CommandTests/Cases

bench: PACKAGES += python3-venv
bench: build ## compare with DuckDB, Polars, chDB: an hour (minutes: BENCH='--sizes small')
	python3 Benchmarks/bench.py $(BENCH)

bench-check: PACKAGES += binutils valgrind
bench-check: build ## count instructions; 5 % above the kept ones fails (BENCH_CHECK=--update)
	python3 Benchmarks/bench_check.py $(BENCH_CHECK)

install: build ## install the binary (PREFIX=/usr/local, honours DESTDIR)
	install -D -m 0755 $(BINARY) '$(DESTDIR)$(PREFIX)/bin/wmo-etl'

clean: ## remove everything that was built, and the reports of make report
	rm -rf .build out
