# The transcripts.
hazcheck_transcript(first_steps)
