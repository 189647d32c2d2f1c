"""Views: (store, choices) to a finding, a table, a drawing and their sources. Pages, deck and board show the same."""
