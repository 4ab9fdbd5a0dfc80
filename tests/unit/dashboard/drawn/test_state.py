"""An address means the same to the server as to the page's own script, faults included."""

import json
import subprocess
from urllib.parse import unquote_plus

import pytest
from werkzeug.datastructures import MultiDict

from dashboard.drawn.state import address, initial, parse
from tests.unit.js.test_js import HERE, NODE

QUERIES = [
    "", "aar=2020", "aar=1900", "aar=2999", "aar=2020.4", "aar=2020.5", "aar=x", "aar=", "aar=%20",
    "aar=2e3", "aar=Infinity", "aar=1e999", "aar=NaN", "aar=2020&aar=2021", "aar=2020&aar=x",
    "aar=2_020", "aar=%D9%A2%D9%A0%D9%A2%D9%A0", "indikator=nothing", "indikator=__proto__",
    "vis=gap", "vis=change", "vis=nothing", "vis=constructor", "vis=gap&vis=x", "omraader=",
    "omraader=soegade,moelleparken", "omraader=soegade,soegade,x", "omraader=x", "omraader=,,",
    "omraader=engparken", "lag=", "lag=parks,roads", "lag=x,parks", "sprog=xx", "nothing=1",
    "omraader=" + "x" * 401, "aar=2020&indikator=%3Cscript%3E&omraader=%22%3E",
]  # fmt: skip


def python_says(query, doc):
    pairs = [part.partition("=")[::2] for part in query.split("&") if part]
    asked = MultiDict([(key, unquote_plus(value)) for key, value in pairs])
    state = parse(asked, doc)
    return {"year": state.year, "indicator": state.indicator, "mode": state.mode,
            "areas": list(state.areas), "layers": list(state.layers), "language": state.language}  # fmt: skip


def test_both_read_addresses_alike(tmp_path, tinytown_atlas):
    doc = tinytown_atlas.doc("da")
    every = [*QUERIES, *(f"indikator={one}&vis={mode}" for one in doc["indicators"]
                         for mode in ("value", "gap", "change"))]  # fmt: skip
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps({"doc": doc, "queries": every}), encoding="utf-8")
    done = subprocess.run([NODE, str(HERE / "parsed.cjs"), str(asked)], capture_output=True,
                          text=True, check=True)  # fmt: skip
    said = json.loads(done.stdout)
    assert [python_says(query, doc) for query in every] == said


def test_an_address_leads_back_to_its_view(tinytown_atlas):
    doc = tinytown_atlas.doc("en")
    state = parse(MultiDict({"aar": "2020", "omraader": "soegade", "lag": "parks"}), doc)
    again = dict(pair.split("=") for pair in address(state).split("?")[1].split("&"))
    assert parse(MultiDict(again), doc) == state
    assert again["sprog"] == "en"


@pytest.mark.parametrize("text", ["<b>", '"', "2020<b>"])
def test_what_is_not_known_begins_as_usual(tinytown_atlas, text):
    doc = tinytown_atlas.doc("da")
    keys = ("aar", "indikator", "omraader")
    assert parse(MultiDict(dict.fromkeys(keys, text)), doc) == initial(doc)
