"""A child that says nothing for a minute: run as a module of its own, never imported by a test."""

import time

if __name__ == "__main__":
    time.sleep(60)
