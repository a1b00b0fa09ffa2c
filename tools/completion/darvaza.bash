# Bash completion for darvaza(1). tests/cli/completion_test.cpp keeps the options true.
_darvaza() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options=
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "build screen match compare mrz inspect romanize eval lists audit register rescreen --help --version" -- "$word")
    return
  fi
  if [[ $before == --format || $before == -f ]]; then
    mapfile -t COMPREPLY < <(compgen -W "auto csv jsonl paxlst pnrgov mrz" -- "$word")
    return
  fi
  if [[ $before == --line ]]; then
    mapfile -t COMPREPLY < <(compgen -W "first second" -- "$word")
    return
  fi
  if [[ $before == --orthography ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(darvaza romanize --list 2>/dev/null | awk 'NR > 1 {print $1}')" -- "$word")
    return
  fi
  if [[ $before == --answer ]]; then
    mapfile -t COMPREPLY < <(compgen -W "json cusres" -- "$word")
    return
  fi
  local command=${COMP_WORDS[1]}
  if [[ $command == eval ]]; then
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W "pairs retrieval screening thresholds compare perturb report --help" -- "$word")
      return
    fi
    command="eval ${COMP_WORDS[2]}"
  fi
  if [[ $command == lists ]]; then
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W "keygen root publish verify update compact status rollback-check diff reference conformance entry forget --help" -- "$word")
      return
    fi
    command="lists ${COMP_WORDS[2]}"
  fi
  if [[ $command == audit ]]; then
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W "keygen verify replay --help" -- "$word")
      return
    fi
    command="audit ${COMP_WORDS[2]}"
  fi
  if [[ $command == register ]]; then
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W "create add status expire export remove --help" -- "$word")
      return
    fi
    command="register ${COMP_WORDS[2]}"
  fi
  case $command in
    build) options="--output --since --compact --allow-empty --strict --json --verbose --help" ;;
    screen) options="--index --require-list --top --min-score --review-score --hit-score --exhaustive --near-documents --state --line --date --format --jobs --output --stats --with-traveller --table --answer --summary --register --key --help" ;;
    match) options="--index --require-list --top --min-score --review-score --hit-score --exhaustive --near-documents --state --line --date --name --document --mrz --birth-date --nationality --sex --birth-place --father-name --document-type --issuing-state --json --help" ;;
    compare) options="--pairs --json --help" ;;
    mrz) options="--json --reference-year --youngest-age --expiry-years --help" ;;
    inspect) options="--json --help" ;;
    romanize) options="--orthography --list --help" ;;
    "eval pairs") options="--column --bootstrap --confidence --seed --jobs --json --slice --baselines --matcher --miss-cost --alarm-cost --worst --title --report --csv --help" ;;
    "eval retrieval") options="--index --list --only-columns --names-only --column --bootstrap --confidence --seed --jobs --json --slice --baselines --matcher --miss-cost --alarm-cost --worst --title --report --csv --help" ;;
    "eval screening") options="--positives --negatives --truth --index --list --only-columns --names-only --column --bootstrap --confidence --seed --jobs --json --slice --baselines --matcher --miss-cost --alarm-cost --worst --title --report --csv --help" ;;
    "eval thresholds") options="--positives --negatives --truth --index --list --only-columns --names-only --column --bootstrap --confidence --seed --jobs --json --alerts-per-1000 --hits-per-1000 --help" ;;
    "eval compare") options="--matcher-before --matcher-after --threshold-before --threshold-after --flips --bootstrap --confidence --seed --json --report --help" ;;
    "eval perturb") options="--output --kind --per-kind --seed --not-applied --json --list-kinds --help" ;;
    "eval report") options="--output --help" ;;
    "lists keygen") options="--json --help" ;;
    "lists root") options="--list --release --root-key --threshold --list-key --timestamp-key --override-key --sign --expires --help" ;;
    "lists publish") options="--release --owner --list-sign --timestamp-sign --override-sign --expires --timestamp-expires --must-hit --must-clear --review-grace --json --help" ;;
    "lists verify") options="--root --mirror --json --help" ;;
    "lists update") options="--post --root --mirror --full --whole-below --compact-after --no-compact --json --help" ;;
    "lists compact") options="--post --json --help" ;;
    "lists status") options="--post --check --json --help" ;;
    "lists rollback-check") options="--post --json --help" ;;
    "lists diff") options="--json --help" ;;
    "audit keygen") options="--help" ;;
    "audit verify") options="--key --head --help" ;;
    "audit replay") options="--key --query-key --indexes --require --record --answers --help" ;;
    "lists reference") options="--output --entries --per-kind --unlisted --seed --help" ;;
    "lists conformance") options="--index --require-list --top --min-score --review-score --hit-score --exhaustive --near-documents --state --line --date --other --answers --record --json --help" ;;
    "lists entry") options="--id --post --release --cleared --json --help" ;;
    "lists forget") options="--older-than --post --release --help" ;;
    "register create") options="--register --key --keep --help" ;;
    "register add") options="--register --key --format --help" ;;
    "register status") options="--register --key --json --help" ;;
    "register expire") options="--register --key --date --help" ;;
    "register export") options="--register --key --id --manifest --output --help" ;;
    "register remove") options="--register --key --id --manifest --every-manifest --help" ;;
    rescreen) options="--register --key --index --require-list --top --min-score --review-score --hit-score --exhaustive --near-documents --state --line --date --post --before --after --index-before --date-before --withdrawn --everybody --jobs --output --stats --with-traveller --table --help" ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _darvaza darvaza
