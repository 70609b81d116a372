"""How `make docs` builds the manual: MyST Markdown in, furo's pages out, no network, warnings are errors."""

project = "Parlour"
author = "The Parlour authors"
copyright = "The Parlour authors, Apache-2.0"

extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
# The index names the pages of parts that are still being built; they appear when they are there.

html_theme = "furo"
html_title = "Parlour"
html_show_sphinx = False
html_copy_source = False
