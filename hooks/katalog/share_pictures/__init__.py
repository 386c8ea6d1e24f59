"""The pictures that stand beside a page's address where it is shared (OpenGraph), drawn by the build.

`typesetting` breaks text into lines, `drawing` puts them and the site's icon on a ground, `png` writes the
pixels as a file, and `pictures` says which page has which picture and keeps them for the next build.
"""
