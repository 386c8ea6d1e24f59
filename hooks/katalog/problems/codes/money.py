"""Money: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind("K501", "money.no-currency", "money", "amount: 9.950", "amount: 9950 DKK"),
    ProblemKind("K502", "money.ambiguous", "money", "amount: 9,950 kr.", "amount: 9950 DKK"),
    ProblemKind("K503", "money.several", "money", "amount: 500 kr. eller 750 kr.", "amount: 500 DKK"),
    ProblemKind("K504", "money.negative", "money", "amount: -500 kr.", "amount: 500 DKK"),
    ProblemKind("K505", "money.too-large", "money", "amount: 99999999 kr.", "amount: 9950 DKK"),
    ProblemKind("K506", "money.unknown-currency", "money", "amount: 100 USD", "amount: 700 DKK"),
    ProblemKind("K507", "money.two-currencies", "money", "amount: 100 DKK SEK", "amount: 100 DKK"),
    ProblemKind("K508", "money.unreadable", "money", "amount: efter aftale", "condition: efter aftale"),
    ProblemKind("K509", "money.empty", "money", 'amount: ""', "amount: gratis"),
    ProblemKind(
        "K510",
        "money.too-long",
        "money",
        "amount: 100 kr. for medlemmer, og ellers … (200 tegn)",
        "amount: 100 DKK",
    ),
    ProblemKind("K511", "money.foreign-digits", "money", "amount: ١٠٠ kr.", "amount: 100 DKK"),
    ProblemKind(
        "K512",
        "money.before-day",
        "money",
        "- 1200 kr. inden 1. marts 2028",
        "- 1200 kr. til og med 29. februar 2028",
    ),
    ProblemKind(
        "K513",
        "course.price-twice",
        "money",
        "price: [900 kr., 1.200 kr.]",
        "price: [900 kr. for medlemmer, 1.200 kr.]",
        "warning",
    ),
    ProblemKind("K514", "money.which-krone", "money", "amount: 950 kr.  (language: en)", "amount: 950 DKK"),
    ProblemKind(
        "K515",
        "money.after-day",
        "money",
        "- 1200 kr. efter 1. marts 2028",
        "- 1200 kr. fra 2. marts 2028",
    ),
    ProblemKind("K516", "money.left-over", "money", "- Early bird 900 kr.", '- "Early bird: 900 kr."'),
    ProblemKind(
        "K517", "money.for-whom-or-what", "money", "- 900 kr. for BF", "- {amount: 900 kr., audience: BF}"
    ),
)
