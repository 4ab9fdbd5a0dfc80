"""The benchmark's arithmetic and its table."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.bench.measure import moves
from tools.bench.peers.data import YEARS, area_ids, colour, values
from tools.bench.records import Load, Measured, Resource, Run, Step, merged
from tools.bench.stats import in_next_frame, median, next_frame_share, percentile
from tools.bench.table import document, fastest_peer, heaviest, results, targets, verdicts


def a_step(change=2.0, paint=6.0, first_frame=3.0, frames=1, settled=None):
    return Step(0.1, change, first_frame, paint, paint + 8, frames, settled or paint + 1)


def a_load(drawn=500.0, size=250 * 1024, socket=0):
    resources = (Resource("/big.js", size - 1024), Resource("/", 1024))
    return Load(drawn, size, 2, socket, resources)


def a_page(name="product-da", *, product=True, **changes):
    given_ = {
        "steps": tuple(a_step() for _ in range(60)),
        "slow_steps": tuple(a_step(paint=30.0) for _ in range(60)),
        "loads": (a_load(),) * 5,
        "slow_loads": (a_load(drawn=1400.0),) * 5,
        **changes,
    }
    return Measured(name, name, product, **given_)


def a_run(*pages):
    return Run("2026-11-23", "commit abc", "2 cores", {"dash": "4.4.1"}, pages)


@pytest.mark.parametrize(("share", "expected"), [(0, 1), (0.5, 2.5), (0.95, 3.85), (1, 4)])
def test_percentile_is_interpolated_whatever_the_order(share, expected):
    assert percentile([4, 1, 3, 2], share) == pytest.approx(expected)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 1))
def test_percentile_stays_between_the_extremes(numbers, share):
    found = percentile(numbers, share)
    assert min(numbers) - 1e-6 <= found <= max(numbers) + 1e-6


def test_median_of_one():
    assert median([7]) == 7


def test_percentile_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


def test_percentile_outside_its_range_is_an_error():
    with pytest.raises(ValueError, match="allowed: 0 to 1"):
        percentile([1], 95)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (a_step(), True),
        (a_step(first_frame=17.0), True),
        (a_step(first_frame=17.5), False),
        (a_step(frames=2), False),
    ],
)
def test_next_frame_needs_the_first_frame_and_in_time(step, expected):
    assert in_next_frame(step) is expected


def test_a_lost_step_was_not_painted_by_the_next_frame():
    assert next_frame_share([a_step()] * 3, lost=1) == 0.75


def test_moves_go_one_place_at_a_time_between_the_first_and_last_year():
    steps = moves(60)
    assert len(steps) == 60
    assert steps[0] == (0, 1)
    assert all(abs(to - start) == 1 for start, to in steps)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(steps))
    assert {place for step in steps for place in step} == set(range(len(YEARS)))


def test_peers_draw_the_printed_values():
    assert set(values()[2024]) < set(area_ids())
    assert values()[2024]["vangdalen"] == 100
    assert values()[2021] == {}
    assert len({colour(value) for value in (None, 0, 50, 70, 80, 100)}) == 6


def test_a_page_that_did_not_run_says_why_and_has_no_figures():
    row = results([a_page("peer", product=False, not_run="no such module")])[-1]
    assert "not run: no such module" in row
    assert not any(sign.isdigit() for sign in row)


def test_rows_have_as_many_cells_as_the_head():
    rows = results([a_page(), a_page("peer", product=False, not_run="why")])
    assert len({row.count("|") for row in rows}) == 1


def test_a_row_holds_medians_and_p95():
    steps = tuple(a_step(change=float(n)) for n in range(1, 61))
    row = results([a_page(steps=steps)])[-1]
    assert "| 30.5 / 57.0 |" in row
    assert "| 250 / 2 |" in row
    assert "| 0.50 | 1.40 |" in row


def test_steps_never_painted_are_told():
    assert "0 in 62 (2 never painted)" in results([a_page(lost=2)])[-1]


def test_the_fastest_peer_is_no_product_and_has_run():
    slow = a_page("slow", product=False, steps=(a_step(paint=50.0),))
    quick = a_page("quick", product=False, steps=(a_step(paint=5.0),))
    broken = a_page("broken", product=False, not_run="why", steps=())
    assert fastest_peer([a_page(), slow, quick, broken]) is quick
    assert fastest_peer([a_page(), broken]) is None


def test_all_targets_met():
    peer = a_page("quick", product=False, steps=(a_step(paint=4.0),))
    rows = verdicts([a_page(), peer])[2:]
    assert len(rows) == 8
    assert all("pass" in row for row in rows)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"requests": 1}, "requests in all steps"),
        ({"steps": (a_step(change=4.1),)}, "DOM change"),
        ({"steps": (a_step(paint=6.1),)}, "paint, median"),
        ({"steps": (a_step(frames=2),)}, "next frame"),
        ({"loads": (a_load(size=281 * 1024),)}, "first load"),
        ({"loads": (a_load(socket=31 * 1024),)}, "first load"),
        ({"slow_loads": (a_load(drawn=1401.0),)}, "throttled"),
        ({"steps": (a_step(settled=8.1),)}, "everything settled, median"),
        ({"slow_steps": (a_step(settled=33.1),)}, "everything settled, CPU"),
    ],
)
def test_each_target_can_be_missed(changes, words):
    peer = a_page("quick", product=False, steps=(a_step(paint=4.0),))
    missed = [row for row in verdicts([a_page(**changes), peer]) if "fail" in row]
    assert len(missed) == 1
    assert words in missed[0]


def test_without_a_peer_nothing_is_compared_with_one():
    assert not any("peer" in target.words for target in targets([a_page()]))


def test_the_heaviest_answers_come_with_their_size():
    assert heaviest([a_page()], count=1)[-1] == "| `/big.js` | 249.0 |"
    assert heaviest([a_page(not_run="why")]) == ["Not measured."]


def test_the_page_names_machine_date_versions_and_noise():
    text = document(a_run(a_page(), a_page("product-en", busy=(0.32, 0.1))))
    for part in (
        "2026-11-23",
        "2 cores",
        "dash 4.4.1",
        "commit abc",
        "product-en 32 % 10 %",
        "noise",
    ):
        assert part in text


def test_a_run_can_be_kept_as_json():
    kept = json.loads(json.dumps(a_run(a_page()).to_json()))
    assert kept["pages"][0]["steps"][0]["change"] == 2.0


def test_rounds_become_one_page():
    failed = a_page(not_run="why", steps=(), busy=(9.0,))
    one = merged([a_page(requests=1, busy=(1.0,)), failed, a_page(requests=2, busy=(2.0,))])
    assert (one.requests, len(one.steps), len(one.loads)) == (3, 120, 10)
    assert one.busy == (1.0, 9.0, 2.0)
    assert not one.not_run


def test_a_page_whose_rounds_all_failed_did_not_run():
    assert merged([a_page(not_run="why")] * 3).not_run == "why"
