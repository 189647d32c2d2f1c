"""Findings between files are told with both files they name, whatever words the names hold."""

from hubdata.building.reports import as_json
from hubdata.intake.verdicts import Finding, Report, Verdict

FILES = ("Schools and pupils.csv", "districts.csv", "pupils.csv")
BETWEEN = Finding("AREA-10", Verdict.FLAG, "Schools and pupils.csv and districts.csv", "2 are in no district", 2)


def test_a_name_with_and_in_it_keeps_its_findings_and_no_other_file_takes_them():
    told = as_json([Report(file, recognised_as="x") for file in FILES], [BETWEEN])
    codes = {file["file"]: [finding["code"] for finding in file["findings"]] for file in told["files"]}
    assert codes == {"Schools and pupils.csv": ["AREA-10"], "districts.csv": ["AREA-10"], "pupils.csv": []}
