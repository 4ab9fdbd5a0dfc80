"""Records that were packed into columns come out of the browser as they went in."""

import json
import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.bundles import ASSETS
from dashboard.payload.columns import pack
from tests.unit.js.test_js import NODE

VALUES = st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=2) | st.just([1, "a"])
RECORDS = st.dictionaries(
    st.integers(2000, 2005).map(str),
    st.dictionaries(st.text("abc", min_size=1, max_size=3),
                    st.fixed_dictionaries({"text": VALUES, "cls": VALUES}), max_size=4),
    max_size=4,
)  # fmt: skip


def test_a_value_that_stands_often_is_sent_once():
    cell = {"text": "7 %", "severity": ""}
    packed = pack({"2020": {"a": cell, "b": cell}, "2021": {"b": {**cell, "text": "8 %"}}})
    assert packed == {
        "places": ["a", "b"],
        "at": {"2020": [0, 1], "2021": [1]},
        "fields": {
            "text": {"values": ["7 %", "8 %"], "codes": [0, 0, 1]},
            "severity": {"values": [""]},
        },
    }


@settings(max_examples=5, deadline=None)
@given(st.lists(RECORDS, min_size=20, max_size=20))
def test_the_browser_unpacks_what_was_packed(many):
    script = f"""
      const {{ unpack }} = require({str(ASSETS / "columns.js")!r});
      const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
      console.log(JSON.stringify(given.map(unpack)));
    """
    ran = subprocess.run([NODE, "-e", script], input=json.dumps([pack(one) for one in many]),
                         capture_output=True, text=True, check=True)  # fmt: skip
    assert json.loads(ran.stdout) == many
