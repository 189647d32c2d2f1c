"""A reader's own list of stages: nobody can be at a stage who was not at the one before."""

from people.explore import read

HEAD = "network,cohort,route,stage,people\n"
SOUND = "".join(f"n{n},2018/19,A,Starts,{20 + n}\nn{n},2018/19,A,QTS,{18 + n}\n" for n in range(60))


def test_a_stage_with_more_people_than_the_one_before_is_set_aside():
    parsed = read(HEAD + SOUND + "x,2018/19,A,Starts,20\nx,2018/19,A,QTS,25\nx,2018/19,A,Employed,18\n")
    assert parsed.report.quarantined == 1
    assert "STAGE-01" in {finding.code for finding in parsed.report.findings}
    rows = [r["stage"] for r in parsed.tables["pipeline"].to_pylist() if r["network"] == "x"]
    assert rows == ["Starts", "Employed"], "the stage after is held against the last sound one"


def test_places_and_applicants_may_be_any_number():
    parsed = read(HEAD + SOUND + "x,2018/19,A,Places,10\nx,2018/19,A,Applicants,99\nx,2018/19,A,Starts,20\n")
    assert parsed.report.quarantined == 0


def test_those_employed_at_home_are_some_of_the_employed():
    parsed = read(HEAD + SOUND + "x,2018/19,A,Employed,10\nx,2018/19,A,Employed in the network,11\n")
    assert parsed.report.quarantined == 1


def test_other_cohorts_routes_and_networks_are_other_people():
    parsed = read(HEAD + SOUND + "x,2018/19,A,Starts,20\nx,2018/19,B,QTS,25\nx,2019/20,A,QTS,25\ny,2018/19,A,QTS,25\n")
    assert parsed.report.quarantined == 0


def test_a_missing_number_is_no_smaller_number():
    parsed = read(HEAD + SOUND + "x,2018/19,A,Starts,20\nx,2018/19,A,QTS,c\nx,2018/19,A,Employed,19\n")
    rows = {r["stage"]: r["people"] for r in parsed.tables["pipeline"].to_pylist() if r["network"] == "x"}
    assert rows["Employed"] == 19
    assert rows.get("QTS") is None
