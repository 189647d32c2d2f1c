"""The columns of measures of people: training, posts, retention, the pathway to headship, vacancies."""

from dataclasses import replace

from hubdata.dictionary.column import HUNDREDTHS, TENTHS, THOUSANDTHS, Column, points, share, whole
from hubdata.dictionary.everyday import COHORT, DIFFERENCE, HIGH, LOW, MARK, RELEASE, SCHOOLS, STATUS, YEAR

STAGE = Column("stage", "Stage", "Stage of the pipeline from training to the fifth year in service")
QUALIFIED = whole("at_start", "Qualified", "People of the cohort who qualified", "people")
STAYED = share("rate", "Rate", "In service, or never left, divided by those whose year could be seen",
               polarity="more is better")  # fmt: skip
TEACHERS = whole("teachers", "Teachers", "Teachers of the area, headcount", "people")
STEP = Column("step", "Step", "Step of the career from trainee to head")
VERDICT = Column("verdict", "Verdict", "below or above by more than chance, within it, or too few (under ten people)")
TREND = "on the trend of the cohorts before, with what chance, rounding and the scatter of the years would do"


def _side(end: str, which: str) -> tuple[Column, ...]:
    """The columns of one of two groups that are compared."""
    return (
        Column(end, which.capitalize(), f"The {which} group"),
        whole(f"people_{end}", f"People, {which}", f"People of the {which} group at the stage", "people"),
        share(
            f"of_first_{end}", f"Of starters, {which}", f"The same, divided by those of the {which} group who started"
        ),
        share(f"low_{end}", f"Low, {which}", "Lower end of the 95% interval (Wilson) of that share"),
        share(f"high_{end}", f"High, {which}", "Upper end of the 95% interval (Wilson) of that share"),
    )


BEFORE_AFTER = (
    COHORT, Column("period", "Period", "Whether the cohort began before the programme or after"), QUALIFIED, STAYED,
    LOW,
    HIGH,
    share("expected", "Expected", f"The rate {TREND}"),
    share("expected_low", "Expected, low", f"Lower end of the 95% band of the rate {TREND}"),
    share("expected_high", "Expected, high", f"Upper end of the 95% band of the rate {TREND}"),
)  # fmt: skip

COLUMNS: dict[str, tuple[Column, ...]] = {
    "recruitment": (
        whole("target", "Target", "New trainees that were aimed at", "people"),
        whole("recruits", "Recruits", "New trainees", "people"),
        share("of_target", "Of target", "Recruits divided by the target; 100% meets it", polarity="more is better"),
        replace(STATUS, meaning="Whose numbers these are, or why recruits are missing"), RELEASE,
    ),
    "recruitment_change": (
        Column("from_year", "From", "The year before"), YEAR,
        points("change", "Change", "Recruits over target in the year, less the same of the year before"),
        points("from_recruits", "By recruits", "The part of the change that comes of the number of recruits"),
        points("from_target", "By target", "The part of the change that comes of the target"),
    ),
    "pipeline": (
        STAGE, whole("people", "People", "People counted at the stage", "people"),
        share("of_previous", "Of previous", "People of the stage, divided by those of the stage before"),
        share("of_first", "Of first", "People of the stage, divided by those who started"), LOW, HIGH, MARK,
    ),
    "pipeline_difference": (
        STAGE, *_side("a", "first"), *_side("b", "second"), replace(DIFFERENCE, term=""),
        points("difference_low", "Difference, low", "Lower end of the 95% interval of the difference"),
        points("difference_high", "Difference, high", "Upper end of the 95% interval of the difference"), VERDICT, MARK,
    ),
    "retention": (
        whole("years", "Years after qualifying", "Years since the cohort qualified", "years"), QUALIFIED,
        whole("at_risk", "At risk", "People whose year could be seen; of survival, who had not left before", "people"),
        whole("in_service", "In service", "Those of them in service; of survival, who still had not left", "people"),
        STAYED, LOW, HIGH, replace(STATUS, meaning="Whose numbers these are, or why the rate is missing"), RELEASE,
    ),
    "retention_difference": (
        whole("years", "Years after qualifying", "Years since the cohort qualified", "years"), QUALIFIED, STAYED,
        whole("rest_at_start", "Qualified, the rest", "People of everybody else who qualified", "people"),
        share("rest", "The rest", "The rate of everybody else"),
        points("difference", "Difference", "The rate of the group less that of everybody else"),
        points("low", "Low", "Lower end of the interval of the difference"),
        points("high", "High", "Upper end of the interval of the difference"), VERDICT,
    ),
    "before_after": BEFORE_AFTER,
    "project_retention": BEFORE_AFTER,
    "pathway": (
        STEP, whole("people", "People", "People on the step in the year", "people"),
        Column("per_100_teachers", "Per 100 teachers", "People on the step for every hundred teachers", TENTHS,
               "people"),
        TEACHERS,
    ),
    "mentoring": (
        Column("network", "Hub area", "Code of the teaching school hub area"),
        whole("early_career", "Early career teachers", "Teachers in their first two years", "people"),
        whole("mentors", "Mentors", "Mentors of those teachers", "people"),
        Column("per_mentor", "Per mentor", "Early career teachers for each mentor", HUNDREDTHS, "people",
               "less is better"),
        whole("with_peer", "With a peer", "Those with another specialist of their subject in school", "people"),
        share("rate", "Share with a peer", "The same, divided by all early career teachers", polarity="more is better"),
        LOW, HIGH,
    ),
    "npq_providers": (
        Column("provider_kind", "Kind of provider", "What kind of body offers the qualification"),
        Column("programme", "Programme", "The national professional qualification"),
        whole("providers", "Providers", "Providers of the kind that offer it", "providers"),
        whole("participants", "Participants", "People who take it with them", "people"),
        Column("per_provider", "Per provider", "Participants for each provider", TENTHS, "people"),
        share("share", "Share", "Participants, divided by all participants"),
    ),
    "npq_starts": (
        Column("level", "Level", "Level of the national professional qualification"),
        whole("starts", "Starts", "People who began one in the year", "people"), TEACHERS,
        Column("per_100_teachers", "Per 100 teachers", "Starts for every hundred teachers", TENTHS, "people"),
    ),
    "missing_rungs": (
        replace(STEP, label="Rung"), Column("why", "Why", "nobody on it, no figure for it, or no provider of it there"),
    ),
    "project": (
        Column("stage", "Stage", "Stage of the project"),
        whole("schools", "Schools", "Schools at the stage"),
        share("share", "Share", "Schools at the stage, divided by all of the project"),
        whole("networks", "Networks", "Networks with a school at the stage", "networks"),
    ),
    "vacancies": (
        SCHOOLS, whole("known", "Schools known", "Schools whose vacancies are known"),
        whole("vacancies", "Vacant posts", "Vacant teaching posts on the census day", "posts",
              polarity="less is better"),
        whole("temporary", "Filled for under a year", "Posts filled for under a year", "posts"),
        Column("per_100_schools", "Per 100 schools", "Vacant posts for every hundred known schools", TENTHS, "posts",
               "less is better"),
        whole("with_vacancy", "With a vacancy", "Known schools with a vacant post", polarity="less is better"),
        share("rate", "Share with a vacancy", "Schools with a vacant post, divided by the known schools",
              polarity="less is better"),
        LOW, HIGH,
    ),
    "supply": (
        whole("people", "Qualified", "Newly qualified teachers, where they trained", "people"), SCHOOLS,
        Column("per_100_schools", "Per 100 schools", "Newly qualified teachers for every hundred schools", TENTHS,
               "people"),
    ),
    "leavers": (
        Column("flow", "Flow", "Which teachers: those who leave, return or enter"),
        Column("value", "Value", "The rate, as a fraction, or the number of teachers", THOUSANDTHS, "see unit"),
        Column("unit", "Unit", "rate, or full-time equivalents"),
        Column("standing", "Standing", "Historic, or Trajectory: what was assumed for later years"), RELEASE,
    ),
}  # fmt: skip
