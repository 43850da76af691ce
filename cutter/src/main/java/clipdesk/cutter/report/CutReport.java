package clipdesk.cutter.report;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.StoredClip;
import clipdesk.cutter.refusals.FallbackReason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked and what was delivered; all of {@code report.json} but what only the store knows.
 *
 * @param asked the range as asked
 * @param in first frame of the clip
 * @param out first frame after the clip
 * @param frames how the frames came into the clip
 * @param method how it was cut
 * @param reason why no better method was taken; empty for the first choice
 * @param copyable of an encoded clip, the frames in it that this build could have copied by
 *     themselves; empty if there are none, or nobody knows
 * @param output what was written
 * @param audio one entry per sound track kept
 * @param droppedTracks tracks that could not be cut, with the reason
 * @param source identity and size of the master
 * @param io bytes and requests
 * @param timings how long each phase took
 */
public record CutReport(
    FrameRange asked,
    Position in,
    Position out,
    Frames frames,
    CutMethod method,
    Optional<FallbackReason> reason,
    Optional<FrameRange> copyable,
    Output output,
    List<Audio> audio,
    List<String> droppedTracks,
    Source source,
    Io io,
    Map<CutPhase, Duration> timings) {

  /** The version of the engine, part of every report. */
  public static final String CUTTER_VERSION = "1.0.0";

  /**
   * A point on the master's timeline.
   *
   * @param ms exact time rounded to a thousandth of a millisecond
   * @param frame number in presentation order
   * @param timecode empty if the master has no timecode track
   */
  public record Position(double ms, long frame, Optional<String> timecode) {}

  /**
   * @param copied frames whose coded picture is the master's, bit for bit
   * @param copiedDecoded how many of those were decoded to see whether they can be; the others are
   *     as good as the master's are
   */
  public record Frames(
      long total, long copied, long copiedDecoded, long headReencoded, long tailReencoded) {}

  /** How the bytes went out. */
  public enum OutputKind {
    /** The middle was copied inside the store. */
    S3_COPY("s3-copy"),
    /** All bytes passed through the cutter in several parts. */
    STREAMING("streaming"),
    /** One part. */
    SINGLE("single");

    private final String label;

    OutputKind(String label) {
      this.label = label;
    }

    /** The name in reports. */
    public String label() {
      return label;
    }
  }

  /** What was written, as the store confirmed it. */
  public record Output(OutputKind kind, StoredClip stored) {}

  /**
   * @param track {@code a1} and so on
   * @param prerollPackets packets before the first audible one, hidden by the edit list
   * @param offsetSamples first audible sample minus the sample at the in-point
   */
  public record Audio(
      String track,
      String codec,
      String language,
      int sampleRate,
      int prerollPackets,
      long offsetSamples) {}

  /**
   * @param identity what all reads were conditional on
   */
  public record Source(String identity, long sizeBytes) {}

  /**
   * @param rangeReads requests to the master
   * @param bytesRead bytes of the master that passed through the cutter
   * @param bytesSent bytes of the clip that passed through the cutter
   * @param bytesCopied bytes copied inside the store
   * @param unreferencedBytes bytes of the clip that no track uses
   */
  public record Io(
      long rangeReads, long bytesRead, long bytesSent, long bytesCopied, long unreferencedBytes) {}

  public CutReport {
    audio = List.copyOf(audio);
    droppedTracks = List.copyOf(droppedTracks);
    timings = timings.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(timings));
  }
}
