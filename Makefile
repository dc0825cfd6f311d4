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
PACKAGES := coinor-libclp-dev libcsv-dev zlib1g-dev libxlsxwriter-dev
BINARY := .build/release/wmo-etl
SWIFT_SOURCES := Sources Tests Package.swift
# For Benchmarks/bench.py and Benchmarks/bench_check.py, which explain their options with --help.
BENCH =
BENCH_CHECK =
# The inputs of `make fuzz`, and the seed of the first one.
FUZZ = 10000000
SEED = $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')

# At least so many faults of `make faults`; SEED chooses them.
FAULTS = 2500

# What reads the documents back; only `make test-publish` needs it.
PUBLISH_PACKAGES := python3-venv libreoffice-calc-nogui chromium weasyprint poppler-utils
PUBLISH_PYTHON := .build/publish/bin/python
PUBLISH_MODULES := Tests/Publish/requirements.txt

# What checks the Debian package; only `make test-package` needs it.
PACKAGE_CHECKS := debootstrap fish groff lintian man-db strace systemd zsh
AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help deps build report test test-publish check sanitize fuzz faults lint format record docs bench bench-check bench-worst forecast install deb test-package clean

help: ## list the targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 22

deps: ## install the system packages that are missing (Debian, Ubuntu)
	@$(call install,$(PACKAGES))

# $(call install,packages): those that are missing.
define install
missing=(); \
	for package in $(1); do \
	  status=$$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null || true); \
	  [ "$$status" = installed ] || missing+=("$$package"); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y); \
	  [ "$$(id -u)" -eq 0 ] || apt=(sudo "$${apt[@]}"); \
	  install=("$${apt[@]}" install --no-install-recommends "$${missing[@]}"); \
	  "$${install[@]}" || { "$${apt[@]}" update && "$${install[@]}"; }; \
	fi
endef

build: deps ## build the release binary
	swift build -c release --static-swift-stdlib --product wmo-etl

report: build ## run the Zoetermeer 2017 sample and print its three tables
	$(BINARY) run --input $(SAMPLE) --output $(OUT)
	@printf '\nall tables as CSV: %s/latest/tables\n\n' '$(OUT)'
	@$(BINARY) show $(OUT)/latest product-gebruik subsidies uitgaven-verhouding

test: deps lint ## check the format, build and run every test
	swift build --build-tests
	swift test --skip-build

test-publish: deps ## read the documents back with LibreOffice, Chromium and Python
	@$(call install,$(PUBLISH_PACKAGES))
	[ -x $(PUBLISH_PYTHON) ] || python3 -m venv .build/publish
	$(PUBLISH_PYTHON) -m pip install -q --disable-pip-version-check -r $(PUBLISH_MODULES)
	swift build --product wmo-etl
	for script in Tests/Publish/check_*.py; do \
	  $(PUBLISH_PYTHON) "$$script" .build/debug/wmo-etl $(SAMPLE); \
	done

check: test test-publish ## what continuous integration runs

# The command tests start the program beside their bundle, so the sanitized one. What is left out, and
# why: Tests/leaks.txt and Tests/races.txt. They go by names of functions, and one test leaves the
# program no PATH to find the reader of names. gold warns of a thousand names of the sanitizer itself.
SYMBOLIZER = external_symbolizer_path=$(shell command -v llvm-symbolizer)
sanitize: export ASAN_OPTIONS = $(SYMBOLIZER)
sanitize: export LSAN_OPTIONS = suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0
sanitize: export TSAN_OPTIONS = suppressions=$(CURDIR)/Tests/races.txt:print_suppressions=0:$(SYMBOLIZER)
sanitize: QUIET = 2>&1 | { grep -v 'Cannot export local symbol' || true; }
sanitize: deps ## run every test under AddressSanitizer (our C also under UBSan), ThreadSanitizer
	export WMO_ETL_UBSAN=1; $(call sanitized,address,.build/asan)
	$(call sanitized,thread,.build/tsan)

# $(call sanitized,sanitizer,scratch path)
define sanitized
swift build --build-tests --sanitize=$(1) --scratch-path $(2) $(QUIET); \
	swift test --skip-build --sanitize=$(1) --scratch-path $(2)
endef

# Of the release, which is quick enough for very many inputs; the tests see what is internal.
FUZZ_BUILD := -c release -Xswiftc -enable-testing --scratch-path .build/fuzz
fuzz: deps ## compare the ways of parsing on ten million hostile inputs (FUZZ=inputs, SEED=number)
	swift build --build-tests $(FUZZ_BUILD)
	WMO_ETL_FUZZ=$(FUZZ) WMO_ETL_FUZZ_SEED=$(SEED) \
	  swift test --skip-build $(FUZZ_BUILD) --filter ParserDifference

# The release is what runs at night; it is tried by the tests of a debug build.
faults: build ## kill runs and fail their calls, thousands of times (FAULTS=number, SEED=number)
	swift build --build-tests
	WMO_ETL_FAULTS=$(FAULTS) WMO_ETL_FAULTS_SEED=$(SEED) WMO_ETL_PROGRAM=$(CURDIR)/$(BINARY) \
	  WMO_ETL_FAULTS_REPORT=$(CURDIR)/.build/faults.md \
	  swift test --skip-build --filter FaultTests

lint: ## check the format of the sources and the order of their rooms
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	awk -f Tests/Rooms/rooms.awk Tests/Rooms/rooms.txt $$(find Sources -name '*.swift')

format: ## format the sources in place
	swift format --in-place --recursive $(SWIFT_SOURCES)

record: deps ## record the command tests' expectations; read them with git diff
	swift build --build-tests
	@# A run that records fails, so that nobody takes it for a passing one.
	-WMO_ETL_RECORD=1 swift test --skip-build --filter CommandCases
	@git status --short -- Tests/CommandTests/Cases

docs: deps ## write the pages that come from the sources: docs/rules.md
	swift build --product wmo-etl
	.build/debug/wmo-etl rules --markdown > docs/rules.md

bench: PACKAGES += python3-venv
bench: build ## compare with DuckDB, Polars, chDB: an hour (minutes: BENCH='--sizes small')
	python3 Benchmarks/bench.py $(BENCH)

bench-check: PACKAGES += binutils valgrind
bench-check: build ## count instructions; 5 % above the kept ones fails (BENCH_CHECK=--update)
	python3 Benchmarks/bench_check.py $(BENCH_CHECK)

bench-worst: build ## memory and time on deliveries that are as bad as can be
	python3 Benchmarks/worst_case.py $(BENCH_WORST)

forecast: build ## what forecasts are worth on 200 municipalities (FORECAST='--seeds 20')
	python3 Benchmarks/forecast.py $(FORECAST)

install: PACKAGES += python3-minimal
install: build ## install program, manual pages, completions (PREFIX=/usr/local, honours DESTDIR)
	packaging/install.sh $(BINARY) '$(DESTDIR)' '$(PREFIX)'

# Another BINARY is packed as it is; it must have been built with --static-swift-stdlib, too.
deb: PACKAGES += binutils dpkg-dev python3-minimal
deb: deps $(if $(filter .build/release/wmo-etl,$(BINARY)),build) ## build dist/wmo-etl_VERSION_ARCH.deb
	packaging/build-deb.sh $(BINARY) dist

test-package: deb ## check the Debian package, also in a clean root (as root, or with sudo)
	@$(call install,$(PACKAGE_CHECKS))
	package=$$(packaging/build-deb.sh $(BINARY) .build/package); \
	  cmp "$$package" "dist/$$(basename "$$package")"; \
	  packaging/check-package.sh "$$package"; \
	  $(AS_ROOT) packaging/clean-root.sh "$$package" .build/clean-root $(SAMPLE)

clean: ## remove everything that was built, and the reports of make report
	[ ! -e .build/clean-root ] || $(AS_ROOT) rm -rf --one-file-system .build/clean-root
	rm -rf .build out dist
