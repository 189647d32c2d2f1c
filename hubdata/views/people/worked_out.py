"""How the figures on people are worked out, a sentence each, with the names that a statistician knows them by."""

JUDGED = (
    "The rate of an area is set against that of everybody else, on the scale of the arcsine of its square root. How "
    "far areas differ anyway is added to the chance of their own people (additive over-dispersion, Spiegelhalter's tau "
    "squared from winsorised z scores); with fewer than ten of a kind nothing can be added.",
    "Of all areas of a kind together, those are called different that remain when the share of false finds is held to "
    "5% (Benjamini and Hochberg); under ten people an area is too few to judge.",
)
HOW = {
    "official": (
        "The band is the 95% Wilson interval of those in service, of those whose year could be seen.",
        *JUDGED,
    ),
    "survival": ("Kaplan and Meier's survival rate; the band is Greenwood's on the log(-log) scale, at 95%.", *JUDGED),
}
TREND = (
    "The trend is a straight line through the cohorts before, weighted by their size; the band is the 95% prediction "
    "interval of one more cohort (Student's t, with the residual variance of the line: quasi-binomial). It is never "
    "narrower than the chance of the cohort's own people, the rounding of printed rates and what newer editions have "
    "revised would make it.",
    "Cohorts since are called above or below where they remain when the share of false finds is held to 5% (Benjamini "
    "and Hochberg); under ten people a cohort is too few to judge.",
    "The placebo asks the same of every other first cohort; of earlier ones, without the cohorts of the programme.",
)
