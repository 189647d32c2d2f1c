"""How retention is counted: the two readings in words, and what the columns are called."""

FIFTH = 5
MOST_LINES = 4
METHODS = {
    "official": "In service (official)",
    "survival": "Never left (survival)",
}
MEANINGS = {
    "official": "In service in the year, breaks allowed: people come back, so the official rate can rise.",
    "survival": "Never out of service so far (Kaplan-Meier): it never rises, and is lower than the official rate.",
}
LABELS = {
    "years": "Years after qualifying", "at_start": "Qualified", "at_risk": "At risk", "in_service": "In service",
    "rate": "Rate", "low": "Low", "high": "High", "status": "Status", "release": "Release", "cohort": "Cohort",
    "rural": "Place", "difference": "Difference", "rest": "The rest", "verdict": "Verdict", "region": "Region",
}  # fmt: skip
