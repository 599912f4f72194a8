# The transcripts; a line each.
hazcheck_transcript(
  broken_answers
  broken_identity
  broken_loop
  broken_shape
  broken_time
  broken_yaml
  clerk
  hints
  input_methods
  export
  exit_codes
  first_steps
  import
  import_sheets
  jobs
  show
  status
  list
  reports
  report_options
  edge_cases
  explain
)

# What talks to git.
hazcheck_transcript(
  changes
  diff
  hook
  slips
  validate_git
)
