"""Dates, hours and their order: codes, rules and examples."""

from __future__ import annotations

from katalog.problems.codes.kind import ProblemKind

KINDS = (
    ProblemKind("K401", "date.no-year", "dates", "when: 7. marts", "when: 7. marts 2016"),
    ProblemKind("K402", "date.ambiguous", "dates", "when: 7/3-2016", "when: 2016-03-07"),
    ProblemKind("K403", "date.ambiguous-order", "dates", "when: 03/07/2026", "when: 2026-07-03"),
    ProblemKind("K404", "date.short-year", "dates", "when: 1. juni 10", "when: 2010-06-01"),
    ProblemKind("K405", "date.other-form", "dates", "when: 2016.03.07", "when: 2016-03-07"),
    ProblemKind("K406", "date.no-such-day", "dates", "when: 30. februar 2016", "when: 29. februar 2016"),
    ProblemKind("K407", "date.no-such-month", "dates", "when: 2016-13-01", "when: 2016-12-01"),
    ProblemKind("K408", "date.no-such-week", "dates", "when: uge 54 2016", "when: uge 52 2016"),
    ProblemKind("K409", "date.no-such-quarter", "dates", "when: 5. kvartal 2018", "when: 4. kvartal 2018"),
    ProblemKind(
        "K410", "date.no-such-time", "times", "when: 7. marts 2016 kl. 25.00", "when: 7. marts 2016 kl. 15.00"
    ),
    ProblemKind(
        "K411",
        "date.weekday-disagrees",
        "dates",
        "closes: tirsdag den 8. februar 2016",
        "closes: mandag den 8. februar 2016",
    ),
    ProblemKind("K412", "date.year-out-of-range", "dates", "when: 9999-01-01", "when: 2026-01-01"),
    ProblemKind(
        "K413", "date.end-before-start", "order", "when: 2016-03-07/2016-03-01", "when: 2016-03-01/2016-03-07"
    ),
    ProblemKind(
        "K414",
        "date.hours-end-before-start",
        "order",
        "when: 7. marts 2016 kl. 16–9",
        "when: 7. marts 2016 kl. 9–16",
    ),
    ProblemKind(
        "K415",
        "date.hours-of-several-days",
        "times",
        "when: 29.–30. april 2013 kl. 9–16",
        "when: 29.–30. april 2013",
    ),
    ProblemKind(
        "K416", "date.several", "dates", "when: 7. marts 2016 og 8. april 2016", "when: 7. marts 2016"
    ),
    ProblemKind(
        "K417",
        "date.brackets-disagree",
        "dates",
        "when: uge 11 2016 (7.–13. marts 2016)",
        "when: uge 11 2016",
    ),
    ProblemKind("K418", "date.open-start", "dates", "when: ../2018", "when: 2018"),
    ProblemKind("K419", "date.unreadable", "dates", "when: snart", "when: foråret 2027"),
    ProblemKind("K420", "date.empty", "dates", 'when: ""', "when: 2016"),
    ProblemKind(
        "K421",
        "date.too-long",
        "dates",
        "when: den syvende marts, hvis vejret er godt, og ellers … (200 tegn)",
        "when: 7. marts 2016",
    ),
    ProblemKind("K422", "date.foreign-digits", "dates", "when: ٢٠١٦", "when: 2016"),
    ProblemKind("K423", "date.skipped-time", "times", "when: 2026-03-29 02:30", "when: 2026-03-29 03:30"),
    ProblemKind("K424", "date.doubled-time", "times", "when: 2026-10-25 02:30", "when: 2026-10-25 03:30"),
    ProblemKind("K425", "date.day-expected", "dates", "closes: februar 2016", "closes: 2016-02-08"),
    ProblemKind("K426", "date.before-day", "dates", "closes: inden 1. marts 2028", "closes: 2028-02-29"),
    ProblemKind(
        "K427",
        "date.time-zone",
        "times",
        "when: 7. marts 2028 kl. 9–12 CET",
        "when: 7. marts 2028 kl. 9–12",
    ),
    ProblemKind(
        "K428",
        "date.other-time-zone",
        "times",
        "when: 7. marts 2028 kl. 9–12 GMT",
        "when: 7. marts 2028 kl. 10–13",
    ),
    ProblemKind(
        "K429",
        "date.more-than-a-date",
        "dates",
        "when: 7. marts 2028 kl. 9–12 (med kaffe)",
        "when: 2028-03-07 09:00/12:00",
    ),
    ProblemKind(
        "K430",
        "course.deadline-after-start",
        "order",
        "registration:\n  closes: 2016-04-01\nsessions:\n  - when: 2016-03-07",
        "registration:\n  closes: 2016-02-08\nsessions:\n  - when: 2016-03-07",
    ),
    ProblemKind(
        "K431",
        "course.opens-after-closes",
        "order",
        "registration:\n  opens: 2016-03-01\n  closes: 2016-02-08",
        "registration:\n  opens: 2016-01-04\n  closes: 2016-02-08",
    ),
    ProblemKind(
        "K432",
        "course.session-twice",
        "order",
        "sessions:\n  - when: 2016-03-07\n  - when: 2016-03-07",
        "sessions:\n  - when: 2016-03-07\n  - when: 2016-03-08",
    ),
    ProblemKind(
        "K433",
        "course.sessions-overlap",
        "order",
        "sessions:\n  - when: 2016-03-07 09:00/12:00\n  - when: 2016-03-07 11:00/14:00",
        "sessions:\n  - when: 2016-03-07 09:00/12:00\n  - when: 2016-03-07 13:00/14:00",
    ),
    ProblemKind(
        "K434",
        "course.session-too-long",
        "order",
        "sessions:\n  - when: 2016-03-07/2017-04-11",
        "sessions:\n  - when: 2016-03-07/2016-03-08",
    ),
    ProblemKind(
        "K435",
        "course.min-above-max",
        "numbers",
        "participants: {min: 30, max: 13}",
        "participants: {min: 13, max: 30}",
    ),
    ProblemKind(
        "K436",
        "course.run-twice",
        "keys",
        "runs:\n  - id: 2016\n  - id: 2016",
        "runs:\n  - id: 2016-foraar\n  - id: 2016-efteraar",
    ),
    ProblemKind("K437", "field.decimal-expected", "numbers", "amount: mange", "amount: 7,5"),
    ProblemKind(
        "K438",
        "course.registration-not-needed",
        "order",
        "registration: {required: nej, closes: 2028-03-01}",
        "registration: {required: nej}",
    ),
)
