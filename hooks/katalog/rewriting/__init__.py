"""Records written anew: in their usual form, under another name, as next year's."""
