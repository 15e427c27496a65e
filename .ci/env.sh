# Read by every script here (". .ci/env.sh"), from the top of the checkout. It settles three things once: which build
# tags every build and test uses, that the build does not depend on version control, and where Go is.
# shellcheck shell=sh

# migrated_fynedo: Fyne's calls already come from its own thread. no_animations: no fading caret, so no idle work.
# no_emoji: 4 MB less; where somebody pastes a smiley, the system's type draws it.
TAGS=migrated_fynedo,no_animations,no_emoji
# The flags go into GOFLAGS so that a build started by a test, or by staticcheck, uses them too. -trimpath keeps this
# machine's folders out of what is handed out; it stands here because with it in some builds alone, all that is written
# in C would be compiled twice.
GOFLAGS="${GOFLAGS:+$GOFLAGS }-tags=$TAGS -buildvcs=false -trimpath"
export GOFLAGS

# Go unpacked where its own instructions put it, but not yet on this shell's PATH.
if ! command -v go >/dev/null 2>&1 && [ -x "${GOROOT:-/usr/local/go}/bin/go" ]; then
	PATH=$PATH:${GOROOT:-/usr/local/go}/bin
	export PATH
fi

# Where builds that take minutes and seldom change are kept from one run to the next.
CACHE=${DESKLEAF_BUILD_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/deskleaf-build}

# say LINE...: each on a line of its own.
say() { printf '%s\n' "$@"; }

# stop WHAT [HINT...]: ends the script, saying what went wrong and, a line each, what to do.
stop() {
	printf 'deskleaf: %s\n' "$1" >&2
	shift
	for hint in "$@"; do printf 'hint: %s\n' "$hint" >&2; done
	exit 1
}

# took SECONDS: "48 s" or "3 min 05 s".
took() {
	if [ "$1" -lt 60 ]; then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# stage NAME COMMAND...: runs the command under a headline, remembers how long it took and whether it passed (a line in
# the file $stages), and goes on either way, so that one run shows everything that is wrong.
# shellcheck disable=SC2154
stage() {
	name=$1
	shift
	say "" "== $name"
	began=$(date +%s)
	if "$@"; then verdict=passed; else verdict=FAILED; fi
	printf '%s\t%s\t%s\n' $(($(date +%s) - began)) "$verdict" "$name" >>"$stages"
	[ $verdict = passed ]
}

# summary TITLE: the table of all stages, and the verdict, which is also the exit status.
summary() {
	say "" "$1"
	total=0
	failed=0
	while IFS='	' read -r seconds verdict name; do
		printf '  %-6s  %12s  %s\n' "$verdict" "$(took "$seconds")" "$name"
		total=$((total + seconds))
		[ "$verdict" = passed ] || failed=$((failed + 1))
	done <"$stages"
	if [ $failed -gt 0 ]; then
		say "$failed of $(wc -l <"$stages" | tr -d ' ') stages FAILED, in $(took $total)."
		return 1
	fi
	say "All stages passed, in $(took $total)."
}
