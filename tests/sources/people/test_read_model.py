"""The workforce model's Parquet, the census of entrants and leavers, and figures copied by hand."""

import io

import pandas as pd
from people.explore import read, table

from hubdata.intake.limits import BUILD
from hubdata.sources.reading import read_file

RATE = 0.05631311263407497


def parquet(frame: pd.DataFrame, name: str) -> dict:
    """The tables of a Parquet file, as a build reads them."""
    body = io.BytesIO()
    frame.to_parquet(body, index=False)
    (parsed,) = read_file(name, body.getvalue(), None, BUILD)
    assert parsed.report.taken, parsed.report
    return {key: rows.to_pylist() for key, rows in parsed.tables.items()}


def flows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Phase": ["Primary", "Primary", "Secondary"],
            "Subject": ["Total", "Total", "Modern Foreign Languages"],
            "Type": ["Under 55 leaver rate", "Returners", "Total leaver rate"],
            "Academic year": ["2011/12", "2011/12", "2026/27"],
            "Value": [RATE, 7141.330589, 0.1],
            "Unit": ["%", "FTE", "%"],
            "Historic or trajectory": ["Historic", "Historic", "Trajectory"],
            "Publication year": [2026.0, 2026.0, 2026.0],
        }
    )


def test_the_models_series_come_out_to_the_last_digit():
    rows = parquet(flows(), "5_flow_2026-04-23.parquet")["flows"]
    assert rows[0]["value"] == RATE
    assert [(r["unit"], r["subject"], r["standing"]) for r in rows] == [
        ("rate", "All", "Historic"),
        ("FTE", "All", "Historic"),
        ("rate", "Modern foreign languages", "Trajectory"),
    ]
    assert {r["release"] for r in rows} == {"Publication 2026"}


def test_a_rate_that_is_no_fraction_is_set_aside():
    many = pd.concat([flows()] * 40, ignore_index=True)
    many.loc[0, "Value"] = 5.6
    body = io.BytesIO()
    many.to_parquet(body, index=False)
    (parsed,) = read_file("x_2026-04-23.parquet", body.getvalue(), None, BUILD)
    assert parsed.report.quarantined == 1


def test_targets_of_the_model_are_targets_of_recruitment():
    frame = pd.DataFrame(
        {
            "time_period": [202627, 202627],
            "time_identifier": "Academic year",
            "geographic_level": "National",
            "country_code": "E92000001",
            "country_name": "England",
            "subject": ["Total", "Physics"],
            "education_phase": ["Secondary", "Secondary"],
            "pgitt_trainee_need_count": [15280, 810],
            "difference_to_previous_year_count": [None, -600.0],
            "difference_to_previous_year_percent": [None, -42.6],
        }
    )
    rows = parquet(frame, "2_need_2026-04-23.parquet")["recruitment"]
    assert [(r["phase"], r["subject"], r["target"]) for r in rows] == [
        ("Secondary", "All", 15_280),
        ("Secondary", "Physics", 810),
    ]


def test_pupils_and_teachers_keep_projected_years_apart():
    frame = pd.DataFrame(
        {
            "Academic year": ["2024/25", "2027/28"],
            "Pupil numbers": [4_584_110.5, 4_357_706.545619512],
            "Teacher numbers": [215_631.06450036698, 207_053.77579649995],
            "Projection": ["No", "Yes"],
            "Phase": "Primary",
        }
    )
    rows = parquet(frame, "1_numbers_2026-04-23.parquet")["teachers"]
    assert [(r["projected"], r["teachers"]) for r in rows] == [
        (False, 215_631.06450036698),
        (True, 207_053.77579649995),
    ]


def test_what_moved_the_target():
    frame = pd.DataFrame({"Driver": ["Leavers"], "Phase": ["Primary"], "Subject": ["Total"], "Value": [-687.215133]})
    (row,) = parquet(frame, "3_drivers_2026-04-23.parquet")["drivers"]
    assert (row["driver"], row["subject"], row["trainees"]) == ("Leavers", "All", -687.215133)


def test_those_who_stayed_are_no_kind_of_leaver():
    head = "CensusYear,Subject,Gender,AgeGroup,{},StockSize\n"
    left = table(
        head.format("QualifiedLeaverType")
        + "2011,Art & Design,Female,35-54,Not a qualified Leaver,3259.48\n"
        + "2011,Art & Design,Female,35-54,Retired,12.5\n",
        "census_flows",
    )
    assert [(r["kind"], r["direction"], r["subject"]) for r in left] == [
        ("Stayed", "leavers", "Art and design"),
        ("Retired", "leavers", "Art and design"),
    ]
    (came,) = table(head.format("QualifiedEntrantType") + "2011,Physics,Male,35-54,NQT,40.0\n", "census_flows")
    assert (came["direction"], came["kind"]) == ("entrants", "NQT")


def test_copied_figures_keep_their_edition_and_their_source():
    text = (
        "year_qualified,nqt_entrants,years_after_qualifying,retention_percent,swc_release,source\n"
        "2010,24100.0,1,87.0,2015 November,Answer 57255\n2010,,1,86.4,2023 November,Quoted\n"
    )
    rows = table(text, "cohorts")
    assert [(r["release"], r["at_start"], r["rate"], r["source"], r["status"]) for r in rows] == [
        ("2015 November", 24_100, 0.87, "Answer 57255", "published"),
        ("2023 November", None, 0.864, "Quoted", "published"),
    ]


def test_copied_early_career_figures_take_their_edition_from_their_source():
    text = (
        "cohort,starters,years_after_start,retained_percent,source\n2021/22,21726,3,73.5,ECF retention 2024-25 (EES)\n"
    )
    (row,) = table(text, "cohorts")
    assert (row["base"], row["release"], row["years"], row["rate"]) == ("early career teachers", "2024/25", 3, 0.735)


def test_copied_percentages_of_target():
    text = (
        "academic_year,subject,percent_of_target,source\n2024/25,All secondary,61,ITT Census 2025/26 (revised since)\n"
    )
    (row,) = table(text, "recruitment")
    assert (row["phase"], row["subject"], row["of_target"], row["standing"]) == ("Secondary", "All", 0.61, "revised")
    assert row["release"] == "ITT Census 2025/26"


def test_copied_participants_are_published_not_official():
    text = (
        "time_period,geographic_level,area,funding,npq_starts,npq_unique_participants,source\n"
        "202223,Regional,London,Funded,5176,5165,Some page\n"
    )
    (row,) = read(text).tables["participants"].to_pylist()
    assert (row["region"], row["status"], row["source"]) == ("London", "published", "Some page")
