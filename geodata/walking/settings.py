"""State how walking is reckoned: the pace, and how far anything may be bridged unseen."""

from dataclasses import dataclass

#: Millimetres in a metre.
MM = 1000
#: Metres in a kilometre.
KM = 1000
#: Metres on the ground that count as the same point: what coordinates are rounded to.
SAME_M = 0.01
#: The same along a line; less than this of a line is not walked.
SAME_MM = int(SAME_M * MM)


@dataclass(frozen=True, slots=True)
class Walking:
    """The stated settings of every figure about walking; distances in metres.

    `steps_slower` is how many times longer steps take than level ground of their length.
    `last_m` is the longest straight line between a network and an outline or a place (a place
    known less well than that: its own error),
    `join_m` the longest gap between the end of one drawn line and another line that it may
    meet, `ground_m` how far ground on either side of a reached way counts as reached, and
    `unplaced_m` the error from which a place is not known well enough to walk to. `detour`
    is how many times the straight line a way on drawn roads may be, lines shorter than
    `detour_from_m` taken as that: beyond it, streets are missing from the drawing.
    """

    speed_kmh: float = 4.8
    steps_slower: float = 1.0
    last_m: float = 75.0
    join_m: float = 20.0
    ground_m: float = 25.0
    unplaced_m: float = 500.0
    detour: float = 2.0
    detour_from_m: float = 200.0

    def longest_last_m(self, error_m: float) -> float:
        """The longest straight last metres to what may lie `error_m` from its drawing."""
        return max(self.last_m, error_m)

    @property
    def metres_per_minute(self) -> float:
        """The pace in metres a minute."""
        return self.speed_kmh * KM / 60


WALKING = Walking()
