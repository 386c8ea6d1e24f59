"""The preview: a site on this machine that follows every edit, and says in the browser what is wrong.

`loop` waits for edits (`watcher`) and builds (`session`); `app` answers browsers, which hear of each build
through `status`.  Knows neither MkDocs nor a network: `katalog site` hands in the one and serves the other.
"""
