package clipdesk.cutter;

import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.io.SpanReader;
import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.KeptBox;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.OtherTracks;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the texts inside a master, shown as a clip of all of it would show them. Their samples lie
 * all over the file, so what may be read of one master has bounds. Not safe for threads.
 */
public final class MasterTexts {
  /** More than one each tenth of a second of five hours, gaps and all. */
  private static final int MAX_SAMPLES = 200_000;

  /** Some hours of text in one document. */
  private static final int MAX_SAMPLE_BYTES = 4 << 20;

  /** Documents of two seconds, which say their styles each, of a whole day. */
  private static final int MAX_BYTES = 64 << 20;

  /** Four hours of texts of which each lies by itself; with four at a time, half a minute in S3. */
  private static final int MAX_REQUESTS = 4_000;

  private static final int BOX_HEADER_BYTES = 8;

  private final SampleIndex index;
  private final ByteSource master;
  private long bytesLeft = MAX_BYTES;
  private int requestsLeft = MAX_REQUESTS;

  /**
   * @param index of the master; both must stay open
   */
  public MasterTexts(SampleIndex index, ByteSource master) {
    this.index = index;
    this.master = master;
  }

  /**
   * Tracks of {@code tx3g}, {@code wvtt} and {@code stpp} in the order of the file. Those that name
   * chapters are none of them.
   */
  public List<NamedTrack> tracks() {
    var chapters = chapters();
    return index.namedTracks().stream()
        .filter(it -> it.info().kind() == TrackInfo.Kind.TEXT)
        .filter(it -> emptyBytes(it.track()) >= 0)
        .filter(it -> !chapters.contains(it.track().number()))
        .toList();
  }

  /**
   * Reads a track from end to end.
   *
   * @param each is handed the samples in which something is said, in order of time
   * @throws MalformedMasterException if the track contradicts itself or the file
   * @throws UnsupportedMasterException {@code INDEX_TOO_LARGE} if it is larger than any real one,
   *     or what was read of this master is; then nothing of it was handed over
   */
  public void read(NamedTrack named, Consumer<TextSample> each) throws IOException {
    var track = named.track();
    if (track.samples().count() > MAX_SAMPLES) {
      throw tooLarge(named, "%d samples".formatted(track.samples().count()));
    }
    try {
      var timeline = index.timeline();
      var whole =
          OtherTracks.of(
              index.movie(),
              index.video(),
              timeline,
              timeline.pts(0),
              timeline.pts(timeline.frames()));
      var shown = whole.text(track);
      if (shown.isPresent()) {
        read(named, shown.get(), whole.span(track).from(), each);
      }
    } catch (ArithmeticException overflow) {
      throw MalformedMasterException.overflow(overflow);
    }
  }

  private void read(NamedTrack named, ClipTrack shown, long ownStart, Consumer<TextSample> each)
      throws IOException {
    var samples = shown.samples();
    int emptyBytes = emptyBytes(named.track());
    var pieces =
        new SpanReader.Pieces(
            samples::source,
            samples::size,
            sample -> samples.size(sample) > emptyBytes,
            0,
            samples.count());
    requireBounds(named, samples, pieces);
    long scale = named.track().timescale();
    var reader = new SpanReader(new RecentReads(index.samplesOf(master)), pieces);
    // What lies before is media that the edit list hides.
    long start = Math.subtractExact(named.track().edit().mediaTime(), ownStart);
    long at = shown.gapTicks();
    for (int i = 0; i < samples.count(); i++) {
      long in = Math.max(at, start);
      at = Math.addExact(at, samples.duration(i));
      if (in < at && pieces.needed().test(i)) {
        long ownIn = Math.addExact(in, ownStart);
        each.accept(new TextSample(ms(in, scale), ms(at, scale), ms(ownIn, scale), reader.read(i)));
      }
    }
  }

  private void requireBounds(NamedTrack named, SampleList samples, SpanReader.Pieces pieces) {
    long bytes = 0;
    for (int i = 0; i < samples.count(); i++) {
      if (samples.size(i) > MAX_SAMPLE_BYTES) {
        throw tooLarge(named, "a sample of %d bytes".formatted(samples.size(i)));
      }
      bytes += pieces.needed().test(i) ? samples.size(i) : 0;
    }
    int requests = pieces.requests();
    if (bytes > bytesLeft || requests > requestsLeft) {
      throw tooLarge(named, "%d bytes in %d places".formatted(bytes, requests));
    }
    bytesLeft -= bytes;
    requestsLeft -= requests;
  }

  private static UnsupportedMasterException tooLarge(NamedTrack named, String found) {
    return new UnsupportedMasterException(
        FallbackReason.INDEX_TOO_LARGE, named.info().id() + " has " + found);
  }

  /** Up to how many bytes a sample says nothing; -1 of a track that is not read here. */
  private static int emptyBytes(Track track) {
    return switch (track.description().format()) {
      case "tx3g" -> 2; // the length of a text, which is 0 (3GPP TS 26.245, 5.17)
      case "wvtt" -> BOX_HEADER_BYTES; // one vtte (ISO/IEC 14496-30, 7.4)
      case "stpp" -> 0;
      default -> -1;
    };
  }

  /** Numbers of tracks in which others have the names of their chapters. */
  private Set<Integer> chapters() {
    Set<Integer> numbers = new HashSet<>();
    index.movie().tracks().stream()
        .flatMap(track -> track.inTrack().stream())
        .filter(box -> box.type().equals("tref"))
        .forEach(tref -> addChapters(tref, numbers));
    return numbers;
  }

  private static void addChapters(KeptBox tref, Set<Integer> numbers) {
    byte[] bytes = tref.bytes();
    for (int at = BOX_HEADER_BYTES; bytes.length - at >= BOX_HEADER_BYTES; ) {
      int size = Bytes.i32(bytes, at);
      if (size < BOX_HEADER_BYTES || size > bytes.length - at) {
        return;
      }
      if (new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1).equals("chap")) {
        for (int id = at + BOX_HEADER_BYTES; id + 4 <= at + size; id += 4) {
          numbers.add(Bytes.i32(bytes, id));
        }
      }
      at += size;
    }
  }

  /** Rounded half up. */
  private static long ms(long ticks, long scale) {
    return Math.floorDiv(Math.addExact(Math.multiplyExact(2_000, ticks), scale), 2 * scale);
  }
}
