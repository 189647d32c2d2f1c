"""People of the illustrative England: trainees, cohorts, recruits, participants and posts; none of them real."""
