"""Any file a person hands us, made into safe text rows and a report; never a traceback, never half a file."""
