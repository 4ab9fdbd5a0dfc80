"""Answer what a page asks through a callback: makers reckon, words say why they did not."""

import json
from collections.abc import Callable
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from dashboard.asked import BusyError, RefusedError, language_words
from dashboard.making.makers import Makers
from dashboard.making.product import Job

#: A question as text, as in an address, to its answer as JSON.
Answer = Callable[[object], str]


def path_answer(makers: Makers) -> Answer:
    """Return what answers questions about drawn paths.

    An answer has under `asked` the question that it is for, and under `error` why there is none:
    `busy` tells that the same may be asked again.
    """

    def answer(question: object) -> str:
        text = question if isinstance(question, str) else ""
        query = MultiDict(parse_qsl(text, keep_blank_values=True))
        words = language_words(query)
        try:
            told = json.loads(makers.make(Job("path", "json", query, len(text))).body)
        except RefusedError as error:
            told = {"error": _said(error).said(words), "busy": error.status == BusyError.status}
        return json.dumps({"asked": text, **told})

    return answer


def _said(error: RefusedError) -> RefusedError:
    """The words for a path, where those of a file say something else."""
    return BusyError("error.path.busy") if error.status == BusyError.status else error
