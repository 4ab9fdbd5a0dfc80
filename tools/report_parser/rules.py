"""State which row of the report belongs to which series."""

from dataclasses import dataclass, field

PLAN = "helhedsplan"
FORMER_PLAN = "randers-nordby-2017-21"
MUNICIPALITY = "randers-kommune"
COMPARISONS = {
    MUNICIPALITY,
    "danmark",
    "alle-helhedsplaner",
    "store-almene-omraader-198",
    "randers-retskreds",
}


@dataclass(frozen=True)
class RowRule:
    """The series of a row, found by words of its heading.

    `series` maps a label inside the cell ('' for none) to the series id. `whole` is the geography
    of a number without a place name in a housing-area column; empty: such a number is an error.
    """

    words: str
    series: dict[str, str] = field(default_factory=dict)
    whole: str = ""


RULES = (
    RowRule("1-5-årige i dagtilbud", {"": "dagtilbud-1-5"}, PLAN),
    RowRule("Karaktergennemsnit", {"": "karakterer-9-klasse"}, PLAN),
    RowRule("Andel 18-29-årige", {"": "grundskole-ikke-i-uddannelse-18-29"}, PLAN),
    RowRule("(restgruppen)", {"": "restgruppen-15-29"}, PLAN),
    RowRule("Andel 18-64-årige", {"": "uden-tilknytning-18-64"}, PLAN),
    RowRule("sigtet mindst én gang", {"": "sigtede-15-29"}, PLAN),
    RowRule("grundlæggende trygge", {"": "trygge-beboere"}, FORMER_PLAN),
    RowRule("frivilligt arbejde", {"": "frivilligt-arbejde"}, FORMER_PLAN),
    RowRule(
        "Andel stemmeberettigede",
        {
            "Kommunalvalg": "valgdeltagelse-kommunalvalg",
            "Folketingsvalg": "valgdeltagelse-folketingsvalg",
            "Europaparlamentsvalg": "valgdeltagelse-europaparlamentsvalg",
        },
        PLAN,
    ),
    RowRule(
        "Talesproglige færdigheder",
        {"Generel": "sprog-generel", "Fokuseret": "sprog-fokuseret", "Særlig": "sprog-saerlig"},
    ),
    RowRule("Fraværsprocenten", {"": "skolefravaer"}),
    RowRule("efter 15 måneder", {"": "ungdomsuddannelse-15-mdr"}),
    RowRule("samme år, som afgangsåret", {"": "ungdomsuddannelse-samme-aar"}),
    RowRule("grundskole som højeste uddannelsesniveau", {"": "grundskole-30-59"}),
    RowRule("bevilliges voksenlæretilskud", {"": "voksenlaerling"}),
    RowRule("Kommunens egen opgørelse", {"": "uden-for-arbejdsmarkedet"}),
    RowRule("Antallet af jobparate", {"": "jobparate"}),
    RowRule("tilmeldt et kommunalt fritidstilbud", {"": "ungdomsskolen-14-18"}),
    RowRule("Antal SSP-bekymringer", {"": "ssp-bekymringer"}),
    RowRule("Antallet af udsættelser", {"": "udsaettelser"}),
    RowRule("Antallet af effektive udsættelser", {"": "effektive-udsaettelser"}),
)

SERIES = tuple(series for rule in RULES for series in rule.series.values())
SERIES_LABELS = tuple(label for rule in RULES for label in rule.series if label)
