package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.List;

/**
 * One track of a master.
 *
 * @param number {@code track_ID}
 * @param timescale ticks per second of its media
 * @param header {@code tkhd}, whole
 * @param languageCode packed ISO 639-2 code of {@code mdhd}
 * @param inTrack boxes of {@code trak} that are kept as they are, {@code tref} and {@code udta}
 *     among them
 * @param inMedia boxes of {@code mdia} that are kept: {@code hdlr}, {@code elng}
 * @param inInformation boxes of {@code minf} that are kept: the media header and {@code dinf}
 * @param pcmFrameBytes bytes of one audio frame if the samples are chunks of PCM, else 0
 * @param uniformBytes what {@code stsz} gives as the size of all samples, else 0
 */
public record Track(
    int number,
    TrackKind kind,
    long timescale,
    byte[] header,
    int languageCode,
    Edit edit,
    SampleDescription description,
    List<KeptBox> inTrack,
    List<KeptBox> inMedia,
    List<KeptBox> inInformation,
    int pcmFrameBytes,
    int uniformBytes,
    SampleTables samples) {

  /**
   * @throws MalformedMasterException if the header is too short or the timescale no rate
   */
  public Track {
    if (!HeaderBoxes.isCompleteTrackHeader(header)) {
      throw new MalformedMasterException("tkhd", -1, "is too short");
    }
    HeaderBoxes.requireTimescale("mdhd", timescale);
  }

  /** The same track for samples in another codec. */
  public Track withTimescale(long ticksPerSecond) {
    return new Track(
        number,
        kind,
        ticksPerSecond,
        header,
        languageCode,
        edit,
        description,
        inTrack,
        inMedia,
        inInformation,
        0,
        0,
        samples);
  }

  /** The same track with other samples, shown to their end. */
  Track withSamples(SampleTables other) {
    return new Track(
        number,
        kind,
        timescale,
        header,
        languageCode,
        new Edit(edit.emptyMovieTicks(), edit.mediaTime(), 0),
        description,
        inTrack,
        inMedia,
        inInformation,
        0,
        0,
        other);
  }

  /**
   * The same track with samples under one sample entry.
   *
   * @param stsd the whole box
   * @param mediaTime the first media time shown
   */
  public Track holding(byte[] stsd, SampleTables listed, long mediaTime) {
    return holding(stsd, listed, mediaTime, 0);
  }

  /**
   * The same track with uncompressed sound from its first moment on.
   *
   * @param stsd the whole box
   * @param frameBytes bytes of one audio frame
   */
  public Track holdingChunks(byte[] stsd, SampleTables listed, int frameBytes) {
    return holding(stsd, listed, 0, frameBytes);
  }

  private Track holding(byte[] stsd, SampleTables listed, long mediaTime, int frameBytes) {
    return new Track(
        number,
        kind,
        timescale,
        header,
        languageCode,
        new Edit(0, mediaTime, 0),
        SampleDescription.made(stsd),
        inTrack,
        inMedia,
        inInformation,
        frameBytes,
        frameBytes,
        listed);
  }

  /** The same track as if it had one edit only. */
  public Track withEdit(Edit only) {
    return new Track(
        number,
        kind,
        timescale,
        header,
        languageCode,
        only,
        description,
        inTrack,
        inMedia,
        inInformation,
        pcmFrameBytes,
        uniformBytes,
        samples);
  }

  public boolean isPcm() {
    return pcmFrameBytes > 0;
  }
}
