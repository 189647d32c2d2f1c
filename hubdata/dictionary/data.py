"""The columns of the table of all tables: what is loaded, from where, and what to bring."""

from dataclasses import replace

from hubdata.dictionary.column import Column, whole
from hubdata.dictionary.everyday import AS_AT, STATUS

COLUMNS: dict[str, tuple[Column, ...]] = {
    "datasets": (
        Column("title", "Table", "What the table is called"),
        replace(STATUS, meaning="Whose numbers these are, or not loaded"),
        replace(AS_AT, meaning="The day that the table describes; of several sources the oldest"),
        whole("rows", "Rows", "Rows that are loaded", "rows"),
        Column("read_from", "Read from", "The sources that the rows were read from"),
        Column("publisher", "Publisher", "Who publishes them"),
        Column("sha256", "Checksum (start)", "First eight characters of each file's SHA-256"),
        Column("licence", "Licence", "The licence that they come under"),
        Column("published", "Published by anybody", "Whether anybody publishes such a file"),
        Column("table", "Name in files", "Name of the table in a snapshot"),
        Column("note", "To know, or to bring", "What is missing of the table, or what to bring where it is not loaded"),
    ),
}
