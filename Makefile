# make run and make test are all that a fresh machine needs: both set up what is missing first.
# The work is done by the scripts in .ci/, which can be run without make as well.
#
# Tests come in three tiers, by how long one waits on two cores:
#   make test   while working: minutes, and at most ten once the first build is done
#   .ci/run     before a change is taken: all of make test, the checks, the packages made and tried; an hour at most
#   make long   by hand, before a release: fuzzing, a soak, builds from nothing that must give the same files; some hours

.PHONY: run test bench build gallery package test-windows long fmt lint tidy clean

run: ## set up, build, open the window
	@.ci/start

test: ## set up, run every test
	@.ci/test

bench: ## set up, measure what the README's numbers say
	@.ci/bench

build: ## set up, build out/deskleaf
	@.ci/setup window && .ci/build window

gallery: ## draw every page of every handout into out/gallery
	@.ci/gallery

package: ## on a Debian: set up, make what is handed out, in dist/
	@.ci/package

test-windows: ## on a Debian, as root: make the packages, try them under Wine and in a bare Debian
	@.ci/test-windows

long: ## on a Debian, as root: what takes longer than a change should wait
	@.ci/long

fmt: ## format the Go files
	@git ls-files -z '*.go' | xargs -0 gofmt -l -w

lint: ## the checks that need no test run
	@.ci/lint

tidy: ## bring go.mod and go.sum of every module into line with the code
	go mod tidy
	cd .ci/readers && go mod tidy
	cd .ci/opening && go mod tidy

clean: ## remove what was built here (Go's own cache stays)
	rm -rf out dist
