# What runs with real git; a line each.
hazcheck_git(
  changes_agree
  hostile
  merging
  places
  pre_commit
  story
  textconv
)
