"""Questions of people: recruits, trainees, cohorts, qualifications and posts."""
