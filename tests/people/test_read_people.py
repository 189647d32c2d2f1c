"""Readers of the other published tables: every number typed, every missing one with its reason."""

from people.explore import CENSUS, NATIONAL, START, read, table

AREA = "region_code,region_name,la_name,old_la_code,new_la_code"
NPQ = f"{START},{AREA},funding,breakdown,group_name,npq_starts,npq_unique_participants,npq_unique_participants_swc_eligible,percent_workforce_npq_participation,teaching_workforce_headcount_swc"
ECF = f"{START},region_name,region_code,la_name,old_la_code,new_la_code,programme,breakdown,group_name,total_ects_count,cumulative_ects,count_swfc_ects"


def test_the_census_of_entrants_and_targets():
    head = (
        f"{START},itt_subject,total_postgraduates,itt_recruitment_target,itt_recruitment_target_performance_percentage"
    )
    text = f"{head}\n202021,{NATIONAL},Art & Design,600,580,103\n202122,{NATIONAL},Total,31233,31030,101\n202122,{NATIONAL},Primary,13000,10800,120\n202122,{NATIONAL},Secondary,18233,20230,c\n202122,{NATIONAL},Physical Education,1600,z,z\n"
    rows = {(r["year"], r["phase"], r["subject"]): r for r in table(text, "recruitment")}
    assert rows["2020/21", "Secondary", "Art and design"]["standing"] == "revised"
    assert rows["2021/22", "All", "All"]["of_target"] == 1.01
    assert rows["2021/22", "Primary", "All"]["standing"] == "provisional"
    assert rows["2021/22", "Secondary", "All"]["of_target"] is None
    assert rows["2021/22", "Secondary", "Physical education"]["target"] is None


def test_the_long_census_keeps_totals_and_routes_alone():
    head = f"{START},itt_subject,breakdown_topic,breakdown,trainee_number,trainee_percentage"
    rows = [
        "Total,Total,Total,26000,100",
        "Total,Sex,Female,17000,65",
        "Physics,ITT route,School Direct,400,37",
        "Physics,Total,Total,1086,100",
    ]
    text = head + "\n" + "".join(f"202526,{NATIONAL},{row}\n" for row in rows)
    parsed = read(text)
    found = {(r["subject"], r["route"]): r["recruits"] for r in parsed.tables["recruitment"].to_pylist()}
    assert found == {("All", "All"): 26_000, ("Physics", "School Direct"): 400, ("Physics", "All"): 1_086}
    assert parsed.report.loaded == 4, "what is left out by rule is still read"


def test_recruits_by_route():
    head = f"{START},itt_subject,itt_route,first_class_degree,total_trainees"
    text = (
        f"{head}\n202122,{NATIONAL},Mathematics,Total,300,2500\n202122,{NATIONAL},Mathematics,School-centred,100,900\n"
    )
    assert [(r["route"], r["recruits"]) for r in table(text, "recruitment")] == [
        ("All", 2_500),
        ("School-centred", 900),
    ]


def test_targets():
    head = f"{START},subject,subject_filter_group,pgitt_trainee_target,difference_to_previous_year,percentage_difference_to_previous_year"
    text = f"{head}\n202526,{NATIONAL},Physics,STEM,1410,-840,-37.3\n202526,{NATIONAL},Primary,Total,7650,x,x\n"
    assert [(r["subject"], r["target"]) for r in table(text, "recruitment")] == [("Physics", 1_410), ("All", 7_650)]


def test_participants_by_area_and_london_as_one_region():
    rows = [
        "202425,Academic year,National,E92000001,England,,,,,,Overall,Total,Total,29818,29526,23222,4.5,511958",
        "202425,Academic year,Regional,E92000001,England,E13000001,Inner London,,,,Overall,Total,Total,100,90,80,4.0,2000",
        "202425,Academic year,Regional,E92000001,England,E13000002,Outer London,,,,Overall,Total,Total,50,45,c,3.0,1500",
        "202425,Academic year,Local authority,E92000001,England,E12000001,North East,Hartlepool,805,E06000001,Overall,Total,Total,low,low,low,low,900",
    ]
    found = {(r["region"], r["la"]): r for r in table(NPQ + "\n" + "\n".join(rows) + "\n", "participants")}
    assert found["All", "All"]["share"] == 0.045
    assert found["London", "All"]["people"] == 135
    assert found["London", "All"]["teachers"] == 3_500
    assert found["London", "All"]["in_census"] is None, "one half hidden, so the sum is"
    assert found["All", "E06000001"]["mark"] == "low"
    assert found["All", "E06000001"]["people"] is None


def test_an_unknown_region_is_set_aside():
    rows = "".join(
        f"2024{n:02d},Academic year,National,E92000001,England,,,,,,Overall,Total,Total,1,1,1,1,1\n"
        for n in range(25, 99)
    )
    odd = "202425,Academic year,Regional,E92000001,England,W1,Wales,,,,Overall,Total,Total,1,1,1,1,1\n"
    report = read(NPQ + "\n" + rows + odd).report
    assert report.quarantined == 1
    assert "AREA-20" in {finding.code for finding in report.findings}


def test_early_career_participants():
    text = f"{ECF}\n202425,{NATIONAL},,,,,,Total,Total,Total,22536,104277,16792\n"
    (row,) = table(text, "participants")
    assert (row["scheme"], row["people"], row["in_census"], row["year"]) == ("ECF", 22_536, 16_792, "2024/25")


def test_schools_with_a_participant():
    head = f"{START},breakdown,group_name,cum_disc,total_schools,npq_schools,funded_npq_schools,non_funded_npq_schools,perc_npq_schools"
    text = f"{head}\n202425,{NATIONAL},Total,Total,Cumulative,23320,20611,20452,2440,88.4\n202425,{NATIONAL},Total,Total,Discrete,23320,9000,8000,1000,38.6\n"
    rows = table(text, "npq_schools")
    assert [(r["span"], r["with_npq"], r["share"]) for r in rows] == [
        ("Cumulative", 20_611, 0.884),
        ("Discrete", 9_000, 0.386),
    ]


def test_leavers_and_their_blank_breakdowns():
    head = f"{START},school_type,leaver_type,grade,gender,age_group,working_pattern,fte_leavers,fte_leavers_percent"
    text = f"{head}\n201819,{NATIONAL},State-funded primary,Total,,,,,19239.52444,8.92781\n201819,{NATIONAL},State-funded primary,Deceased,,,,,~,~\n"
    first, second = table(text, "leavers")
    assert (first["people"], first["share"], first["sex"]) == (19_239.52444, 0.0892781, "Total")
    assert (second["people"], second["mark"]) == (None, "low")


def test_vacancies_blank_zero_and_symbol_are_three_things():
    head = f"{START},region_code,region_name,old_la_code,new_la_code,la_name,school_laestab,school_urn,school_name,establishment_type_group,vacancy,rate,tempfilled,temprate"
    school = "November,School,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,8052000,{urn},A School,Academy,{said}"
    rows = [("100001", "0,0,1,2.5"), ("100002", ",,0,0"), ("100003", "z,z,u,u")]
    text = head + "\n" + "".join(f"2023,{school.format(urn=urn, said=said)}\n" for urn, said in rows)
    text += f"2023,{CENSUS},,,,,,,,,,2800,0.5,3000,0.6\n"
    found = {r["urn"]: r for r in table(text, "vacancies")}
    assert set(found) == {"100001", "100002", "100003"}, "the national row is no school"
    assert (found["100001"]["vacancies"], found["100001"]["temporary_rate"]) == (0.0, 0.025)
    assert (found["100002"]["vacancies"], found["100002"]["vacancies_mark"]) == (None, "blank")
    assert [found["100003"][f"{name}_mark"] for name in ("vacancies", "temporary")] == ["z", "u"]


def test_training_outcomes_as_a_series_and_as_a_table():
    head = f"{START},Route_recoded,total_trainees,qts_awarded,qts_awarded_percentage,teaching_state_school,teaching_state_school_percentage"
    series = table(f"{head}\n201819,{NATIONAL},Total,29000,26500,91,20000,77\n", "profiles")
    assert [(r["qts"], r["employment"], r["people"]) for r in series] == [
        ("All", "All", 29_000),
        ("Awarded", "All", 26_500),
        ("Awarded", "Teaching in a state-funded school", 20_000),
    ]
    head = f"{START},post_reform_route,institution_type,course_level_recoded,qts_status,employment_status,breakdown_topic,breakdown,trainee_number,trainee_percentage"
    text = f"{head}\n202324,{NATIONAL},Total,Total,Postgraduate,Awarded,Total,Sex,Male,5000,c\n"
    (row,) = table(text, "profiles")
    assert (row["route"], row["level"], row["breakdown"], row["group"], row["people"], row["share"]) == (
        "All", "Postgraduate", "Sex", "Male", 5_000, None,
    )  # fmt: skip


def test_an_unknown_symbol_is_never_a_number():
    rows = "".join(f"2024{n:02d},{NATIONAL},,,,,,Overall,Total,Total,5,5,5,5,5\n" for n in range(25, 99))
    report = read(f"{NPQ}\n{rows}202425,{NATIONAL},,,,,,Overall,Total,Total,??,5,5,5,5\n").report
    assert report.quarantined == 1
    assert "NUM-02" in {finding.code for finding in report.findings}
