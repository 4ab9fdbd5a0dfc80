"""Keep the table schemas inside a datapackage.json equal to geodata/reading/tableschemas.json.

`python -m tools.datapackage [PACKAGE]` writes them, `--check` only compares and exits 1 if
they are out of step. Everything else in the file (title, licences, clock, sources) is kept.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "geodata" / "reading" / "tableschemas.json"
DEFAULT_PACKAGE = ROOT / "geodata" / "randers"

Json = dict[str, Any]


def read_json(path: Path) -> Json:
    """Read a JSON object; raise SystemExit with a readable sentence if there is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SystemExit(f"{path}: there is no such file.") from None
    except json.JSONDecodeError as error:
        raise SystemExit(f"{path}, line {error.lineno}: not valid JSON ({error.msg}).") from None
    if not isinstance(content, dict):
        raise SystemExit(f"{path}: expected a JSON object at the top.")
    return content


def table_schema(entry: Json) -> Json:
    """Return the Table Schema of one table: its entry without our own `description`."""
    return {key: value for key, value in entry.items() if key != "description"}


def with_schemas(package: Json, tables: Json) -> Json:
    """Return the package with the schema of every CSV resource taken from `tables`.

    Raises SystemExit for a CSV resource that `tables` does not know.
    """
    resources = []
    for resource in package.get("resources", []):
        if resource.get("format") != "csv":
            resources.append(resource)
            continue
        name = resource.get("name")
        if name not in tables:
            known = ", ".join(tables)
            raise SystemExit(f"Resource '{name}' has no table schema. Known tables: {known}.")
        resources.append({**resource, "schema": table_schema(tables[name])})
    return {**package, "resources": resources}


def out_of_step(package: Json, wanted: Json) -> list[str]:
    """Return the names of the resources whose schemas differ."""
    pairs = zip(package.get("resources", []), wanted["resources"], strict=True)
    return [new["name"] for old, new in pairs if old.get("schema") != new.get("schema")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check one package; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.datapackage", description=__doc__)
    parser.add_argument("package", nargs="?", type=Path, default=DEFAULT_PACKAGE)
    parser.add_argument("--check", action="store_true", help="compare only")
    options = parser.parse_args(arguments)
    path = options.package / "datapackage.json" if options.package.is_dir() else options.package
    package = read_json(path)
    wanted = with_schemas(package, read_json(SCHEMAS))
    differing = out_of_step(package, wanted)
    if options.check and differing:
        print(f"{path}: out of step with {SCHEMAS.name}: {', '.join(differing)}.", file=sys.stderr)
        return 1
    if not options.check:
        text = json.dumps(wanted, ensure_ascii=False, indent=2) + "\n"
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
