"""The form in the browser: Sveltia CMS, told by one configuration what records hold.

Everything in the configuration follows from the schema and the editors' phrases; what the browser runs is in
`assets/`.  See docs/decisions/0025.
"""
