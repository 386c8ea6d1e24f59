"""The content security policy of every page: nothing inline, nothing from elsewhere.

The same text stands in the pages' meta tag and in the header examples of `docs/publishing.md`;
a test holds them together.
"""

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
HEADER_ONLY = {"frame-ancestors": "'none'"}
"""Directives browsers heed only in the HTTP header."""


def policy(*, header: bool = False) -> str:
    """Return the policy for the meta tag, or in full for the HTTP header."""
    directives = DIRECTIVES | (HEADER_ONLY if header else {})
    return "; ".join(f"{name} {value}" for name, value in directives.items())
