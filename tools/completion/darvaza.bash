# Bash completion for darvaza(1). tests/cli/completion_test.cpp keeps the options true.
_darvaza() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options=
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "build screen match compare mrz inspect romanize --help --version" -- "$word")
    return
  fi
  if [[ $before == --format || $before == -f ]]; then
    mapfile -t COMPREPLY < <(compgen -W "auto csv jsonl paxlst pnrgov mrz" -- "$word")
    return
  fi
  if [[ $before == --answer ]]; then
    mapfile -t COMPREPLY < <(compgen -W "json cusres" -- "$word")
    return
  fi
  case ${COMP_WORDS[1]} in
    build) options="--output --json --verbose --help" ;;
    screen) options="--index --top --min-score --exhaustive --near-documents --state --line --date --format --jobs --output --stats --with-traveller --table --answer --summary --help" ;;
    match) options="--index --top --min-score --exhaustive --near-documents --state --line --date --name --document --mrz --birth-date --nationality --sex --birth-place --father-name --document-type --issuing-state --json --help" ;;
    compare) options="--pairs --json --help" ;;
    mrz) options="--json --reference-year --youngest-age --expiry-years --help" ;;
    inspect) options="--json --help" ;;
    romanize) options="--orthography --list --help" ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _darvaza darvaza
