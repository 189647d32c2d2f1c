"""The columns of measures of where schools stand: small, lone, by the sea, who runs them, and one by itself."""

from hubdata.dictionary.column import KILOMETRES, TENTHS, Column, share, whole
from hubdata.dictionary.everyday import COUNTED, GOVERNANCE, HIGH, LOCATED, LOW, MARK, SCHOOLS

COUNT = whole("count", "Schools of this kind", "Schools of the group that are of this kind")
OF_KIND = share("rate", "Rate", "Schools of this kind, divided by all the schools of the group")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "my_school": (
        Column("asked", "Asked",
               "serves: its hub area; then, now: its nearest lead school; trust; alike: schools like it"),
        Column("id", "Id", "Hub area, network, trust or URN"), Column("name", "Name",
                                                                      "What the register or list calls it"),
        Column("lead", "Lead school", "The lead school of the hub or network"),
        Column("km", "km", "Straight line from the school", KILOMETRES, "km"),
        whole("schools", "Schools", "Schools that the trust runs"),
    ),
    "small_schools": (
        whole("schools", "Schools", "Primaries of the group with a published headcount"),
        whole("small", "Under 110 pupils", "Primaries of under 110 pupils"),
        share("small_rate", "Share under 110", "Primaries of under 110 pupils, divided by those with a headcount"),
        share("small_low", "Under 110, low", "Lower end of the 95% interval (Wilson) of that share"),
        share("small_high", "Under 110, high", "Upper end of the 95% interval (Wilson) of that share"),
        whole("one_form", "One form", "Primaries of 210 pupils or fewer"),
        share("one_form_rate", "Share of one form",
              "Primaries of 210 pupils or fewer: at most thirty in each of seven year groups",
              term="One-form primaries"),
        share("one_form_low", "One form, low", "Lower end of the 95% interval (Wilson) of that share"),
        share("one_form_high", "One form, high", "Upper end of the 95% interval (Wilson) of that share"),
    ),
    "isolation": (
        LOCATED, whole("alone", "Alone", "Schools with no other of their phase within the radius",
                       polarity="less is better", term="Schools on their own"),
        share("rate", "Rate", "Schools with no other of their phase within the radius, divided by all located",
              polarity="less is better"),
        LOW, HIGH,
        Column("mean_peers", "Mean peers", "Other schools of a school's own phase within the radius, on average",
               TENTHS,
               "schools"),
        Column("median_km", "Median km to the nearest", "Half the schools have another of their phase nearer than this",
               KILOMETRES, "km"),
    ),
    "crowding": (
        LOCATED,
        Column("mean", "Mean near by", "Other schools of a school's own phase within the radius, on average", TENTHS,
               "schools"),
        Column("median", "Median near by",
               "Half the schools have so many others of their phase or fewer within the radius",
               TENTHS, "schools"),
        whole("none", "None near by", "Schools with no other of their phase within the radius",
              polarity="less is better"),
    ),
    "governance": (GOVERNANCE, COUNT, COUNTED, OF_KIND, LOW, HIGH, MARK),
    "make_up": (
        Column("characteristic", "What", "Phase, last headline grade or admissions policy"),
        Column("value", "Value", "The phase, grade or policy"), COUNT,
        whole("schools", "Schools", "Schools that the share is of"), OF_KIND, LOW, HIGH, MARK,
    ),
    "attendance": (
        SCHOOLS, whole("hosts", "Hosted one", "Schools that held an activity of a network"),
        whole("activities", "Activities", "Activities that those schools held", "activities"),
        whole("counted", "With people counted", "Activities whose people were counted", "activities"),
        whole("attended", "People who came", "People who came, once for each activity", "people"),
        Column("per_100_schools", "People per 100 schools", "People who came for every hundred schools of the group",
               TENTHS, "people"),
    ),
}  # fmt: skip
