"""A series that prints its periods in two ways is told of."""

from dataclasses import replace

from geodata.rules.quality import find


def with_forms(package, *forms):
    """The package with figures of one series and place: each with its period and printed form."""
    one = replace(package.observations[1], geography="soegade", period_start=None, period_end=None)
    made = (replace(one, period=period, source_period=printed, value=15.1 + n)
            for n, (period, printed) in enumerate(forms))  # fmt: skip
    return replace(package, observations=tuple(made), breaks=())


def told(package):
    return [(f.observation.period, f.detail) for f in find(package) if f.rule == "period_forms"]


def test_the_rarer_form_names_the_other(tinytown):
    package = with_forms(
        tinytown, ("2018/19", "2018-2019"), ("2021/22", "2021- 2022"), ("2023/24", "")
    )
    assert told(package) == [("2023/24", "2018-2019")]
    package = with_forms(tinytown, ("2018/19", ""), ("2021/22", ""), ("2023/24", "2023-2024"))
    assert told(package) == [("2023/24", "2018/19")]


def test_one_form_longer_or_shorter_is_one_form(tinytown):
    assert told(with_forms(tinytown, ("2018/19", ""), ("2021/22", "2021/2022"))) == []
    assert told(with_forms(tinytown, ("2018/19", "2018-2019"), ("2021/22", "2021 - 2022"))) == []


def test_words_and_single_years_are_no_form(tinytown):
    words = "Første halvår af skoleåret 2019-2020"
    assert told(with_forms(tinytown, ("2019/20", words), ("2021/22", ""), ("2023", "2023"))) == []


def test_an_empty_package_has_none(tinytown):
    assert told(replace(tinytown, observations=())) == []


def test_the_shipped_report_has_one_such_series(randers):
    found = {
        (f.observation.indicator, f.observation.period)
        for f in find(randers)
        if f.rule == "period_forms"
    }
    assert found == {("udsaettelser", "2023/24")}
