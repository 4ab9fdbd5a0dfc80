"""The verdict on every target of the shipped package, worked out by hand before any was run.

Each was computed with pencil and paper from observations.csv, targets.csv, breaks.csv and
milestones.csv. A line is: verdict, reason, the period up to which it holds, the value seen,
what was asked (the municipality's value, the number needed, or the start), then the years:
`+` met, `-` not met, `?` cannot be said. Where later years leave a verdict open, no period is
named that it holds up to; seen and asked are those of the last year that can be told.
"""

FIVE = ("jennumparken", "glarbjergvej", "vangdalen", "hermann-stillings-vej", "energivej")
THREE = ("jennumparken", "glarbjergvej", "hermann-stillings-vej")
PLAN = ("helhedsplan",)

#: (series, kind, geographies) -> (verdict, reason, until, seen, asked, years)
WORKED = {
    # Strategic goals: the plan as a whole, latest figure against the start measurement.
    ("dagtilbud-1-5", "direction", PLAN): ("reached", "moved", "2022", 95.0, 92.5, "2022+"),
    # 5,4 at the start and 5,4 in 2024: not higher.
    ("karakterer-9-klasse", "direction", PLAN): (
        "not_reached", "not_moved", "2024", 5.4, 5.4, "2021- 2022+ 2023+ 2024-"),
    ("grundskole-ikke-i-uddannelse-18-29", "direction", PLAN): (
        "reached", "moved", "2024", 35.1, 35.5, "2021+ 2022+ 2023- 2024+"),
    ("restgruppen-15-29", "direction", PLAN): (
        "reached", "moved", "2024", 30.2, 32.5, "2021+ 2022+ 2023+ 2024+"),
    ("uden-tilknytning-18-64", "direction", PLAN): (
        "reached", "moved", "2024", 44.0, 45.52, "2021- 2022+ 2023+ 2024+"),
    ("sigtede-15-29", "direction", PLAN): (
        "reached", "moved", "2024", 4.4, 4.6, "2021+ 2022+ 2023+ 2024+"),
    # Surveyed for another plan and for single areas, never for this plan.
    ("trygge-beboere", "direction", PLAN): ("undecided", "no_figures", None, None, None, ""),
    ("frivilligt-arbejde", "direction", PLAN): ("undecided", "no_figures", None, None, None, ""),
    ("valgdeltagelse-kommunalvalg", "direction", PLAN): (
        "not_reached", "not_moved", "2021", 43.0, 56.4, "2021-"),
    ("valgdeltagelse-folketingsvalg", "direction", PLAN): (
        "not_reached", "not_moved", "2022", 64.0, 68.9, "2022-"),
    # The vote of 2019 is the only one printed.
    ("valgdeltagelse-europaparlamentsvalg", "direction", PLAN): (
        "undecided", "no_later_figure", None, None, None, ""),

    # Focused and special language support together. 2025 is behind a break; in two areas a
    # share of it is invalid besides.
    ("sprog-fokuseret;sprog-saerlig", "direction", ("jennumparken",)): (
        "reached", "moved", "2024", 55.6, 60.5, "2022+ 2023+ 2024+ 2025?"),
    ("sprog-fokuseret;sprog-saerlig", "direction", ("glarbjergvej",)): (
        "reached", "moved", "2024", 60.0, 70.2, "2022+ 2023+ 2024+ 2025?"),
    ("sprog-fokuseret;sprog-saerlig", "direction", ("hermann-stillings-vej",)): (
        "reached", "moved", "2024", 33.3, 50.0, "2022+ 2023+ 2024+ 2025?"),

    # Absence against the municipality's 7,1 (2021/22) and 5,9 (2022/23). For 2023/24 the areas
    # are printed (9,9; 8,6; 11,7; 10,1; 11,0) beside a blank cell of the municipality's: the
    # year is there, and nobody can tell whether it is level. Before it, all five are above; in
    # 2021/22 four are copies, and the fifth stands among them.
    # The start covers half a year, so nobody can say that a gap has shrunk since.
    ("skolefravaer", "parity_with_municipality", ("jennumparken",)): (
        "undecided", "latest_blocked", None, 6.6, 5.9, "2021/22? 2022/23- 2023/24?"),
    ("skolefravaer", "parity_with_municipality", ("glarbjergvej",)): (
        "undecided", "latest_blocked", None, 7.2, 5.9, "2021/22? 2022/23- 2023/24?"),
    ("skolefravaer", "parity_with_municipality", ("hermann-stillings-vej",)): (
        "undecided", "latest_blocked", None, 8.6, 5.9, "2021/22? 2022/23- 2023/24?"),
    ("skolefravaer", "parity_with_municipality", ("vangdalen",)): (
        "undecided", "latest_blocked", None, 6.2, 5.9, "2021/22? 2022/23- 2023/24?"),
    ("skolefravaer", "parity_with_municipality", ("energivej",)): (
        "undecided", "latest_blocked", None, 6.4, 5.9, "2021/22? 2022/23- 2023/24?"),

    # 15 months after: the municipality 90 (2020), 88, 87,4, 83,2, 86,7.
    # 8 points below at the start, 8,4 in 2025.
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("jennumparken",)): (
        "not_reached", "gap_not_smaller", "2025", 78.3, 86.7, "2022- 2023- 2024- 2025-"),
    # 18 below at the start, 6,7 in 2025.
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("glarbjergvej",)): (
        "on_the_way", "gap_smaller", "2025", 80.0, 86.7, "2022- 2023- 2024- 2025-"),
    # 13 below at the start, 25,2 in 2025; but the start is marked as of a small base.
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("vangdalen",)): (
        "not_reached", "worse", "2025", 61.5, 86.7, "2022- 2023- 2024+ 2025-"),
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("hermann-stillings-vej",)): (
        "reached", "at_least_as_good", "2025", 100.0, 86.7, "2022- 2023- 2024+ 2025+"),
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("energivej",)): (
        "reached", "at_least_as_good", "2025", 100.0, 86.7, "2022- 2023- 2024- 2025+"),

    # The same year: the municipality is printed for 2020 only.
    **{("ungdomsuddannelse-samme-aar", "parity_with_municipality", (area,)): (
        "undecided", "no_benchmark", None, None, None, "2022? 2023? 2024? 2025?")
       for area in FIVE},

    # 939 in 2020; 14 a year: 911 in 2022, 883 in 2024. 2025 counts ages 30-64.
    ("grundskole-30-59", "change_per_year", THREE): (
        "reached", "enough", "2024", 812.0, 883.0, "2022+ 2024+ 2025?"),
    # 348 in 2020; 8 a year: 332 in 2022, 316 in 2024.
    ("grundskole-30-59", "change_per_year", ("glarbjergvej",)): (
        "reached", "enough", "2024", 286.0, 316.0, "2022+ 2024+ 2025?"),

    # 14 at the start; 13, 15, 16; 2025 runs to July.
    ("voksenlaerling", "direction", THREE): (
        "reached", "moved", "2024", 16.0, 14.0, "2022- 2023+ 2024+ 2025?"),
    # 9, 4, 8; 2025 runs to July.
    ("voksenlaerling", "at_least", ("glarbjergvej",)): (
        "not_reached", "too_few_in_a_year", "2024", 8.0, 8.0, "2022+ 2023- 2024+ 2025?"),

    # 956 in 2021; 20 a year: 936, 916, 896. Printed: 864, 919, 964; 889 to July 2025.
    ("uden-for-arbejdsmarkedet", "change_per_year", THREE): (
        "not_reached", "too_little", "2024", 964.0, 896.0, "2022+ 2023- 2024- 2025?"),

    # The municipality 25, 31, 31, 31.
    ("ungdomsskolen-14-18", "parity_with_municipality", ("jennumparken",)): (
        "reached", "at_least_as_good", "2025", 31.0, 31.0, "2022- 2023- 2024- 2025+"),
    # 3 points below at the start, 8 in 2025.
    ("ungdomsskolen-14-18", "parity_with_municipality", ("glarbjergvej",)): (
        "not_reached", "gap_not_smaller", "2025", 23.0, 31.0, "2022- 2023- 2024- 2025-"),

    # 41 in 2018/19; 14; 41; then 8 and 13, where carried-out evictions exceed all evictions in
    # an area: nobody can tell which of the two is wrong. Raised to them, 11 and 18: below 41 too.
    ("udsaettelser", "direction", FIVE): (
        "undecided", "latest_blocked", None, 41.0, 41.0, "2021/22+ 2022/23- 2023/24? 2024/25?"),
    # 24; 6; 25; then 9 and 12; lowered to all evictions 6 and 7.
    ("effektive-udsaettelser", "direction", FIVE): (
        "undecided", "latest_blocked", None, 25.0, 24.0, "2021/22+ 2022/23- 2023/24? 2024/25?"),

    # Off the list in 2024, one year after 2023; 2030 is ahead.
    ("", "off_state_list_by", ("glarbjergvej",)): (
        "not_reached", "off_later", "2024", None, None, ""),
    ("", "off_state_list_by", ("jennumparken",)): ("undecided", "not_due", None, None, None, ""),
}  # fmt: skip

#: Why a year cannot be said: (series, kind, geographies) -> {period: blocks}
BLOCKED = {
    ("sprog-fokuseret;sprog-saerlig", "direction", ("jennumparken",)): {
        "2025": {"invalid", "doubtful", "break"}},
    ("sprog-fokuseret;sprog-saerlig", "direction", ("glarbjergvej",)): {
        "2025": {"invalid", "doubtful", "break"}},
    ("sprog-fokuseret;sprog-saerlig", "direction", ("hermann-stillings-vej",)): {
        "2025": {"break"}},
    ("skolefravaer", "parity_with_municipality", ("jennumparken",)): {
        "2021/22": {"doubtful"}, "2023/24": {"benchmark_missing"}},
    **{("skolefravaer", "parity_with_municipality", (area,)): {
        "2021/22": {"invalid"}, "2023/24": {"benchmark_missing"}} for area in FIVE[1:]},
    **{("ungdomsuddannelse-samme-aar", "parity_with_municipality", (area,)): {
        year: {"benchmark_missing"} for year in ("2022", "2023", "2024", "2025")}
       for area in FIVE},
    ("grundskole-30-59", "change_per_year", THREE): {"2025": {"break"}},
    ("grundskole-30-59", "change_per_year", ("glarbjergvej",)): {"2025": {"break"}},
    ("voksenlaerling", "direction", THREE): {"2025": {"part_year"}},
    ("voksenlaerling", "at_least", ("glarbjergvej",)): {"2025": {"part_year"}},
    ("uden-for-arbejdsmarkedet", "change_per_year", THREE): {"2025": {"part_year"}},
    ("udsaettelser", "direction", FIVE): {"2023/24": {"doubtful"}, "2024/25": {"doubtful"}},
    ("effektive-udsaettelser", "direction", FIVE): {
        "2023/24": {"doubtful"}, "2024/25": {"doubtful"}},
}  # fmt: skip

#: What must be said beside the verdict, where anything: (series, kind, geographies) -> codes
CAVEATS = {
    ("karakterer-9-klasse", "direction", PLAN): set(),
    ("grundskole-ikke-i-uddannelse-18-29", "direction", PLAN): {"not_every_year"},
    ("uden-tilknytning-18-64", "direction", PLAN): {"not_every_year"},
    ("sprog-fokuseret;sprog-saerlig", "direction", ("jennumparken",)): {
        "doubtful_nearby", "benchmark_not_recorded"},
    ("sprog-fokuseret;sprog-saerlig", "direction", ("glarbjergvej",)): {
        "doubtful_nearby", "benchmark_not_recorded"},
    ("sprog-fokuseret;sprog-saerlig", "direction", ("hermann-stillings-vej",)): {
        "small_base", "benchmark_not_recorded"},
    ("skolefravaer", "parity_with_municipality", ("jennumparken",)): {
        "start_gap_unknown", "doubtful_nearby"},
    **{("skolefravaer", "parity_with_municipality", (area,)): {"start_gap_unknown", "doubtful_nearby"}
       for area in FIVE[1:]},
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("jennumparken",)): {"year_not_over"},
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("glarbjergvej",)): {
        "small_base", "year_not_over"},
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("hermann-stillings-vej",)): {
        "small_base", "not_every_year", "year_not_over"},
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("energivej",)): {
        "small_base_stated", "not_every_year", "year_not_over"},
    ("ungdomsuddannelse-15-mdr", "parity_with_municipality", ("vangdalen",)): {
        "start_gap_unknown", "year_not_over"},
    ("ungdomsskolen-14-18", "parity_with_municipality", ("jennumparken",)): {
        "comparison_still", "not_every_year", "year_not_over"},
    ("ungdomsskolen-14-18", "parity_with_municipality", ("glarbjergvej",)): {
        "comparison_still", "year_not_over"},
    ("grundskole-30-59", "change_per_year", THREE): {
        "counts_only", "equal_counts", "benchmark_not_recorded"},
    ("grundskole-30-59", "change_per_year", ("glarbjergvej",)): {
        "counts_only", "equal_counts", "benchmark_not_recorded"},
    ("voksenlaerling", "direction", THREE): {
        "counts_only", "not_every_year", "benchmark_not_recorded"},
    ("voksenlaerling", "at_least", ("glarbjergvej",)): {"counts_only", "benchmark_not_recorded"},
    ("uden-for-arbejdsmarkedet", "change_per_year", THREE): {
        "counts_only", "benchmark_not_recorded"},
    ("udsaettelser", "direction", FIVE): {
        "counts_only", "same_either_way", "benchmark_not_recorded"},
    ("effektive-udsaettelser", "direction", FIVE): {
        "counts_only", "same_either_way", "benchmark_not_recorded"},
}  # fmt: skip
