"""The scripts by which shells ask for what may stand at the cursor."""

from typing import Final

from premierectl.errors import UsageError

_BASH: Final = r"""# bash completion for premierectl

_premierectl() {
    local answer word
    COMPREPLY=()
    answer=$(_PREMIERECTL_COMPLETE=bash _PREMIERECTL_LINE="${COMP_LINE:0:COMP_POINT}" \
        _PREMIERECTL_BREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null </dev/null) || return
    if [[ $answer == files* ]]; then
        compopt -o default 2>/dev/null
    elif [[ $answer == folders* ]]; then
        compopt -o dirnames 2>/dev/null
    elif [[ $answer == words$'\n'* ]]; then
        while IFS= read -r word; do
            COMPREPLY+=("$word")
        done <<< "${answer#*$'\n'}"
    fi
}

complete -F _premierectl premierectl
"""
_ZSH: Final = r"""#compdef premierectl
# zsh completion for premierectl

_premierectl() {
  local -a answer values shown
  local line
  answer=("${(@f)$(_PREMIERECTL_COMPLETE=zsh \
    _PREMIERECTL_LINE="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" \
    "${(Q)words[1]}" 2>/dev/null </dev/null)}")
  if [[ $answer[1] == files ]]; then
    _files
    return
  elif [[ $answer[1] == folders ]]; then
    _path_files -/
    return
  fi
  for line in "${(@)answer[2,-1]}"; do
    values+=("${line%%$'\t'*}")
    shown+=("${${line#*$'\t'}[1,COLUMNS-1]}")
  done
  (( $#values )) || return 1
  [[ $answer[1] == menu ]] && compstate[insert]=menu compstate[list]='list force'
  compadd -V premierectl -l -d shown -U -a values
}

if [[ $funcstack[1] == _premierectl ]]; then
  _premierectl "$@"
else
  compdef _premierectl premierectl
fi
"""
_FISH: Final = r"""# fish completion for premierectl

function __premierectl_offers
    set -lx _PREMIERECTL_COMPLETE fish
    set -lx _PREMIERECTL_LINE (commandline --cut-at-cursor --current-process | string collect)
    set -l answer (premierectl 2>/dev/null </dev/null)
    if test "$answer[1]" = files
        __fish_complete_path (commandline --cut-at-cursor --current-token)
    else if test "$answer[1]" = folders
        __fish_complete_directories (commandline --cut-at-cursor --current-token)
    else if test (count $answer) -gt 1
        printf '%s\n' $answer[2..-1]
    end
end

complete --command premierectl --no-files --arguments '(__premierectl_offers)'
"""
SHELLS: Final = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def completion_script(shell: str) -> str:
    """The script for ``bash``, ``zsh`` or ``fish``, which may be sourced or put where the shell looks.

    Raises :class:`UsageError` for another shell.
    """
    if shell not in SHELLS:
        known = ", ".join(SHELLS)
        raise UsageError(f"there is no completion for {shell!r}; there is for {known}")
    return SHELLS[shell]
