# Clipdesk. `make` lists what can be done; each target is a thin call of Maven, Python or SAM.
.DEFAULT_GOAL := help
SHELL := /bin/sh
STACK := localstack/stack
MVN := mvn -q
ENV ?= dev
CONFIRM ?= yes
MASTER ?=
SEED ?=
JAVA = $$(bin/jdk25)/bin/java
export MASTER SEED
# Seconds since 1970, for whoever says at the end how long it took.
export BEGAN := $(shell date +%s)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / {printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: up ## deploy to a local stack and play the main job on a real video (MASTER=path for your own)
	@$(JAVA) -cp "journeys/target/classes:$$(cat journeys/target/classpath)" $(DEMO_FLAGS) \
	  clipdesk.journeys.demo.Demo .localstack/outputs.json $(MASTER)

.PHONY: test
test: ## everything: format, unit, architecture, extension, integration, journeys
	@bin/test

.PHONY: bench
bench: bench-exactness bench-recordings bench-cutting bench-fuzzing bench-coldstart bench-timing bench-contract bench-newsletters bench-kills bench-halts bench-answers bench-mails bench-pages bench-checkov bench-emulator bench-transcripts bench-strangers bench-search ## all benchmarks (CUTS=n, SECONDS=n, STARTS=n, ROUNDS=n, REQUESTS=n, SEEDS=n, TALKS=n, PEOPLE=n, KILLS=n, HALTS=n, SEED=n)

bench-%: prerequisites ## one folder of benchmarks/
	@bin/bench $*

bench-timing bench-contract bench-kills bench-halts bench-answers bench-mails bench-figures bench-pages: up

.PHONY: up
up: build ## start the local stack and deploy to it; outputs in .localstack/outputs.json
	@bin/up

.PHONY: down
down: ## stop the local stack and everything it started
	@bin/down

.PHONY: build
build: prerequisites ## build the zips and the pages, without tests
	@echo "==> building the pages"
	@bin/web build
	@echo "==> building the functions and the layer"
	@bin/build $(filter-out -q,$(MVN)) package -DskipUnitTests=true

.PHONY: dev
dev: prerequisites ## serve the pages with reload, before the stack that is up
	@bin/serve stop
	@bin/web dev

.PHONY: validate
validate: prerequisites ## lint the template and test what AWS makes of it
	@$(STACK) install
	@bin/validate

.PHONY: contract-aws
contract-aws: ## record what a real Cognito pool answers (AWS credentials; CONTRACT_MAILBOX=me+{}@… for codes)
	@$(STACK) contract-aws

.PHONY: format
format: prerequisites ## format the sources
	@bin/format --replace
	@bin/web format

.PHONY: deploy
deploy: build ## deploy to AWS (ENV=dev or prod; CONFIRM=no asks nothing; MVN="mvn -q -Pgpl" takes x264)
	@CONFIRM=$(CONFIRM) bin/deploy $(ENV)

.PHONY: prerequisites
prerequisites:
	@bin/prerequisites

DEMO_FLAGS := --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
