"""A filled frame is, byte for byte, what the theme's whole template renders for the same page.

The theme's page is rendered in no section, so every page compared shows that its section's frame is right.
"""

import subprocess
import sys
from pathlib import Path

from tests.e2e.sites import copy_program, copy_project, environment

SAMPLES = (
    "",
    "sv/",
    "kurser/",
    "sv/nyheter/",
    "a-til-aa/",
    "arkiv/2009/",
    "kurser/proeve-laengst-forbi/",
    "sv/kurser/proeve-laengst-forbi/",
    "sv/kurser/proeve-aflyst/",
    "indsatsomraader/proeve-afsluttet/",
    "sv/projekt/proeve-samverkan/",
    "biblioteker/lindeby-bibliotek/",
    "kontakt/laerer-opdigtet/",
    "sv/nyheter/proeve-nyt/",
)


def use_every_way(project: Path) -> None:
    """Have the theme lead to every kind of address, which ours does not."""
    kinds = ("", ".", "kurser/", "kurser.ics", "/x", "//x.example/x", "https://x.example/x")
    ways = " ".join(f"{{{{ '{address}' | url }}}}" for address in kinds)
    page, block = project / "hooks/katalog/theme/main.html", "{% block extrahead %}"
    text = page.read_text("utf-8").replace(block, f"{block}<!-- {{{{ base_url }}}} {ways} -->")
    page.write_text(text, encoding="utf-8")


def test_frames_equal_full_rendering(tmp_path: Path) -> None:
    project = copy_program(copy_project(tmp_path / "project"))
    use_every_way(project)
    script = Path(__file__).parent / "full_rendering.py"
    command = [
        sys.executable,
        str(script),
        str(project / "mkdocs.yml"),
        str(tmp_path / "site"),
        *SAMPLES,
    ]
    done = subprocess.run(
        command,
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    compared = done.stdout.splitlines()
    assert compared[-1] == "pages of markers: ['', 'sv/']", "the theme's page is rendered once a language"
    assert {f"{each}index.html" for each in SAMPLES} <= set(compared)
