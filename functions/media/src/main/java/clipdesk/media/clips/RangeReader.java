package clipdesk.media.clips;

import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.FrameRate;
import clipdesk.media.catalogue.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Turns asked positions into frames of a video. A position is a frame or a millisecond; frames are
 * the truth, and the conversion is done once, here.
 */
final class RangeReader {
  private static final long LAST_MILLISECOND = 1L << 40;

  private RangeReader() {}

  /** One asked range, before anything is known of the video. */
  record Asked(Position in, Position out, String label) {}

  /** A position in one of two units. */
  record Position(OptionalLong frame, OptionalLong ms) {}

  static List<Asked> read(RequestBody body, int max) {
    return body.objects("ranges", max).stream()
        .map(
            range ->
                new Asked(
                    position(range, "in"),
                    position(range, "out"),
                    range.optionalText("label", 0, 60).orElse("")))
        .toList();
  }

  private static Position position(RequestBody range, String name) {
    var position = range.object(name);
    var frame = position.number("frame", Long.MIN_VALUE, LAST_MILLISECOND);
    var ms = position.number("ms", Long.MIN_VALUE, LAST_MILLISECOND);
    boolean broken = range.refused(name);
    if (!broken && frame.isPresent() == ms.isPresent()) {
      range.refuse(name, "exactly-one-position", "Give either a frame or a millisecond");
    }
    return new Position(frame, ms);
  }

  /**
   * @param handlesMs widens every range on both sides, within the video
   * @throws ProblemException {@code range-invalid} with every range that does not fit, {@code
   *     range-too-long}
   */
  static List<FrameRange> frames(List<Asked> asked, Video video, long handlesMs, long maxMs) {
    var rate = new FrameRate(video.rateNum(), video.rateDen());
    var errors = new ArrayList<FieldError>();
    var ranges = new ArrayList<FrameRange>();
    for (int i = 0; i < asked.size(); i++) {
      long in = inFrame(asked.get(i).in(), rate);
      long out = outFrame(asked.get(i).out(), rate);
      var error = error(in, out, video.frames(), "/ranges/" + i);
      if (error.isPresent()) {
        errors.add(error.get());
      } else {
        ranges.add(widened(in, out, handlesMs, rate, video.frames()));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(ProblemType.RANGE_INVALID, "A range does not fit the video")
          .with("errors", errors)
          .with("durationMs", video.durationMs())
          .with("frames", video.frames());
    }
    ranges.forEach(range -> refuseTooLong(range, rate, maxMs));
    return ranges;
  }

  private static long inFrame(Position position, FrameRate rate) {
    return position.frame().orElseGet(() -> rate.frameShownAt(position.ms().getAsLong()));
  }

  private static long outFrame(Position position, FrameRate rate) {
    return position.frame().orElseGet(() -> rate.frameNotBefore(position.ms().getAsLong()));
  }

  private static java.util.Optional<FieldError> error(
      long in, long out, long frames, String pointer) {
    if (in < 0) {
      return java.util.Optional.of(
          new FieldError(pointer + "/in", "before-start", "The range starts before the video"));
    }
    if (out > frames || in >= frames) {
      return java.util.Optional.of(
          new FieldError(
              pointer + (out > frames ? "/out" : "/in"),
              "after-end",
              "Range ends at frame %d, but the video has %d frames".formatted(out, frames)));
    }
    if (out <= in) {
      return java.util.Optional.of(
          new FieldError(
              pointer,
              out == in ? "empty" : "reversed",
              "The range holds no frame; out must lie after in"));
    }
    return java.util.Optional.empty();
  }

  private static FrameRange widened(
      long in, long out, long handlesMs, FrameRate rate, long frames) {
    if (handlesMs == 0) {
      return new FrameRange(in, out);
    }
    return new FrameRange(
        Math.max(0, rate.frameShownAt(Math.max(0, rate.millisOf(in) - handlesMs))),
        Math.min(frames, rate.frameNotBefore(rate.millisOf(out) + handlesMs)));
  }

  private static void refuseTooLong(FrameRange range, FrameRate rate, long maxMs) {
    if (rate.millisOf(range.out()) - rate.millisOf(range.in()) > maxMs) {
      throw new ProblemException(
              ProblemType.RANGE_TOO_LONG, "A clip may have at most %d ms".formatted(maxMs))
          .with("maxMs", maxMs);
    }
  }
}
