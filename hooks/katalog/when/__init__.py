"""Dates as people write them: read, kept as a span with a precision, shown in the reader's words.

`read_when` (`reading`) takes ISO 8601 and EDTF forms and the Danish and Swedish words; `show_when`
(`showing`) gives the words of any language that has a catalogue; what it shows reads back to the same span.
"""
