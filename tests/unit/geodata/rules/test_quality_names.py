"""No rule knows a name: other ids give the same findings."""

from geodata.package.loading import read_package
from geodata.rules.quality import find
from tests.packages_editing import (
    RANDERS,
    edit_json,
    read_table,
    write_table,
)

# Names do not matter
RENAMED = {
    "indicators": ("id", "subset_of", "whole_of"),
    "geographies": ("id", "members"),
    "observations": ("indicator", "geography"),
    "targets": ("indicator", "geographies"),
    "breaks": ("indicator", "geographies"),
    "aliases": ("geography",),
    "memberships": ("plan", "geography"),
    "milestones": ("feature",),
    "figures": ("feature",),
    "offers": ("features",),
    "blanks": ("indicator", "geography"),
    "remarks": ("about", "geographies"),
}
#: Tables that keep their ids, and so what is said about them.
KEPT = ("activities", "goals")


def new_name(old):
    """A name that says nothing; lists are renamed part by part."""
    return ";".join(f"x{part.encode().hex()}" if part else "" for part in old.split(";"))


def rename_everything(package):
    for table, fields in RENAMED.items():
        header, *rows = read_table(package, table)
        columns = [header.index(field) for field in fields]
        for row in rows:
            if table == "remarks" and row[header.index("table")] in KEPT:
                continue
            for column in columns:
                row[column] = new_name(row[column])
        write_table(package, table, [header, *rows])
    for layer in package.glob("*.geojson"):
        edit_json(layer, rename_features)
    edit_json(package / "datapackage.json", rename_start)


def rename_features(collection):
    for feature in collection["features"]:
        feature["properties"]["id"] = new_name(feature["properties"]["id"])


def rename_start(descriptor):
    descriptor["start"] = {key: new_name(value) for key, value in descriptor["start"].items()}


def in_short(finding, name):
    values = [(name(o.indicator), name(o.geography), *o.key[2:])
              for o in (finding.observation, *finding.related)]  # fmt: skip
    return finding.rule, finding.severity, finding.detail, values


def test_renaming_every_id_of_randers_changes_no_finding(randers, copy_of):
    copy = copy_of("randers")
    rename_everything(copy)
    renamed = read_package(copy)
    assert not {i.id for i in renamed.indicators} & {i.id for i in randers.indicators}
    assert [in_short(f, str) for f in find(renamed)] == [
        in_short(f, new_name) for f in find(randers)
    ]


def test_no_id_of_randers_stands_in_the_code(randers):
    ids = {i.id for i in randers.indicators} | {g.id for g in randers.geographies}
    ids |= {str(feature) for frame in randers.layers.values() for feature in frame.index}
    code = "".join(p.read_text(encoding="utf-8") for p in RANDERS.parent.rglob("*.py"))
    assert sorted(i for i in ids if f'"{i}"' in code) == []
