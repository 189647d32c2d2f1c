"""Every template, with the row that a person copies. To add one: a ``Table`` in the schema and an entry here."""

from hubdata.schema import AREAS_OF_WORK, FUNDING, MEMBERS, NETWORK_AREAS, NETWORKS, ROLES, SUPPORT
from hubdata.schema.columns import Table
from hubdata.schema.people import PIPELINE
from hubdata.schema.surroundings import ACTIVITIES, FLAGS
from hubdata.schema.workforce import MENTORS, PROJECTS, PROVIDERS
from hubdata.sources.own.templates import Template


def _template(
    table: Table, title: str, required: str, known_by: str, example: dict[str, str], stem: str = ""
) -> Template:
    columns, row = tuple(example), tuple(example.values())
    return Template(table, title, columns, tuple(required.split()), row, tuple(known_by.split()), stem or table.name)


TEMPLATES: tuple[Template, ...] = (
    _template(
        NETWORKS,
        "Networks",
        "network kind name",
        "network kind name",
        {"network": "harbour-alliance", "kind": "teaching_school_alliance", "name": "Harbour Alliance",
         "since": "01-09-2014", "until": "31-08-2021", "listed": "31-08-2021"},
    ),
    _template(
        MEMBERS,
        "Members",
        "network urn role",
        "network urn role",
        {"network": "harbour-alliance", "urn": "900001", "role": "supported", "since": "01-09-2016", "until": ""},
    ),
    _template(
        NETWORK_AREAS,
        "Areas that a network serves",
        "network district",
        "network district shared",
        {"network": "maths-hub-coast", "district": "E07000228", "shared": "no", "part": ""},
    ),
    _template(
        ROLES,
        "Roles offered",
        "network area_of_work",
        "network area_of_work",
        {"network": "harbour-alliance", "area_of_work": AREAS_OF_WORK[0], "since": "01-09-2014", "until": ""},
    ),
    _template(
        SUPPORT,
        "Support given",
        "network urn year",
        "network urn year",
        {"network": "harbour-alliance", "urn": "900001", "year": "2016/17"},
    ),
    _template(
        FUNDING,
        "Funding",
        "network year fund pounds",
        "network year fund pounds",
        {"network": "harbour-alliance", "year": "2016/17", "fund": "Core grant", "pounds": "60000"},
    ),
    _template(
        ACTIVITIES,
        "Activities",
        "network activity day",
        "network activity day",
        {"network": "harbour-alliance", "activity": "Talk in mathematics", "day": "12-11-2019", "kind": "twilight",
         "subject": "Mathematics", "urn": "900001", "attended": "24"},
    ),
    _template(
        PIPELINE,
        "Trainees, from places to years in service",
        "network cohort stage people",
        "cohort stage people",
        {"network": "harbour-alliance", "cohort": "2018/19", "route": "School Direct",
         "stage": "Places", "people": "20"},
        "places",
    ),
    _template(
        MENTORS,
        "Early career teachers and mentors",
        "network year early_career",
        "network year early_career mentors",
        {"network": "harbour-hub", "year": "2021/22", "early_career": "120", "mentors": "95", "with_peer": "80"},
    ),
    _template(
        PROVIDERS,
        "Providers of national qualifications",
        "provider programme name participants",
        "provider programme participants",
        {"provider": "harbour", "programme": "NPQSL", "name": "Harbour Alliance", "kind": "alliance", "urn": "900001",
         "network": "harbour-alliance", "participants": "42"},
    ),
    _template(
        PROJECTS,
        "Stages of a project",
        "project urn stage",
        "project urn stage",
        {"project": "Workload", "urn": "900001", "stage": "identify", "since": "01-09-2018"},
    ),
    _template(
        FLAGS,
        "Flags: schools that a list of yours marks",
        "urn flag",
        "urn flag",
        {"urn": "900001", "flag": "In the programme", "as_at": "01-09-2025"},
    ),
)  # fmt: skip
