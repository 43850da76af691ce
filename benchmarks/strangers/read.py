"""Has programs of others read what Clipdesk gives away, and compares frame by frame.

Beside each file lies, as JSON, what is meant. Prints a line for each reader; the last line is the
verdict.
"""

import csv
import html
import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import opentimelineio as otio
import pysubs2
import srt
import ttconv.srt.reader
import ttconv.vtt.reader
import webvtt

RECORD = "01:00:00:00"


def nominal(rate: Fraction) -> int:
    return -(-rate.numerator // rate.denominator)


def frame_of(timecode: str, rate: Fraction) -> int:
    """Number of a frame on the clock that writes it so (SMPTE ST 12-1), counted on its own."""
    counts, drops = nominal(rate), ";" in timecode
    hours, minutes, seconds, frames = (int(part) for part in re.split("[:;]", timecode))
    every = ((hours * 60 + minutes) * 60 + seconds) * counts + frames
    left_out = counts // 15 * (60 * hours + minutes - (60 * hours + minutes) // 10)
    return every - (left_out if drops else 0)


class Meant:
    """Frames that a list is of, on the clock of its master."""

    def __init__(self, path: Path) -> None:
        told = json.loads(path.read_text())
        self.rate = Fraction(told["num"], told["den"])
        self.start = frame_of(told["start"], self.rate)
        self.clips = [(self.start + first, self.start + last) for first, last in told["clips"]]


def timeline(path: Path, meant: Meant, **how) -> list[tuple[int, int]]:
    """Ranges of the first track of pictures, as OpenTimelineIO has them."""
    read = otio.adapters.read_from_file(str(path), **how)
    track = next(iter(read.find_children(descended_from_type=otio.schema.Track)))
    ranges = [clip.source_range for clip in track if isinstance(clip, otio.schema.Clip)]
    return [(exact(it.start_time, meant), exact(it.end_time_exclusive(), meant)) for it in ranges]


def exact(time: otio.opentime.RationalTime, meant: Meant) -> int:
    """A whole frame, or no match for any."""
    frames = time.value * float(meant.rate) / time.rate
    whole = round(frames)
    return whole if abs(frames - whole) < 1e-6 * max(1, abs(frames)) else -1


def table(path: Path, meant: Meant) -> list[tuple[int, int]]:
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        (frame_of(row["sourceIn"], meant.rate), frame_of(row["sourceOut"], meant.rate))
        for row in rows
    ]


def fractions(path: Path, meant: Meant) -> list[tuple[int, int]]:
    """FCPXML by the rule of its own document: all times are whole multiples of a frame's."""
    document = ElementTree.parse(path)
    frame = seconds(document.find("resources/format").get("frameDuration"))
    assert 1 / frame == meant.rate
    asset = document.find("resources/asset")
    last = seconds(asset.get("start")) + seconds(asset.get("duration"))
    found, at = [], Fraction(0)
    for clip in document.iter("asset-clip"):
        start, length = seconds(clip.get("start")), seconds(clip.get("duration"))
        assert seconds(clip.get("offset")) == at and start + length <= last
        at += length
        found.append((start / frame, (start + length) / frame))
    return found


def seconds(text: str) -> Fraction:
    return Fraction(text.removesuffix("s"))


def whole_ms(clock: str) -> int:
    hours, minutes, rest = clock.split(":")
    return round((Fraction(rest) + 60 * (int(minutes) + 60 * int(hours))) * 1000)


def milliseconds(*times) -> tuple[int, ...]:
    return tuple(round(time.total_seconds() * 1000) for time in times)


def of_webvtt(path: Path):
    for cue in webvtt.read(str(path)):
        yield (
            *(whole_ms(it) for it in (cue.start, cue.end)),
            html.unescape(cue.text),
        )


def of_pysubs(path: Path):
    for cue in pysubs2.load(str(path), encoding="utf-8"):
        yield cue.start, cue.end, html.unescape(cue.plaintext)


def of_srt(path: Path):
    for cue in srt.parse(path.read_text()):
        yield *milliseconds(cue.start, cue.end), cue.content


def of_ttconv(reader):
    """Its model has times only where regions are; text is what stands in its paragraphs."""

    def read(path: Path):
        with path.open(newline=None) as file:
            document = reader.to_model(file)
        for paragraph in document.get_body().dfs_iterator():
            if type(paragraph).__name__ == "P":
                yield (
                    round(paragraph.get_begin() * 1000),
                    round(paragraph.get_end() * 1000),
                    "".join(piece(it) for it in paragraph.dfs_iterator()),
                )

    return read


def piece(element) -> str:
    kind = type(element).__name__
    return element.get_text() if kind == "Text" else "\n" if kind == "Br" else ""


SUBTITLES = {
    "talk.vtt": {
        "webvtt-py": of_webvtt,
        "pysubs2": of_pysubs,
        "ttconv": of_ttconv(ttconv.vtt.reader),
    },
    "talk.srt": {
        "srt": of_srt,
        "pysubs2": of_pysubs,
        "ttconv": of_ttconv(ttconv.srt.reader),
    },
}


def plain(text: str, srt_speaker: bool) -> str:
    """Blanks alike; in SRT the speaker stands before the words."""
    line = " ".join(text.split())
    return re.sub(r"^[^:“]{1,40}: ", "", line) if srt_speaker else line


def main(folder: Path) -> int:
    missed = 0

    def line(what: str, reader: str, read, wanted) -> None:
        nonlocal missed
        try:
            found = list(read())
            wrong = sum(one != other for one, other in zip(found, wanted, strict=False))
            wrong += abs(len(found) - len(wanted))
            says = f"{len(wanted) - wrong} of {len(wanted)}"
        except Exception as refusal:  # whatever a program of others says no by
            wrong, says = len(wanted), f"refused: {type(refusal).__name__}: {refusal}"[:90]
        missed += wrong > 0
        print(f"{what:22} {reader:28} {says}")

    for path in sorted(folder.glob("*.csv")):
        meant = Meant(path.with_suffix(".json"))
        rate = otio.opentime.RationalTime.nearest_smpte_timecode_rate(float(meant.rate))
        edl, otiojson, fcpxml = (path.with_suffix(it) for it in (".edl", ".otio", ".fcpxml"))
        name = path.stem
        line(f"{name}.otio", "OpenTimelineIO", lambda: timeline(otiojson, meant), meant.clips)
        line(f"{name}.edl", "otio-cmx3600-adapter", lambda: timeline(edl, meant, rate=rate), meant.clips)
        line(f"{name}.fcpxml", "ElementTree, fractions", lambda: fractions(fcpxml, meant), meant.clips)
        # Version 1.0.0 counts in whole frames a second and cuts off: its clips count, its frames do not.
        line(
            f"{name}.fcpxml",
            "otio-fcpx-xml-adapter, clips",
            lambda: [True for _ in timeline(fcpxml, meant)],
            [True for _ in meant.clips],
        )
        line(f"{name}.csv", "csv", lambda: table(path, meant), meant.clips)
    for name, readers in SUBTITLES.items():
        is_srt = name.endswith(".srt")
        cues = json.loads((folder / f"{name}.json").read_text())
        wanted = [(it["in"], it["out"], plain(it["text"], False)) for it in cues]
        for reader, read in readers.items():
            line(
                name,
                reader,
                lambda read=read, name=name, is_srt=is_srt: [
                    (first, last, plain(text, is_srt)) for first, last, text in read(folder / name)
                ],
                wanted,
            )
    print("STRANGERS: " + ("every file is read as it is meant" if not missed else f"{missed} missed"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
