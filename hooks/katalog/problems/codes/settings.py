"""The site's settings: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind(
        "K901",
        "settings.missing",
        "settings",
        "site_name: Katalog",
        "site_name: Katalog\nextra:\n  katalog:\n    languages: [{tag: da, name: Dansk}]\n    …",
    ),
    ProblemKind(
        "K902",
        "settings.field",
        "settings",
        "extra:\n  katalog:\n    languages: dansk",
        "extra:\n  katalog:\n    languages: [{tag: da, name: Dansk}]",
    ),
    ProblemKind("K903", "settings.unreadable", "settings", "extra: [katalog", "extra:\n  katalog:\n    …"),
)
