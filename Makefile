# What a person or a machine does with this repository. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

RELEASE := .build/release/zenuml
DEBUG := .build/debug/zenuml
# SwiftPM plans anew, and builds some packages again, when its environment has changed: so it is not shown that of make.
SWIFT := env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u MAKE_TERMOUT -u MAKE_TERMERR swift
# Optimised, with assertions: the tests take half as long, and a password's hash a sixth.
BUILD_FOR_TESTS := $(SWIFT) build -Xcc -O2 -Xswiftc -O -Xswiftc -assert-config -Xswiftc Debug
# What `swift test` starts. It would plan the build anew for its own environment, and the next build would compile packages again.
SWIFT_TESTS := .build/debug/zenumlPackageTests.xctest --testing-library swift-testing
WEB := .build/web
API_DOCS := .tools/api-docs/drf_spectacular_sidecar/static/drf_spectacular_sidecar
PYTHON := .venv/bin/python
SWIFT_FILES := Package.swift Sources Tests bench/bare bench/mongodb

.PHONY: help run cluster build build-tests wasm web types gallery record fuzz test test-swift test-web test-e2e test-steps test-fuzz screenshots lint format bench clean

help: ## List the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: build ## Install what is missing, build, and serve at http://localhost:8000
	exec env API_DOCS_ASSETS="$${API_DOCS_ASSETS:-$(API_DOCS)}" WEB_ASSETS="$${WEB_ASSETS:-$(WEB)}" $(RELEASE) serve

cluster: build ## The same as a team runs it: two servers on a MongoDB, HAProxy before them, at http://localhost:8000
	scripts/install cluster
	exec scripts/cluster

build: ## Build the server and the web client for use
	scripts/install build
	scripts/build-web
	$(SWIFT) build --configuration release --static-swift-stdlib --product zenuml-server
	$(SWIFT) build --configuration release --static-swift-stdlib --product zenuml

wasm: ## Build the diagram engine for the browser: .build/wasm/uml-*.wasm
	scripts/install build
	scripts/build-wasm

web: ## Build the web client: .build/web
	scripts/install build
	scripts/build-web

types: ## Write the web client's types of the API anew, out of the OpenAPI document
	$(BUILD_FOR_TESTS)
	$(DEBUG) openapi | scripts/generate-api-types >web/src/api/schema.ts

gallery: ## Draw every source of the gallery in every palette, on one page
	$(BUILD_FOR_TESTS)
	scripts/make-gallery $(DEBUG)

record: ## Write the parser's tables and the gallery's pictures anew; read what has changed before you commit it
	$(BUILD_FOR_TESTS) --build-tests
	UML_RECORD=1 $(SWIFT_TESTS) --filter UMLTests

test: build-tests ## Install what the tests need and run all of them
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=line test-swift lint-and-test-web
	@$(MAKE) --no-print-directory test-e2e
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=line test-steps test-fuzz

build-tests: ## Install what the tests need, and build them
	scripts/install test
	$(BUILD_FOR_TESTS) --build-tests
	scripts/build-web

# Beside the Swift tests, which need both processors half of the time.
.PHONY: lint-and-test-web
lint-and-test-web: lint
	scripts/test-web $(DEBUG)

# Those of Redis wait for what a connection does, and by themselves: others keep all threads busy for minutes.
test-swift: ## Unit, repository and HTTP contract tests, on each store
	$(BUILD_FOR_TESTS) --build-tests
	scripts/with-mongodb bash -ec '$(SWIFT_TESTS) --skip RedisStoreTests; $(SWIFT_TESTS) --filter RedisStoreTests; ZENUML_TEST_STORE=mongodb $(SWIFT_TESTS) --filter ZenUMLServerTests'

test-web: ## Unit tests of the web client, and whether its types are those of the API
	$(BUILD_FOR_TESTS)
	scripts/test-web $(DEBUG)

test-e2e: ## Tests of the running process, of sign-in and the web client in a browser, of the engine in WebAssembly
	scripts/build-web
	ZENUML_BINARY=$(DEBUG) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e -q --durations=5 \
	  --ignore=e2e/test_api_fuzz.py --ignore=e2e/test_linear_time.py --ignore=e2e/web/test_screenshots.py --numprocesses=6 --dist=loadgroup --no-loadscope-reorder

test-steps: ## Whether the engine's steps grow with the text and no faster, counted by valgrind; not again of the same program
	scripts/unless-unchanged .build/steps $(DEBUG) e2e/test_linear_time.py -- env ZENUML_BINARY=$(DEBUG) $(PYTHON) -m pytest e2e/test_linear_time.py -q

# The fuzzer's seed is fixed, so of the same program it asks the same again: what has passed is not asked a second time.
test-fuzz: ## Whether the API does what its OpenAPI document says, by a fuzzer
	scripts/unless-unchanged .build/fuzzed $(DEBUG) $(DEBUG)-server e2e/requirements.txt e2e/server.py e2e/google_client.py e2e/test_api_fuzz.py \
	  e2e/fuzz/hooks.py e2e/fuzz/schemathesis.toml $(wildcard e2e/identity_providers/*.py) -- \
	  env ZENUML_BINARY=$(DEBUG) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e/test_api_fuzz.py -q

screenshots: ## Make pictures of the web client's pages: e2e/screenshots
	$(BUILD_FOR_TESTS)
	scripts/build-web
	ZENUML_BINARY=$(DEBUG) $(PYTHON) -m pytest e2e/web/test_screenshots.py -q

fuzz: ## Read and draw a million bent texts
	$(BUILD_FOR_TESTS) --build-tests
	UML_FUZZ_COUNT=1000000 UML_FUZZ_SEED=$$(date +%s) UML_EDIT_SEED=$$(date +%s) $(SWIFT_TESTS) --filter "FuzzTests|EditingLawTests"

lint: ## Check format and conventions
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	scripts/check-conventions
	scripts/lint-web

format: ## Format the Swift and TypeScript files
	swift format --in-place --recursive --parallel $(SWIFT_FILES)
	cd web && ../.venv/bin/biome format --write .

bench: build ## Measure against the peer, and run the long forms of load, crash and fuzz tests (an hour)
	scripts/install bench
	$(PYTHON) bench/diagrams.py --server $(RELEASE) --wasm .build/wasm/uml-sequence.wasm --output bench/diagrams.md
	$(PYTHON) bench/stability.py --server $(RELEASE) --output bench/stability.md
	$(PYTHON) bench/web.py --server $(RELEASE) --output bench/web.md
	$(PYTHON) bench/drawing.py --server $(RELEASE) --output bench/drawing.md
	$(PYTHON) bench/product.py --server $(RELEASE) --output bench/product.md
	$(PYTHON) bench/sharing.py --server $(RELEASE) --output bench/sharing.md
	$(PYTHON) bench/redis.py --server $(RELEASE) --output bench/redis.md
	$(PYTHON) bench/saving_mongodb.py --server $(RELEASE) --output bench/saving_mongodb.md
	$(SWIFT) build --configuration release --static-swift-stdlib --product bare-servers
	$(PYTHON) bench/run.py --server $(RELEASE) --bare .build/release/bare-servers --output bench/results.md
	$(PYTHON) bench/run.py --server $(RELEASE) --peer-commits group --output bench/results_group.md
	$(PYTHON) bench/run.py --server $(RELEASE) --store mongodb --output bench/results_mongodb.md
	$(SWIFT) build --configuration release --static-swift-stdlib --product mongo-bench
	$(PYTHON) bench/driver_mongodb.py --binary .build/release/mongo-bench --output bench/driver_mongodb.md
	E2E_LONG=1 ZENUML_BINARY=$(RELEASE) API_DOCS_ASSETS=$(API_DOCS) $(PYTHON) -m pytest e2e -q -k "load or crash or fuzz"

clean: ## Remove everything built and installed into the repository
	rm -rf .build .venv .tools bench/.venv
