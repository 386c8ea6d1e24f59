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
        "K904",
        "settings.time-zone",
        "settings",
        "time_zone: Dansk tid",
        "time_zone: Europe/Copenhagen",
    ),
    ProblemKind(
        "K905",
        "settings.time-zone-did-you-mean",
        "settings",
        "time_zone: Europe/Kopenhagen",
        "time_zone: Europe/Copenhagen",
    ),
    ProblemKind(
        "K906", "settings.language", "settings", "- {tag: dk, name: Dansk}", "- {tag: da, name: Dansk}"
    ),
    ProblemKind(
        "K907",
        "settings.language-twice",
        "settings",
        "- {tag: da, name: Dansk}\n- {tag: da, name: Svenska, path: sv/}",
        "- {tag: da, name: Dansk}\n- {tag: sv, name: Svenska, path: sv/}",
    ),
    ProblemKind(
        "K908",
        "settings.path-twice",
        "settings",
        "- {tag: da, name: Dansk}\n- {tag: sv, name: Svenska}",
        "- {tag: da, name: Dansk}\n- {tag: sv, name: Svenska, path: sv/}",
    ),
    ProblemKind("K909", "settings.path", "settings", "path: /svenska", "path: sv/"),
    ProblemKind(
        "K910",
        "settings.language-key",
        "settings",
        "site_name: {da: Katalog, se: Katalog}",
        "site_name: {da: Katalog, sv: Katalog}",
    ),
    ProblemKind("K911", "settings.days", "settings", "closing_soon_days: -3", "closing_soon_days: 14"),
    ProblemKind(
        "K912",
        "settings.host",
        "settings",
        "authority: https://katalog.example/",
        "authority: katalog.example",
    ),
    ProblemKind(
        "K913",
        "settings.site-url",
        "settings",
        "extra:\n  katalog:\n    site_url: https://katalog.example/",
        "site_url: https://katalog.example/\nextra:\n  katalog:\n    …",
    ),
    ProblemKind(
        "K915", "environment.today", "environment", "KATALOG_TODAY=i dag", "KATALOG_TODAY=2026-11-22"
    ),
    ProblemKind(
        "K916", "environment.epoch", "environment", "SOURCE_DATE_EPOCH=x", "SOURCE_DATE_EPOCH=1795305600"
    ),
    ProblemKind("K917", "settings.section-twice", "settings", "[courses, news, news]", "[courses, news]"),
    ProblemKind("K918", "settings.section-courses", "settings", "[news]", "[courses, news]"),
    ProblemKind(
        "K919",
        "settings.section-off",
        "settings",
        "sections: [courses, calendar]   # and content/news/nyt.md",
        "sections: [courses, calendar, news]",
    ),
    ProblemKind("K920", "settings.unknown", "settings", "gaestebog: ja", "closing_soon_days: 14"),
    ProblemKind("K921", "publish.among-sources", "publish", "site_dir: courses", "site_dir: site"),
    ProblemKind("K922", "publish.around-sources", "publish", "site_dir: .", "site_dir: site"),
    ProblemKind("K923", "publish.link", "publish", "site/kurser -> ../../andet", "site/kurser/"),
    ProblemKind("K924", "publish.not-a-folder", "publish", "site_dir: README.md", "site_dir: site"),
    ProblemKind("K925", "publish.foreign", "publish", "site_dir: ../billeder", "site_dir: site"),
    ProblemKind(
        "K926", "publish.in-the-way", "publish", "site/kurser/index.html (egen fil)", "site/kurser/index.html"
    ),
    ProblemKind("K931", "system.disk-full", "system", "site/ (0 KB)", "site/ (2 GB)"),
    ProblemKind("K932", "system.not-writable", "system", "site/ (r-xr-xr-x)", "site/ (rwxr-xr-x)"),
    ProblemKind("K933", "system.failed", "system", "site/ (Input/output error)", "site/"),
    ProblemKind("K941", "settings.target", "targets", "to: om-os", "to: content/da/om.md"),
    ProblemKind("K942", "settings.target-missing", "targets", "to: content/da/x.md", "to: content/da/om.md"),
    ProblemKind(
        "K943",
        "settings.target-missing-did-you-mean",
        "targets",
        "to: courses/samskabele.md",
        "to: courses/samskabelse.md",
    ),
    ProblemKind(
        "K944",
        "settings.target-off",
        "targets",
        "sections: [courses]\nmenu: [{title: …, to: news}]",
        "to: courses",
    ),
    ProblemKind("K945", "settings.old-address", "redirects", "old: kurser.php?id=7", "old: kurser/gammelt/"),
    ProblemKind(
        "K946",
        "settings.redirect-twice",
        "redirects",
        "- {old: gammelt/, to: courses}\n- {old: gammelt/, to: news}",
        "- {old: gammelt/, to: courses}",
    ),
    ProblemKind("K947", "settings.redirect-hides", "redirects", "old: kurser/", "old: kurser/gammelt/"),
    ProblemKind(
        "K948",
        "settings.redirect-loop",
        "redirects",
        "- {old: a/, to: https://katalog.example/b/}\n- {old: b/, to: courses}",
        "- {old: a/, to: courses}\n- {old: b/, to: courses}",
    ),
    ProblemKind("K951", "look.picture-missing", "look", "logo: logo.svg", "logo: assets/logo.svg"),
    ProblemKind(
        "K952",
        "look.theme-ignored",
        "look",
        "theme:\n  palette: {primary: red}",
        "theme:\n  name: material",
        "warning",
    ),
    ProblemKind(
        "K953",
        "look.touch-icon",
        "look",
        "overrides/assets/logo.svg",
        "overrides/assets/icon-180.png",
        "warning",
    ),
    ProblemKind(
        "K954",
        "look.contrast-light",
        "contrast",
        "--k-accent: light-dark(#7fb3c4, #8accdf);",
        "--k-accent: light-dark(#11566e, #8accdf);",
        "warning",
    ),
    ProblemKind(
        "K955",
        "look.contrast-dark",
        "contrast",
        "--k-accent: light-dark(#11566e, #11566e);",
        "--k-accent: light-dark(#11566e, #8accdf);",
        "warning",
    ),
    ProblemKind(
        "K956",
        "look.colour-form",
        "contrast",
        "--k-accent: teal;",
        "--k-accent: light-dark(#11566e, #8accdf);",
        "warning",
    ),
)
