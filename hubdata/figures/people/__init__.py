"""Charts of people: recruits against target, cohorts, rungs and pipelines."""
