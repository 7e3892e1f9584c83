# What a person or a machine does with this repository. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

RELEASE := .build/release/zenuml
DEBUG := .build/debug/zenuml
WEB := .build/web
API_DOCS := .tools/api-docs/drf_spectacular_sidecar/static/drf_spectacular_sidecar
PYTHON := .venv/bin/python
SWIFT_FILES := Package.swift Sources Tests

.PHONY: help run build wasm web types gallery record fuzz test test-swift test-web test-e2e screenshots lint format bench clean

help: ## List the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: build ## Install what is missing, build, and serve at http://localhost:8000
	exec env API_DOCS_ASSETS="$${API_DOCS_ASSETS:-$(API_DOCS)}" WEB_ASSETS="$${WEB_ASSETS:-$(WEB)}" $(RELEASE) serve

build: ## Build the server and the web client for use
	scripts/install build
	scripts/build-web
	swift build --configuration release --static-swift-stdlib --product zenuml

wasm: ## Build the diagram engine for the browser: .build/wasm/uml.wasm
	scripts/install build
	scripts/build-wasm

web: ## Build the web client: .build/web
	scripts/install build
	scripts/build-web

types: ## Write the web client's types of the API anew, out of the OpenAPI document
	swift build --product zenuml
	$(DEBUG) openapi | scripts/generate-api-types >web/src/api/schema.ts

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
	$(MAKE) --no-print-directory test-web
	$(MAKE) --no-print-directory test-e2e

test-swift: ## Unit, repository and HTTP contract tests, on each store
	swift build --build-tests
	scripts/with-mongodb swift test --skip-build
	ZENUML_TEST_STORE=mongodb scripts/with-mongodb swift test --skip-build --filter ZenUMLServerTests

test-web: ## Unit tests of the web client, and whether its types are those of the API
	swift build --product zenuml
	scripts/test-web $(DEBUG)

test-e2e: ## Tests of the running process, of sign-in in a browser, of the API by a fuzzer, of the engine in WebAssembly
	swift build --product zenuml
	scripts/build-web
	ZENUML_BINARY=$(DEBUG) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e -q --durations=5

screenshots: ## Make pictures of the web client's pages: e2e/screenshots
	swift build --product zenuml
	scripts/build-web
	ZENUML_BINARY=$(DEBUG) $(PYTHON) -m pytest e2e/web/test_screenshots.py -q

fuzz: ## Read and draw a million bent texts
	swift build --build-tests
	UML_FUZZ_COUNT=1000000 UML_FUZZ_SEED=$$(date +%s) UML_EDIT_SEED=$$(date +%s) swift test --skip-build --filter "FuzzTests|EditingLawTests"

lint: ## Check format and conventions
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	scripts/check-conventions
	scripts/lint-web

format: ## Format the Swift and TypeScript files
	swift format --in-place --recursive --parallel $(SWIFT_FILES)
	cd web && ../.venv/bin/biome format --write .

bench: build ## Measure against the peer, and run the long forms of load, crash and fuzz tests (an hour)
	scripts/install bench
	$(PYTHON) bench/diagrams.py --server $(RELEASE) --wasm .build/wasm/uml.wasm --output bench/diagrams.md
	$(PYTHON) bench/web.py --server $(RELEASE) --output bench/web.md
	$(PYTHON) bench/product.py --server $(RELEASE) --output bench/product.md
	$(PYTHON) bench/saving_mongodb.py --server $(RELEASE) --output bench/saving_mongodb.md
	$(PYTHON) bench/run.py --server $(RELEASE) --output bench/results.md
	E2E_LONG=1 ZENUML_BINARY=$(RELEASE) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e -q -k "load or crash or fuzz"

clean: ## Remove everything built and installed into the repository
	rm -rf .build .venv .tools bench/.venv
