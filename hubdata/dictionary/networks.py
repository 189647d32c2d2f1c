"""The columns of measures of networks: what they offer, trusts, training links and the numbers designated."""

from hubdata.dictionary.column import DAY, KILOMETRES, TENTHS, Column, points, share, whole
from hubdata.dictionary.everyday import AS_AT, HIGH, LOW, MARK, STATUS, YEAR

OFFERED = "How many of the six areas of work the network offers"

COLUMNS: dict[str, tuple[Column, ...]] = {
    "hub_changes": (
        Column("listed", "List of", "Day of the earlier list", DAY),
        Column("area", "Area", "Code of the hub area on that day"), Column("name", "Hub", "Hub that served it"),
        Column("urn", "URN", "School that led it"), Column("school", "Lead school", "Its name in the register"),
        Column("later", "Newest list", "Day of the newest list", DAY),
        Column("later_area", "Area now", "Area of the newest list that holds most of its districts"),
        Column("later_name", "Hub now", "Hub that serves it"), Column("later_urn", "URN now", "School that leads it"),
        Column("later_school", "Lead school now", "Its name in the register"),
        Column("lead", "Lead", "same or changed; missing where a list does not say who leads"),
    ),
    "training_providers": (
        YEAR, Column("provider_kind", "Kind", "school, scitt (school-centred) or hei (university)"),
        whole("providers", "Providers", "Registered providers active in the year", "providers"),
        whole("accredited", "Accredited", "Of them, providers accredited on the day of the list", "providers"),
    ),
    "offers": (
        Column("network", "Code", "Id of the network"), Column("network_name", "Alliance", "The network"),
        whole("offered", "Roles offered", OFFERED, "roles"),
        Column("role", "Role", "One of the six areas of work of teaching schools"),
        whole("offers", "Offers it", "1 where the network offers the role, else 0", ""),
    ),
    "breadth": (
        whole("roles", "Roles offered", OFFERED, "roles"),
        whole("networks", "Alliances", "Networks that offer so many roles", "networks"),
        whole("all", "All alliances", "All networks that are counted", "networks"),
        share("share", "Share", "Networks that offer so many roles, divided by all"),
    ),
    "trusts": (
        whole("schools", "Schools", "Schools whose trust, or having none, is known"),
        # The size that counts as large is an option of the measure; the page takes six.
        whole("in_trusts", "In trusts of 6 or more",
              "Schools in trusts of at least the size asked for (6 unless said)"),
        share("rate", "Rate", "Schools in such trusts, divided by those whose trust, or having none, is known"),
        LOW, HIGH, MARK,
        whole("not_known", "Trust not named", "Academies whose trust the data do not name; in no other count"),
        whole("trusts", "Trusts here", "Trusts that have a school in the group", "trusts"),
        Column("median_schools", "Schools per trust (median)", "Half the trusts here have so many schools or fewer",
               TENTHS,
               "schools"),
        Column("median_pupils", "Pupils per trust (median)", "Half the trusts here have so many pupils or fewer",
               TENTHS,
               "pupils"),
    ),
    "cold_trusts": (
        whole("areas_a", "Cold areas", "Areas that are cold spots of reach", "areas"),
        whole("in_trusts_a", "In large trusts, cold", "Schools of cold areas in large trusts"),
        whole("schools_a", "Schools, cold", "Schools of cold areas"),
        whole("areas_b", "Other areas", "Areas that are no cold spot", "areas"),
        whole("in_trusts_b", "In large trusts, other", "Schools of the other areas in large trusts"),
        whole("schools_b", "Schools, other", "Schools of the other areas"),
        points("difference", "Difference", "The share in large trusts of cold areas less that of the others"),
        points("low", "Low", "Lower end of the 95% interval of the difference, by drawing areas anew"),
        points("high", "High", "Upper end of the 95% interval of the difference, by drawing areas anew"),
    ),
    "training_links": (
        Column("lead", "Lead URN", "Unique reference number of the lead school"),
        Column("lead_name", "Lead school", "The lead school"),
        Column("lead_la", "Its authority", "Local authority of the lead school"),
        Column("partner", "Partner URN", "Unique reference number of the partner"),
        Column("partner_name", "Partner", "The partner school"),
        Column("partner_la", "Partner's authority", "Local authority of the partner"),
        Column("through", "Through", "The provider, or the network, that both belong to"),
        Column("km", "km", "Straight line between the two schools", KILOMETRES, "km"),
        Column("crosses", "Another authority", "Whether the two schools are in different authorities"),
    ),
    "designations": (
        Column("unit", "Unit", "What is counted: schools, alliances or hubs"), AS_AT,
        whole("value", "How many", "How many there were on the day", ""),
        whole("target", "Target", "How many were aimed at, where a target was set", ""),
        share("of_target", "Of target", "How many there were, divided by the target"),
        STATUS, Column("source", "Source", "Who published the figure, and as at which day"),
    ),
}  # fmt: skip
