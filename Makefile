# The two commands of a newcomer: `make plan` and `make test`. Both install what is missing.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build plan test format lint bench budgets cluster clean

OUT ?= out/chenzhou
LANGUAGE ?= zh
# An interpreter that can import shapely, for the benchmarks' peer.
PYTHON ?= $(shell command -v python3)
# The share of the benchmarks' features; all of them take some minutes and 1.5 GB of files.
SCALE ?= 1
# An import that Package.swift does not declare fails the build.
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## Install the C libraries where they are missing (Debian, Ubuntu)
	@.ci/setup

build: setup ## Build the program, optimised, warnings as errors
	$(SWIFT_BUILD) -c release

plan: build ## The citywide plan of Chenzhou into out/chenzhou
	.build/release/townlayout plan gis-data/chenzhou/plan.yaml --out $(OUT) --language $(LANGUAGE) --overwrite

test: setup ## Run the tests
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build

format: ## Format all Swift files in place
	swift format format --in-place --recursive Sources Tests Package.swift

lint: ## Reject what the formatter would change
	swift format lint --strict --recursive Sources Tests Package.swift

bench: build ## Time the program beside its peers on the same files, as a table
	.build/release/Benchmarks compare --scale $(SCALE) --python $(PYTHON)
	.build/release/Benchmarks plan
	.build/release/Benchmarks layout --seeds 1
	.build/release/Benchmarks layout-peers --python $(PYTHON)
	.build/release/Benchmarks delimit
	.build/release/Benchmarks pair-areas --python $(PYTHON)

budgets: setup ## Count the kernels' instructions against their budgets
	.ci/budgets

cluster: build ## Run the check on Slurm and on Spark, with workers killed half-way
	Tests/Clusters/run-slurm
	Tests/Clusters/run-spark

clean: ## Remove what was built and written
	rm -rf .build out
