"""What the Data page says in words: how the numbers are made, what nobody publishes, and what to expect of the app."""

UNPUBLISHED: tuple[tuple[str, str], ...] = (
    ("Members of alliances", "Only lead schools are on the lists. Who else belonged, and when, no list says."),
    ("Roles an alliance offered", "None of the six key areas of work is published by alliance."),
    ("Support given to a school", "Days of support, and the specialists who gave it, are not recorded by school."),
    ("Funding by network", "Totals of funds are published; what a network received is not."),
    ("Days of designation", "The list of March 2018 has no start dates, so growth is known from national totals only."),
    (
        "Places, starts and jobs by school",
        "Trainees are published for England, by subject and by route; not by school.",
    ),
    ("Retention by network or school", "Retention is published for England and for broad groups of teachers."),
    ("Qualifications by provider", "Participants of the national qualifications are published by authority."),
    ("Mentors and early career teachers by hub", "Early career teachers are counted by authority, mentors nowhere."),
    ("Activities", "Twilight sessions, placements and research groups are in no list."),
    ("Newer overall grades", "Inspections gave an overall grade until September 2024; the grades shown are frozen."),
    ("Dioceses, attainment, language and special needs", "Not in the files that the app reads, or left blank there."),
)

ABOUT: tuple[tuple[str, str], ...] = (
    (
        "Not official statistics",
        "This is experimental analysis. It is not accredited, and it is not the view of any department. Where a page "
        "and its publisher differ, the publisher is right.",
    ),
    (
        "How sure",
        "A rate comes with the numbers it is made of. A count of all schools has no chance in it and no interval; "
        "what it is compared with is the same leads placed again by lot among the schools that could lead. People, "
        "surveys and support could have gone otherwise: their rates have 95% intervals. One rule judges the areas "
        "shown together, and of those it calls different one in twenty may not be. Fewer than ten give no rate. "
        "Schools of one authority are alike: what is estimated over schools allows for it, and says by how much. "
        "Distances are straight lines, which are shorter than roads, most of all in the country. An area describes "
        "its schools together, never one of them or one of its teachers.",
    ),
    (
        "Strengths and limits",
        "Every number can be made again from the files named here with one command. The register is one day's; lists "
        "of lead schools are of other days, and schools have opened, closed and changed names between them.",
    ),
    (
        "Licences",
        "Official files are under the Open Government Licence v3.0. Boundaries and areas contain OS data © Crown "
        "copyright and database right, Royal Mail data © Royal Mail copyright and database right, and National "
        "Statistics data © Crown copyright and database right. The made-up England and the software are under the MIT "
        "licence. A file of your own stays yours: it is read once, shown to you alone, and forgotten when you "
        "close the page.",
    ),
    (
        "Revisions",
        "Numbers change only when a file changes; the checksum says which file a number came from. 'What changed' "
        "lists every table, row and total that differs between what the app came with and what you brought. A symbol "
        "that a publisher prints for a figure that is hidden or missing is kept as such, never read as nought.",
    ),
    (
        "Accessibility",
        "The app aims at WCAG 2.2, level AA. Every map and chart has the same numbers as a table and a file, a "
        "sentence that says what it shows, and works with the keyboard; colour is never the only sign. Known gaps: "
        "the drawn maps cannot be read aloud by point (use the table), and very narrow screens scroll wide tables "
        "sideways.",
    ),
)

STATUSES: tuple[tuple[str, str], ...] = (
    ("Illustrative", "Made up, calibrated to national figures. No school, trust or hub in it is real."),
    ("Official", "Read from files that a department or the Office for National Statistics publishes."),
    ("Published figures", "Single numbers written down from a publication, each with its source."),
    ("Unpublished", "Rows of your own. They are shown in your session alone, and kept nowhere."),
)

CONTACT = "Is a number wrong, or a page hard to use? Write to {who}, with the address of the page: it holds the view."
NOBODY = "the person who runs this copy of the app"
