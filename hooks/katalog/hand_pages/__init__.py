"""The pages that are written by hand: found (`find`), rendered (`rendering`) as `markdown_extensions` say."""

from katalog.hand_pages.load import HandPage, find_hand_pages
from katalog.hand_pages.rendering import HandLink, HandText, render_page

__all__ = ["HandLink", "HandPage", "HandText", "find_hand_pages", "render_page"]
