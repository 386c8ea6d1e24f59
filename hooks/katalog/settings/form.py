"""The form in the browser: where it stands, and where the records are stored that it writes."""

import re
from typing import Annotated, Any, Literal

from katalog.problems import InvalidValueError
from katalog.schema.annotations import Scalar, text_of
from katalog.schema.record_parts import Part
from katalog.schema.value_types import Boolean, Line, WebAddress

_ADDRESS = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)+")
_REPOSITORY = re.compile(r"[\w.-]+(/[\w.-]+)+", re.ASCII)


def read_form_address(value: Any, _: str) -> str:
    """Read where the form's page stands, relative to the site's root: `rediger/`."""
    text = text_of(value).removeprefix("/")
    if not _ADDRESS.fullmatch(text) or len(text) > 80:
        raise InvalidValueError("settings.form-address", written=text)
    return text


def read_repository(value: Any, _: str) -> str:
    """Read a repository's owner (at GitLab with its groups) and name."""
    text = text_of(value)
    if not _REPOSITORY.fullmatch(text) or ".." in text.split("/"):
        raise InvalidValueError("settings.form-repository", written=text)
    return text


class FormSetting(Part, frozen=True, kw_only=True):
    """The published form; a site without this setting has none.

    `server` is the address of one's own GitLab, Gitea, Forgejo or GitHub Enterprise; `sign_in` that of a
    program that signs in at GitHub, and `app_id` the application's at the others: without them editors sign
    in with an access token.  With `review` what is saved is a proposal.
    """

    service: Literal["github", "gitlab", "gitea"]
    repository: Annotated[str, Scalar(read_repository, {"type": "string"})]
    address: Annotated[str, Scalar(read_form_address, {"type": "string"})] = "rediger/"
    branch: Line | None = None
    server: WebAddress | None = None
    sign_in: WebAddress | None = None
    app_id: Line | None = None
    review: Boolean = False
