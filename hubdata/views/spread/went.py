"""Where new resources went, in words: title, the two directions, what is drawn, and the two sides of the scale."""

BOOTSTRAP = "Concentration index, above 0 towards the side named at the top; 95% bootstrap that draws authorities."
REGRESSION = (
    "Least-squares slope over authorities, 95% interval by standard errors that allow for unequal authorities (HC3); "
    "below 0 proves no catching up, since a baseline with chance in it pulls the slope down (regression to the mean)."
)
WORDS_LEADS = (
    "New designations by year, by lead schools before",
    "new designations went more to authorities that already had more",
    "new designations went more to authorities that had less",
    "New lead schools of authorities in order of their lead schools per school the year before",
    "to those who had more", "to those who had less",
)  # fmt: skip
WORDS_OUTSTANDING = (
    "New designations by year, by Outstanding schools",
    "new designations went more to authorities with more Outstanding schools",
    "new designations went more to authorities with fewer Outstanding schools",
    "New lead schools of authorities in order of their share of schools graded Outstanding",
    "to those with more Outstanding schools", "to those with fewer",
)  # fmt: skip
WORDS_MEALS = (
    "New designations by year, by free school meals",
    "new designations went more to authorities with fewer free school meals",
    "new designations went more to authorities with more free school meals",
    "New lead schools of authorities in order of their free school meals",
    "to those with fewer free meals", "to those with more free meals",
)  # fmt: skip
WORDS_MONEY = (
    "Funding by year, by lead schools before",
    "funding went more to authorities that already had more",
    "funding went more to authorities that had less",
    "Pounds of authorities in order of their lead schools per school the year before",
    "to those who had more", "to those who had less",
)  # fmt: skip
WORDS_GROWTH = (
    "Growth by year, by lead schools before",
    "provision grew more where it already was",
    "provision grew more where there was less",
    "New lead schools per 100 schools, against lead schools per 100 schools the year before",
    "where there were more", "where there were fewer",
)  # fmt: skip
