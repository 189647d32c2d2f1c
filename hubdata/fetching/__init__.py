"""Official downloads, from named hosts only, at a person's command: the app never comes here."""
