"""Long patterns over several lines, in which a space is a space."""

import re


def laid_out(pattern: str) -> re.Pattern[str]:
    """Compile a pattern written over several lines: line breaks, indentation and " | " are layout, other spaces count.

    `re.VERBOSE` would also drop the spaces between words, which are what these patterns are made of.
    """
    return re.compile(re.sub(r"\s*\n\s*(\|?)\s*| +(\|) +", r"\1\2", pattern.strip()))
