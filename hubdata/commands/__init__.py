"""The commands of ``python -m hubdata``: each module adds its arguments and runs."""
