# The transcripts; a line each.
hazcheck_transcript(
  export
  exit_codes
  first_steps
  import
  show
)

# What talks to git.
hazcheck_transcript(
  changes
  diff
  hook
  validate_git
)
