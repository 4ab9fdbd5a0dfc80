"""Name the columns of a layer that are read: what they are called, and what they speak of."""

#: Columns that name a feature, the surest first.
NAMING = ("id", "navn", "name", "omraade", "boligomr", "titel")
#: What may be said of a feature beside its shape.
STATED = ("confidence", "error_m", "basis_da", "basis_en", "source", "url")
#: Since when a shape holds: it then follows the one that is there, and does not take its place.
SINCE = "valid_from"
#: What may be said of a shape that follows another one.
FOLLOWING = (
    "valid_to", "predecessors", "change_da", "change_en", "comparable_da", "comparable_en",
)  # fmt: skip
#: What may be said of a new feature, and of a new area as a place that figures are of.
DESCRIBED = ("name_en", "kind", "project", "description_da", "description_en")
AS_PLACE = ("municipality", "in_text_da", "in_text_en")
#: All columns that are read beside those that name a feature.
COLUMNS = (*STATED, SINCE, *FOLLOWING, *DESCRIBED, *AS_PLACE)
#: A shapefile cuts the names of columns after so many letters: those that then mean one column.
_LONGEST = 10
CUT = {
    name[:_LONGEST]: name
    for name in COLUMNS
    if len(name) > _LONGEST and sum(one[:_LONGEST] == name[:_LONGEST] for one in COLUMNS) == 1
}
