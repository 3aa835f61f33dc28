# Sourced by the scripts: where the repository is, and one way to talk. Talk goes to stderr, results to stdout.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck disable=SC2034 # used by the scripts
program=Scripts/$(basename "$0")

if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
else
  bold='' red='' green='' plain=''
fi

heading() { printf '\n%s%s%s\n' "$bold" "$*" "$plain" >&2; }
note() { printf '%s\n' "$*" >&2; }
good() { printf '%s%s%s\n' "$green" "$*" "$plain" >&2; }
bad() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; }

# fail STATUS MESSAGE: one line, then the end.
fail() {
  local status=$1
  shift
  printf '%s%s:%s %s\n' "$red" "$program" "$plain" "$*" >&2
  exit "$status"
}

# The comment at the top of a script is its help.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$root/$program"; }
