# Bash completion for darvaza(1). tests/cli/completion_test.cpp keeps the options true.
_darvaza() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options=
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "build screen match compare mrz inspect lists romanize --help --version" -- "$word")
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
  local command=${COMP_WORDS[1]}
  if [[ $command == lists ]]; then
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W "keygen root publish verify update status rollback-check diff --help" -- "$word")
      return
    fi
    command="lists ${COMP_WORDS[2]}"
  fi
  case $command in
    build) options="--output --json --verbose --help" ;;
    screen) options="--index --top --min-score --exhaustive --near-documents --format --jobs --output --stats --with-traveller --table --answer --summary --help" ;;
    match) options="--index --top --min-score --exhaustive --near-documents --name --document --mrz --birth-date --nationality --sex --birth-place --father-name --document-type --issuing-state --json --help" ;;
    compare) options="--pairs --json --help" ;;
    mrz) options="--json --reference-year --youngest-age --expiry-years --help" ;;
    inspect) options="--json --help" ;;
    romanize) options="--orthography --list --help" ;;
    "lists keygen") options="--json --help" ;;
    "lists root") options="--list --release --root-key --threshold --list-key --timestamp-key --override-key --sign --expires --help" ;;
    "lists publish") options="--release --owner --list-sign --timestamp-sign --override-sign --expires --timestamp-expires --must-hit --must-clear --json --help" ;;
    "lists verify") options="--root --mirror --json --help" ;;
    "lists update") options="--post --root --mirror --json --help" ;;
    "lists status") options="--post --json --help" ;;
    "lists rollback-check") options="--post --json --help" ;;
    "lists diff") options="--json --help" ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _darvaza darvaza
