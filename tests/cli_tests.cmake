# The transcripts; a line each.
hazcheck_transcript(
  first_steps
  show
)
