"""Measure colours as eyes do: lightness, contrast, and what a deuteranope sees."""

#: Deuteranopia on linear light, from Machado, Oliveira and Fernandes (2009), severity 1.
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TO_XYZ = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
WHITE = (0.9505, 1.0, 1.089)
#: CIE76 differences under ten are hard to see between patches that do not touch.
CLEARLY_DIFFERENT = 10


def linear(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(light):
    x, y, z = (
        (part / white) ** (1 / 3) if part / white > 0.008856 else 7.787 * part / white + 16 / 116
        for part, white in zip(times(TO_XYZ, light), WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen_by_deuteranopes(colour):
    return lab([min(max(c, 0), 1) for c in times(DEUTERANOPIA, linear(colour))])


def distance(one, two):
    """How different two colours look to a deuteranope."""
    pair = zip(seen_by_deuteranopes(one), seen_by_deuteranopes(two), strict=True)
    return sum((a - b) ** 2 for a, b in pair) ** 0.5


def contrast(one, two):
    """The contrast of WCAG 2.1, from 1 to 21."""
    light, deep = sorted((times(TO_XYZ, linear(c))[1] for c in (one, two)), reverse=True)
    return (light + 0.05) / (deep + 0.05)
