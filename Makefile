# What a person or a machine does with this repository. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

RELEASE := .build/release/zenuml
DEBUG := .build/debug/zenuml
API_DOCS := .tools/api-docs/drf_spectacular_sidecar/static/drf_spectacular_sidecar
PYTHON := .venv/bin/python
SWIFT_FILES := Package.swift Sources Tests

.PHONY: help run build wasm gallery record fuzz test test-swift test-e2e lint format bench clean

help: ## List the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: build ## Install what is missing, build, and serve at http://localhost:8000
	exec env API_DOCS_ASSETS="$${API_DOCS_ASSETS:-$(API_DOCS)}" $(RELEASE) serve

build: ## Build the server for use
	scripts/install build
	scripts/build-wasm
	swift build --configuration release --static-swift-stdlib --product zenuml

wasm: ## Build the diagram engine for the browser: .build/wasm/uml.wasm
	scripts/install build
	scripts/build-wasm

gallery: ## Draw every source of the gallery in every palette, on one page
	swift build --product zenuml
	scripts/make-gallery $(DEBUG)

record: ## Write the parser's tables and the gallery's pictures anew; read what has changed before you commit it
	swift build --build-tests
	UML_RECORD=1 swift test --skip-build --filter UMLTests

test: ## Install what the tests need and run all of them
	scripts/install test
	$(MAKE) --no-print-directory lint
	$(MAKE) --no-print-directory test-swift
	$(MAKE) --no-print-directory test-e2e

test-swift: ## Unit, repository and HTTP contract tests, on each store
	swift build --build-tests
	scripts/with-mongodb swift test --skip-build
	ZENUML_TEST_STORE=mongodb scripts/with-mongodb swift test --skip-build --filter ZenUMLServerTests

test-e2e: ## Tests of the running process, of sign-in in a browser, of the API by a fuzzer, of the engine in WebAssembly
	swift build --product zenuml
	scripts/build-wasm
	ZENUML_BINARY=$(DEBUG) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e -q --durations=5

fuzz: ## Read and draw a million bent texts
	swift build --build-tests
	UML_FUZZ_COUNT=1000000 UML_FUZZ_SEED=$$(date +%s) UML_EDIT_SEED=$$(date +%s) swift test --skip-build --filter "FuzzTests|EditingLawTests"

lint: ## Check format and conventions
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	scripts/check-conventions

format: ## Format the Swift files
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

bench: build ## Measure against the peer, and run the long forms of load, crash and fuzz tests (an hour)
	scripts/install bench
	$(PYTHON) bench/diagrams.py --server $(RELEASE) --wasm .build/wasm/uml.wasm --output bench/diagrams.md
	$(PYTHON) bench/run.py --server $(RELEASE) --output bench/results.md
	E2E_LONG=1 ZENUML_BINARY=$(RELEASE) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e -q -k "load or crash or fuzz"

clean: ## Remove everything built and installed into the repository
	rm -rf .build .venv .tools bench/.venv
