package clipdesk.cutter.preview;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.codec.Shaper;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.reencode.FrameReader;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds a finished preview against its master, both read anew: how many frames and at which rate,
 * what the file is like, and what the first, the last and five frames between them show.
 */
public final class PreviewCheck {
  private static final int COMPARED_FRAMES = 7;

  /** Even noise that no encoder can follow is more alike than that. */
  private static final double LEAST_DECIBELS = 15;

  /** In a still scene neighbours are as alike as the encoder's own noise lets them be. */
  private static final double STILL_DECIBELS = 1;

  private final ByteSource master;
  private final MasterIndex index;

  public PreviewCheck(ByteSource master, MasterIndex index) {
    this.master = master;
    this.index = index;
  }

  /**
   * @throws VerificationFailedException if the preview is not the master's
   */
  public void check(ByteSource preview) throws IOException {
    try {
      var made = MasterIndexReader.read(preview);
      requireSameFrames(made);
      requirePlain(made);
      new NativeCalls()
          .lookAfter(
              () -> {
                comparePictures(preview, made);
                return made;
              });
    } catch (MalformedMasterException | UnsupportedMasterException e) {
      throw new VerificationFailedException("It cannot be read back: " + e.getMessage());
    }
  }

  private void requireSameFrames(MasterIndex made) {
    require(
        made.frames() == index.frames(),
        "it has %d frames, the master %d",
        made.frames(),
        index.frames());
    require(
        made.constantFrameRate().equals(index.constantFrameRate()),
        "it has another frame rate than the master");
  }

  private static void requirePlain(MasterIndex made) throws IOException {
    require(made.timeline().pts(0) == 0, "its first frame is not at 0");
    for (var track : made.movie().tracks()) {
      require(track.edit().isNone(), "track %d has an edit list", track.number());
    }
    require(made.tracks().size() <= 2, "it has %d tracks", made.tracks().size());
    requireShortGroups(made.video());
  }

  private static void requireShortGroups(Track video) throws IOException {
    var window = video.samples().window(0, video.samples().count());
    int sync = Integer.MIN_VALUE / 2;
    for (int i = 0; i < window.end(); i++) {
      sync = window.isSync(i) ? i : sync;
      require(i - sync < PreviewForm.FRAMES_PER_IDR, "frame %d needs too many others", i);
      require(window.pts(i) == window.dts(i), "frame %d is not shown in the order of the file", i);
    }
  }

  private void comparePictures(ByteSource preview, MasterIndex made) throws IOException {
    try (var masters = new FrameReader(master, index);
        var previews = new FrameReader(preview, made)) {
      for (long frame : compared(index.frames())) {
        long first = Math.max(0, frame - 1);
        var around = new FrameRange(first, Math.min(index.frames(), frame + 2));
        var size = new PreviewSize(width(made), height(made));
        var own = pictures(previews, new FrameRange(frame, frame + 1), size).getFirst();
        compare(frame, own, pictures(masters, around, size), (int) (frame - first));
      }
    }
  }

  /** The first frame, the last one, and others evenly between them. */
  static SortedSet<Long> compared(long frames) {
    var numbers = new TreeSet<Long>();
    for (int i = 0; i < COMPARED_FRAMES; i++) {
      numbers.add(i * (frames - 1) / (COMPARED_FRAMES - 1));
    }
    return numbers;
  }

  private static void compare(long frame, Luma own, List<Luma> masters, int same) {
    double alike = own.psnr(masters.get(same));
    require(alike >= LEAST_DECIBELS, "frame %d is unlike the master's: %.1f dB", frame, alike);
    for (int i = 0; i < masters.size(); i++) {
      double other = own.psnr(masters.get(i));
      require(
          !(other > alike + STILL_DECIBELS),
          "at frame %d it shows the master's frame %d",
          frame,
          frame + i - same);
    }
  }

  private static List<Luma> pictures(FrameReader reader, FrameRange range, PreviewSize size)
      throws IOException {
    List<Luma> pictures = new ArrayList<>();
    try (Shaper shaper = new PreviewShaper(size)) {
      FrameDecoder.Consumer shape =
          frame -> shaper.shape(frame, shaped -> pictures.add(Luma.of(shaped)));
      reader.read(range, shape);
    }
    return pictures;
  }

  private static int width(SampleIndex made) {
    return made.video().description().width();
  }

  private static int height(SampleIndex made) {
    return made.video().description().height();
  }

  private static void require(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new VerificationFailedException(message.formatted(values));
    }
  }
}
