package clipdesk.media.clips;

import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import clipdesk.cutter.frames.FrameRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The ranges of a request, as written; what they mean depends on the video.
 *
 * @param handlesMs widens every range on both sides
 */
record AskedRanges(List<Asked> ranges, long handlesMs) {
  static final int MAX_RANGES = 20;
  private static final int MAX_LABEL = 60;
  private static final long MAX_HANDLES_MS = 10_000;

  /** One range; it is exact once the body has been found free of errors. */
  record Asked(Where where, Optional<String> label) {}

  /** Two positions, or words. */
  sealed interface Where {
    record Positions(Position in, Position out) implements Where {}

    record Words(AskedQuote quote) implements Where {}
  }

  /** A frame or a millisecond. */
  record Position(OptionalLong frame, OptionalLong ms) {
    long inPoint(Timeline timeline) {
      return frame.orElseGet(() -> timeline.inPoint(ms.orElseThrow()));
    }

    long outPoint(Timeline timeline) {
      return frame.orElseGet(() -> timeline.outPoint(ms.orElseThrow()));
    }
  }

  /** Frames as they were asked for, or found. */
  private record Frames(long in, long out, OwnWords words) {}

  /** Broken rules are left in the body. */
  static AskedRanges read(RequestBody body) {
    var ranges =
        body.objects("ranges", MAX_RANGES).stream()
            .map(
                range ->
                    new Asked(
                        where(range),
                        range
                            .optionalText("label", 0, MAX_LABEL)
                            .filter(label -> !label.isEmpty())))
            .toList();
    return new AskedRanges(ranges, body.number("handlesMs", 0, MAX_HANDLES_MS).orElse(0));
  }

  private static Where where(RequestBody range) {
    if (!range.has("quote")) {
      return new Where.Positions(position(range, "in"), position(range, "out"));
    }
    if (range.has("in") || range.has("out")) {
      range.optionalObject("in");
      range.optionalObject("out");
      range.refuse("quote", "exactly-one-of", "Give either a quote or two positions");
    }
    return new Where.Words(AskedQuote.read(range));
  }

  private static Position position(RequestBody range, String name) {
    var position = range.object(name);
    var frame = position.number("frame", Long.MIN_VALUE, Long.MAX_VALUE);
    var ms = position.number("ms", Long.MIN_VALUE, Long.MAX_VALUE);
    if (!range.refused(name) && frame.isPresent() == ms.isPresent()) {
      range.refuse(name, "exactly-one-position", "Give either a frame or a millisecond");
    }
    return new Position(frame, ms);
  }

  /**
   * The frames they mean.
   *
   * @throws ProblemException {@code range-invalid} with every range that does not fit the video,
   *     {@code range-too-long} for more than {@code maxMs} with the handles; those of {@link
   *     Quotes#find}
   */
  List<WantedRange> within(Video video, Supplier<Quotes> quotes, long maxMs) {
    var timeline = Timeline.of(video);
    var errors = new ArrayList<FieldError>();
    var fitting = new ArrayList<WantedRange>();
    var wanted = frames(video, timeline, quotes);
    for (int i = 0; i < wanted.size(); i++) {
      var asked = wanted.get(i);
      var error = error(asked.in(), asked.out(), timeline.frames(), "/ranges/" + i);
      error.ifPresent(errors::add);
      if (error.isEmpty()) {
        var range = timeline.widened(new FrameRange(asked.in(), asked.out()), handlesMs);
        fitting.add(new WantedRange(range, asked.words()));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(ProblemType.RANGE_INVALID, "A range does not fit the video")
          .with("errors", errors)
          .with("durationMs", video.durationMs())
          .with("frames", video.frames());
    }
    if (fitting.stream().anyMatch(it -> timeline.durationMs(it.range()) > maxMs)) {
      throw new ProblemException(
              ProblemType.RANGE_TOO_LONG, "A clip may have at most %d ms".formatted(maxMs))
          .with("maxMs", maxMs);
    }
    return fitting;
  }

  private List<Frames> frames(Video video, Timeline timeline, Supplier<Quotes> quotes) {
    var quoted =
        ranges.stream()
            .flatMap(it -> it.where() instanceof Where.Words words ? Stream.of(words) : Stream.of())
            .map(Where.Words::quote)
            .toList();
    // Whoever quotes nothing does not load what reads texts.
    var found =
        (quoted.isEmpty() ? List.<Quotes.Found>of() : quotes.get().find(video, quoted)).iterator();
    return ranges.stream()
        .map(
            asked ->
                switch (asked.where()) {
                  case Where.Positions it ->
                      new Frames(
                          it.in().inPoint(timeline),
                          it.out().outPoint(timeline),
                          new OwnWords(asked.label(), Optional.empty()));
                  case Where.Words _ -> {
                    var it = found.next();
                    var words = new OwnWords(asked.label(), Optional.of(it.quote()));
                    yield new Frames(it.in(), it.out(), words);
                  }
                })
        .toList();
  }

  private static Optional<FieldError> error(long in, long out, long frames, String range) {
    if (in < 0 || out < 0) {
      return error(range + (in < 0 ? "/in" : "/out"), "before-start", "The video starts at 0");
    }
    if (in >= frames || out > frames) {
      return error(
          range + (in >= frames ? "/in" : "/out"),
          "after-end",
          "The video ends at frame " + frames);
    }
    if (in >= out) {
      return error(
          range, in == out ? "empty" : "reversed", "The out-point must lie after the in-point");
    }
    return Optional.empty();
  }

  private static Optional<FieldError> error(String pointer, String code, String detail) {
    return Optional.of(new FieldError(pointer, code, detail));
  }
}
