"""Put new shapes into a layer of a folder: a feature keeps what is said of it, but for its shape."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geodata.files.package_files import geometry_of, json_text, layer_resource, layer_text
from geodata.files.writing import write_whole
from geodata.intake.entries import Reported
from geodata.intake.feature_columns import FOLLOWING, SINCE
from geodata.intake.new_features import new_feature
from geodata.intake.outlines import Outline
from geodata.intake.stated import Exactness, day_before, fresh, since_of
from geodata.reading.faults import shown
from geodata.reading.outline_times import ALLOWED_TIME, said_time, validity_of
from geodata.reading.text import read_json
from geodata.tables.validity import Validity

#: The shape that each feature of the draft comes from, by file and where that tells of it.
Origins = dict[tuple[str, str], Outline]
_Feature = dict[str, Any]
#: What was said of the outline before, and is not true of one that follows it.
_OF_BEFORE = (SINCE, *FOLLOWING)


def merge_shapes(
    folder: Path, layer: str, outlines: list[Outline], exact: Exactness, said: Reported
) -> Origins:
    """Write shapes into a layer; return which feature of the file each is, by its place.

    A shape with a time follows the latest one of its feature, which then ends the day before; one
    without, or of the very same time, takes its place; new features come last. What was said of the
    old shape's exactness and basis is not true of the new one: the file or the planner must state it.
    """
    file = folder / f"{layer}.geojson"
    content = read_json(file) if file.exists() else _begun(folder, layer)
    known = {one.feature: one for one in outlines if one.has_shape and not one.is_new}
    old = _ended(content.pop("features"), outlines, exact, said)
    features = [one for pair in _latest_marked(old, known) for one in _merged(*pair, exact, said)]
    features += [(new_feature(one, layer, exact, said), one) for one in outlines
                 if one.has_shape and one.is_new]  # fmt: skip
    text = layer_text([feature for feature, _ in features], content)
    write_whole(file, text.encode("utf-8"))
    return dict(_origins(file.name, features))


def _origins(
    file: str, features: list[tuple[_Feature, Outline | None]]
) -> Iterator[tuple[tuple[str, str], Outline]]:
    for number, (feature, outline) in enumerate(features, 1):
        if outline is not None:
            own, since = shown(outline.feature), feature["properties"].get(SINCE)
            yield (file, f"feature {number} ({own})"), outline
            yield (file, f"{own} from {since}" if since else own), outline


def _begun(folder: Path, layer: str) -> dict[str, Any]:
    """An empty layer, which the package names from now on."""
    about = read_json(folder / "datapackage.json")
    listed = [one for one in about["resources"] if one["name"] != layer]
    about["resources"] = [*listed, layer_resource(layer)]
    write_whole(folder / "datapackage.json", json_text(about).encode("utf-8"))
    return {"type": "FeatureCollection", "features": []}


def _latest(features: list[_Feature]) -> dict[str, int]:
    """The place of the latest outline of each feature."""
    latest: dict[str, tuple[Validity, int]] = {}
    for place, feature in enumerate(features):
        own = (validity_of(feature["properties"]), place)
        name = feature["properties"]["id"]
        latest[name] = max(latest.get(name, own), own)
    return {name: place for name, (_, place) in latest.items()}


def _latest_marked(
    features: list[_Feature], new: Mapping[str, Outline]
) -> list[tuple[_Feature, Outline | None]]:
    """Each feature, with the new shape where it is the latest outline of what that is for."""
    latest = _latest(features)
    return [(feature, new.get(name) if latest[name] == place else None)
            for place, feature in enumerate(features)
            for name in [feature["properties"]["id"]]]  # fmt: skip


def _ended(
    features: list[_Feature], outlines: list[Outline], exact: Exactness, said: Reported
) -> list[_Feature]:
    """The features, of which those end that another one is made of from now on.

    One that has a new outline itself, or ended before, is left as it is.
    """
    ends = {name: (one, day_before(since)) for one in reversed(outlines) for name in one.predecessors
            if (since := since_of(one, exact))}  # fmt: skip
    stays = {one.feature for one in outlines if since_of(one, exact)}
    for name, place in _latest(features).items():
        outline, before = ends.get(name, (None, None))
        if outline is None or before is None or name in stays:
            continue
        properties = features[place]["properties"]
        if validity_of(properties).last > validity_of({"valid_to": before}).last:
            features[place] = _until(features[place], before)
            said.told.append(f"{outline.file}, {outline.feature}: {name} ends with {before}")
    return features


def _until(feature: _Feature, before: str) -> _Feature:
    return {**feature, "properties": feature["properties"] | {"valid_to": before}}


def _merged(
    feature: _Feature, outline: Outline | None, exact: Exactness, said: Reported
) -> list[tuple[_Feature, Outline | None]]:
    """A feature as it was, with its new shape, or followed by that."""
    if outline is None:
        return [(feature, None)]
    properties = feature["properties"]
    own = fresh(outline, exact, said)
    since = own.get(SINCE, "")
    shape = {**feature, "geometry": geometry_of(outline.shape)}
    if not since or since == said_time(properties.get(SINCE)):
        return [({**shape, "properties": properties | own}, outline)]
    before = day_before(since)
    if before is None:
        said.faults.append(outline.fault(SINCE, shown(since), ALLOWED_TIME))
        return [(feature, None)]
    kept = {name: value for name, value in properties.items() if name not in _OF_BEFORE}
    return [(_until(feature, before), None), ({**shape, "properties": kept | own}, outline)]
