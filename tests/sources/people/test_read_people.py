"""Readers of the other published tables: every number typed, every missing one with its reason."""

from people.explore import NATIONAL, START, read, sheet, table

NPQ = """region_code region_name la_name old_la_code new_la_code funding breakdown group_name npq_starts
    npq_unique_participants npq_unique_participants_swc_eligible percent_workforce_npq_participation
    teaching_workforce_headcount_swc"""
ECF = """region_name region_code la_name old_la_code new_la_code programme breakdown group_name total_ects_count
    cumulative_ects count_swfc_ects"""
VACANCIES = """region_code region_name old_la_code new_la_code la_name school_laestab school_urn school_name
    establishment_type_group vacancy rate tempfilled temprate"""


def areas(text: str) -> str:
    """The file with rows of regions, authorities and schools told apart by their codes."""
    names = {"E13": "Regional", "E12": "Regional", "S12": "School", "L12": "Local authority"}
    lines = []
    for line in text.splitlines():
        kind = next((names[k] for k in names if f",England,{k}" in line), "National")
        code = line.replace(",England,L12", ",England,E12").replace(",England,S12", ",England,E12")
        lines.append(code.replace("National", kind, 1) if line[0].isdigit() else code)
    return "\n".join(lines) + "\n"


def test_the_census_of_entrants_and_targets():
    columns = "itt_subject total_postgraduates itt_recruitment_target itt_recruitment_target_performance_percentage"
    text = sheet(
        columns,
        "202021: Art & Design,600,580,103",
        "202122: Total,31233,31030,101",
        "202122: Primary,13000,10800,120",
        "202122: Secondary,18233,20230,c",
        "202122: Physical Education,1600,z,z",
    )
    rows = {(r["year"], r["phase"], r["subject"]): r for r in table(text, "recruitment")}
    assert rows["2020/21", "Secondary", "Art and design"]["standing"] == "revised"
    assert rows["2021/22", "All", "All"]["of_target"] == 1.01
    assert rows["2021/22", "Primary", "All"]["standing"] == "provisional"
    assert rows["2021/22", "Secondary", "All"]["of_target"] is None
    assert rows["2021/22", "Secondary", "Physical education"]["target"] is None


def test_the_long_census_keeps_totals_and_routes_alone():
    text = sheet(
        "itt_subject breakdown_topic breakdown trainee_number trainee_percentage",
        "202526: Total,Total,Total,26000,100",
        "202526: Total,Sex,Female,17000,65",
        "202526: Physics,ITT route,School Direct,400,37",
        "202526: Physics,Total,Total,1086,100",
    )
    parsed = read(text)
    found = {(r["subject"], r["route"]): r["recruits"] for r in parsed.tables["recruitment"].to_pylist()}
    assert found == {("All", "All"): 26_000, ("Physics", "School Direct"): 400, ("Physics", "All"): 1_086}
    assert parsed.report.loaded == 4, "what is left out by rule is still read"


def test_recruits_by_route():
    text = sheet(
        "itt_subject itt_route first_class_degree total_trainees",
        "202122: Mathematics,Total,300,2500",
        "202122: Mathematics,School-centred,100,900",
    )
    found = [(r["route"], r["recruits"]) for r in table(text, "recruitment")]
    assert found == [("All", 2_500), ("School-centred", 900)]


def test_targets():
    columns = """subject subject_filter_group pgitt_trainee_target difference_to_previous_year
        percentage_difference_to_previous_year"""
    text = sheet(columns, "202526: Physics,STEM,1410,-840,-37.3", "202526: Primary,Total,7650,x,x")
    assert [(r["subject"], r["target"]) for r in table(text, "recruitment")] == [("Physics", 1_410), ("All", 7_650)]


def test_participants_by_area_and_london_as_one_region():
    text = sheet(
        NPQ,
        "202425: ,,,,,Overall,Total,Total,29818,29526,23222,4.5,511958",
        "202425: E13000001,Inner London,,,,Overall,Total,Total,100,90,80,4.0,2000",
        "202425: E13000002,Outer London,,,,Overall,Total,Total,50,45,c,3.0,1500",
        "202425: L12000001,North East,Hartlepool,805,E06000001,Overall,Total,Total,low,low,low,low,900",
    )
    found = {(r["region"], r["la"]): r for r in table(areas(text), "participants")}
    assert found["All", "All"]["share"] == 0.045
    assert found["London", "All"]["people"] == 135
    assert found["London", "All"]["teachers"] == 3_500
    assert found["London", "All"]["in_census"] is None, "one half hidden, so the sum is"
    assert found["All", "E06000001"]["mark"] == "low"
    assert found["All", "E06000001"]["people"] is None


def many(columns: str, values: str) -> str:
    """So many good rows that one bad row does not refuse the file."""
    return sheet(columns, *(f"19{n}{n + 1}: {values}" for n in range(10, 98)))


def test_an_unknown_region_is_set_aside():
    odd = "202425,Academic year,Regional,E92000001,England,W1,Wales,,,,Overall,Total,Total,1,1,1,1,1\n"
    report = read(many(NPQ, ",,,,,Overall,Total,Total,1,1,1,1,1") + odd).report
    assert report.quarantined == 1
    assert "AREA-20" in {finding.code for finding in report.findings}


def test_an_unknown_symbol_is_never_a_number():
    odd = f"202425,{NATIONAL},,,,,,Overall,Total,Total,??,5,5,5,5\n"
    report = read(many(NPQ, ",,,,,Overall,Total,Total,1,1,1,1,1") + odd).report
    assert report.quarantined == 1
    assert "NUM-02" in {finding.code for finding in report.findings}


def test_early_career_participants():
    (row,) = table(sheet(ECF, "202425: ,,,,,Total,Total,Total,22536,104277,16792"), "participants")
    assert (row["scheme"], row["people"], row["in_census"], row["year"]) == ("ECF", 22_536, 16_792, "2024/25")


def test_schools_with_a_participant():
    text = sheet(
        """breakdown group_name cum_disc total_schools npq_schools funded_npq_schools non_funded_npq_schools
        perc_npq_schools""",
        "202425: Total,Total,Cumulative,23320,20611,20452,2440,88.4",
        "202425: Total,Total,Discrete,23320,9000,8000,1000,38.6",
    )
    found = [(r["span"], r["with_npq"], r["share"]) for r in table(text, "npq_schools")]
    assert found == [("Cumulative", 20_611, 0.884), ("Discrete", 9_000, 0.386)]


def test_leavers_and_their_blank_breakdowns():
    text = sheet(
        "school_type leaver_type grade gender age_group working_pattern fte_leavers fte_leavers_percent",
        "201819: State-funded primary,Total,,,,,19239.52444,8.92781",
        "201819: State-funded primary,Deceased,,,,,~,~",
    )
    first, second = table(text, "leavers")
    assert (first["people"], first["share"], first["sex"]) == (19_239.52444, 0.0892781, "Total")
    assert (second["people"], second["mark"]) == (None, "low")


def test_vacancies_blank_zero_and_symbol_are_three_things():
    school = "S12000001,North East,805,E06000001,Hartlepool,8052000,{},A School,Academy,{}"
    said = [("100001", "0,0,1,2.5"), ("100002", ",,0,0"), ("100003", "z,z,u,u")]
    text = sheet(VACANCIES, *(f"2023: {school.format(*pair)}" for pair in said), "2023: ,,,,,,,,,2800,0.5,3000,0.6")
    found = {r["urn"]: r for r in table(areas(text), "vacancies")}
    assert set(found) == {"100001", "100002", "100003"}, "the national row is no school"
    assert (found["100001"]["vacancies"], found["100001"]["temporary_rate"]) == (0.0, 0.025)
    assert (found["100002"]["vacancies"], found["100002"]["vacancies_mark"]) == (None, "blank")
    assert [found["100003"][f"{name}_mark"] for name in ("vacancies", "temporary")] == ["z", "u"]


def test_training_outcomes_as_a_series():
    columns = """Route_recoded total_trainees qts_awarded qts_awarded_percentage teaching_state_school
        teaching_state_school_percentage"""
    rows = table(sheet(columns, "201819: Total,29000,26500,91,20000,77"), "profiles")
    assert [(r["qts"], r["employment"], r["people"], r["share"]) for r in rows] == [
        ("All", "All", 29_000, None),
        ("Awarded", "All", 26_500, 0.91),
        ("Awarded", "Teaching in a state-funded school", 20_000, 0.77),
    ]


def test_training_outcomes_as_a_table():
    columns = """post_reform_route institution_type course_level_recoded qts_status employment_status
        breakdown_topic breakdown trainee_number trainee_percentage"""
    (row,) = table(sheet(columns, "202324: Total,Total,Postgraduate,Awarded,Total,Sex,Male,5000,c"), "profiles")
    assert (row["route"], row["level"], row["qts"]) == ("All", "Postgraduate", "Awarded")
    assert (row["breakdown"], row["group"], row["people"], row["share"]) == ("Sex", "Male", 5_000, None)


def test_every_file_starts_with_the_shared_columns():
    assert sheet("a").startswith(START)
