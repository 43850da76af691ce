package clipdesk.cutter.testmedia;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.testmedia.DecodedFile.Frame;
import clipdesk.cutter.testmedia.DecodedFile.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares clips of one master with the master's own frames and samples, every one of them. */
public final class ClipCheck {
  private static final double GOOD_DECIBELS = 35;

  /** One tick of the coarsest timescale in use, 1/12 800 s. */
  private static final long TICK_MICROS = 79;

  /** A re-encoded file has its muxer's clock. */
  private static final long REENCODED_TICK_MICROS = 1000;

  /** Copied packets decode to the same samples. */
  private static final float SAME_SAMPLE = 2.5e-4f;

  /**
   * Decoders of AC-3 fill empty mantissas with noise that depends on where they began: FFmpeg
   * differs from itself by up to 0.0011 in the last packet of a stream. One sample beside the right
   * one differs by far more, so nothing can hide below this.
   */
  private static final float SAME_SAMPLE_OF_AC3 = 2e-3f;

  /**
   * FFmpeg takes packets of layer 2 at half rates for half as long as they are, because an MP4
   * calls them what it calls layer 3. Where sound begins in the second half of the last one, it
   * plays none.
   */
  private static final int HALF_PACKET_OF_LAYER_2 = 576;

  private static final int MAX_HALF_RATE = 24_000;

  private static final int PACKET_SAMPLES = 1536;

  /** Our masters sound simple, and no two pictures of them are alike. */
  private static final double ENCODED_SOUND_RATIO = 0.01;

  private static final double STRANGE_SOUND_RATIO = 0.3;
  private static final double CLEARLY_DECIBELS = 3;

  /** Where a clock of milliseconds has small gaps, each of them is filled or is not. */
  private static final int STRANGE_ROUNDINGS = 3;

  private final DecodedFile master;
  private final PictureTimes times;
  private final boolean isInMilliseconds;
  private final double soundRatio;
  private final int soundRoundings;
  private final double neighbourDecibels;

  public ClipCheck(DecodedFile master) {
    this(
        master,
        master.sounds().stream().anyMatch(sound -> sound.roundedSamples() > 1),
        ENCODED_SOUND_RATIO,
        1,
        0);
  }

  private ClipCheck(
      DecodedFile master,
      boolean isInMilliseconds,
      double soundRatio,
      int soundRoundings,
      double neighbourDecibels) {
    this.master = master;
    this.times = PictureTimes.of(master.frames());
    this.isInMilliseconds = isInMilliseconds;
    this.soundRatio = soundRatio;
    this.soundRoundings = soundRoundings;
    this.neighbourDecibels = neighbourDecibels;
  }

  /**
   * Of a recording as people make them: pictures stand still for a while, and sound is as rich as
   * its encoder leaves it. Encoded frames and sound are held against it less narrowly.
   *
   * @param isInMilliseconds whether its container's clock is no finer
   */
  public static ClipCheck ofRecording(DecodedFile recording, boolean isInMilliseconds) {
    return new ClipCheck(
        recording, isInMilliseconds, STRANGE_SOUND_RATIO, STRANGE_ROUNDINGS, CLEARLY_DECIBELS);
  }

  /** What is wrong with a clip; empty if it is right. */
  public List<String> faults(DecodedFile clip, CutReport report) {
    List<String> faults = new ArrayList<>();
    boolean copied = report.method() != CutMethod.REENCODE;
    if (!clip.complaints().isEmpty()) {
      faults.add("the decoder says: " + clip.complaints());
    }
    long wanted = report.asked().frames();
    if (clip.frames().size() != wanted) {
      faults.add("%d frames, %d asked for".formatted(clip.frames().size(), wanted));
      return faults;
    }
    boolean fine = copied && !isInMilliseconds;
    checkTimes(clip, report.asked(), fine ? TICK_MICROS : REENCODED_TICK_MICROS, faults);
    checkPictures(clip, report, faults);
    for (int i = 0; i < clip.sounds().size(); i++) {
      int track = Integer.parseInt(report.audio().get(i).track().substring(1)) - 1;
      var whole = master.sounds().get(track);
      var part = clip.sounds().get(i);
      checkLength(track, part, report.asked(), faults);
      if (copied) {
        boolean isAc3 = report.audio().get(i).codec().endsWith("ac3");
        float same = isAc3 ? SAME_SAMPLE_OF_AC3 : SAME_SAMPLE;
        checkSamples(track, part, aligned(whole, part, report.asked(), same), same, faults);
      } else {
        var range = report.asked();
        long wantedSamples = wantedSamples(whole, range);
        int slack = soundRoundings * whole.roundedSamples();
        new EncodedSoundCheck(whole, offset(whole, range), wantedSamples, slack, soundRatio)
            .fault(part)
            .ifPresent(fault -> faults.add("sound %d %s".formatted(track, fault)));
      }
    }
    checkMissingSounds(report, faults);
    return faults;
  }

  /** Where the clip's sound lies in the master's, whose clock may only say about where. */
  private long aligned(Sound whole, Sound clip, FrameRange range, float same) {
    long about = offset(whole, range);
    int rounded = whole.roundedSamples() > 1 ? whole.roundedSamples() : 0;
    for (int shift = 0; shift <= rounded; shift++) {
      for (long at : new long[] {about + shift, about - shift}) {
        if (isSame(whole, clip, at, same)) {
          return at;
        }
      }
    }
    return about;
  }

  private static boolean isSame(Sound whole, Sound clip, long offset, float same) {
    long from = Math.min(PACKET_SAMPLES, clip.end() / 2);
    for (long i = from; i < Math.min(from + PACKET_SAMPLES, clip.end()); i++) {
      if (Math.abs(clip.at(i, 0) - whole.at(offset + i, 0)) > same) {
        return false;
      }
    }
    return true;
  }

  private void checkTimes(DecodedFile clip, FrameRange range, long tick, List<String> faults) {
    long in = frame(range.in()).micros();
    for (int i = 0; i < clip.frames().size(); i++) {
      long expected = frame(range.in() + i).micros() - in;
      long actual = clip.frames().get(i).micros();
      if (Math.abs(actual - expected) > tick || (i == 0 && actual != 0)) {
        faults.add("frame %d is shown at %d us instead of %d".formatted(i, actual, expected));
        return;
      }
    }
  }

  private void checkPictures(DecodedFile clip, CutReport report, List<String> faults) {
    var range = report.asked();
    long copiedTo = range.frames() - report.frames().tailReencoded();
    for (int i = 0; i < range.frames(); i++) {
      var expected = frame(range.in() + i);
      double decibels = clip.frames().get(i).psnr(expected);
      boolean copied = i >= report.frames().headReencoded() && i < copiedTo;
      if (copied && !Arrays.equals(clip.frames().get(i).planes(), expected.planes())) {
        faults.add("copied frame %d differs: %.1f dB".formatted(i, decibels));
      } else if (decibels < GOOD_DECIBELS) {
        faults.add("frame %d has %.1f dB".formatted(i, decibels));
      } else if (!copied && isRatherANeighbour(clip.frames().get(i), range.in() + i, decibels)) {
        faults.add("frame %d is one beside it".formatted(i));
      }
    }
  }

  private boolean isRatherANeighbour(Frame frame, long number, double decibels) {
    double clearly = decibels + neighbourDecibels;
    return (number > 0 && frame.psnr(frame(number - 1)) > clearly)
        || (number + 1 < master.frames().size() && frame.psnr(frame(number + 1)) > clearly);
  }

  private long offset(Sound whole, FrameRange range) {
    return sample(whole, times.micros(range.in()));
  }

  private long wantedSamples(Sound whole, FrameRange range) {
    return Math.min(sample(whole, times.micros(range.out())), whole.end()) - offset(whole, range);
  }

  private static long sample(Sound whole, double micros) {
    return Math.round(micros * whole.sampleRate() / 1_000_000 - whole.lateSamples());
  }

  /** A track may only be missing where the master has nothing to hear. */
  private void checkMissingSounds(CutReport report, List<String> faults) {
    var present = report.audio().stream().map(CutReport.Audio::track).toList();
    for (int i = 0; i < master.sounds().size(); i++) {
      var whole = master.sounds().get(i);
      long wanted = wantedSamples(whole, report.asked());
      boolean heard =
          wanted > PACKET_SAMPLES && offset(whole, report.asked()) + wanted > whole.firstSample();
      if (heard && !present.contains("a" + (i + 1))) {
        faults.add("sound %d is missing".formatted(i));
      }
    }
  }

  private void checkLength(int track, Sound clip, FrameRange range, List<String> faults) {
    if (neighbourDecibels > 0 && range.out() == master.frames().size()) {
      // Of uneven pictures nobody knows how long the last one is shown.
      return;
    }
    long wanted = wantedSamples(master.sounds().get(track), range);
    if (clip.end() == 0 && clip.sampleRate() <= MAX_HALF_RATE && wanted < HALF_PACKET_OF_LAYER_2) {
      return;
    }
    if (clip.end() < wanted - 1 || clip.end() > Math.max(wanted, 0) + PACKET_SAMPLES) {
      faults.add("sound %d has %d samples, %d wanted".formatted(track, clip.end(), wanted));
    }
  }

  private void checkSamples(int track, Sound clip, long offset, float same, List<String> faults) {
    var whole = master.sounds().get(track);
    long end = Math.min(clip.end(), whole.end() - offset - 1);
    for (long i = 0; i < end; i++) {
      for (int channel = 0; channel < whole.channels(); channel++) {
        if (Math.abs(clip.at(i, channel) - whole.at(offset + i, channel)) > same) {
          faults.add(
              "sound %d: sample %d is %f instead of %f"
                  .formatted(track, i, clip.at(i, channel), whole.at(offset + i, channel)));
          return;
        }
      }
    }
  }

  private Frame frame(long number) {
    return master.frames().get((int) number);
  }
}
