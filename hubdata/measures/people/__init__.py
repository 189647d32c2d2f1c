"""Measures of people: recruits, trainees, cohorts, qualifications and posts. Counts only, never a person."""
