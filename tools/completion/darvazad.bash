# Bash completion for darvazad(1). tests/darvazad/usage_test.py keeps the options true.
_darvazad() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  case $before in
    --post | -p) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    --config | -c | --index | -i) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    *)
      local options="--config --index --post --check --new-token --help --version"
      mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
      ;;
  esac
}
complete -o filenames -F _darvazad darvazad
