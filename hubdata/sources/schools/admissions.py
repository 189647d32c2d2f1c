"""Whether a school selects by ability, from what one release of the register or another calls its policy."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import true_where
from hubdata.schema import ADMISSIONS

SELECTIVE, NON_SELECTIVE = ADMISSIONS
MEANT = {
    "selective": SELECTIVE,
    "selective (grammar)": SELECTIVE,
    "non-selective": NON_SELECTIVE,
    "comprehensive (secondary)": NON_SELECTIVE,
    "modern (secondary)": NON_SELECTIVE,
    "": "",
    "-": "",
    "not applicable": "",
    "not collected": "",
    "not known": "",
    "not recorded": "",
}


def policies(printed: pa.Array, account: Account) -> pa.Array:
    """Column ``admissions``: Selective, Non-selective, or empty where the register does not say.

    Earlier releases tell comprehensive from modern schools; neither selects. Words we do not know are flagged and left
    empty: nobody is called selective by a guess.
    """
    found = pc.index_in(pc.utf8_lower(printed), value_set=pa.array(list(MEANT)))
    odd = true_where(pc.is_null(found))
    message = "the admissions policy is none we know: left missing"
    account.flag_rows(odd, "GIAS-ADM-01", message, "AdmissionsPolicy")
    return pc.fill_null(pa.array(list(MEANT.values())).take(found), "")
