# What runs with real git; a line each.
hazcheck_git(
  hostile
  merging
  places
  story
)
