package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.foreign.PictureSamples;
import clipdesk.cutter.foreign.SoundSamples;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.OnwardSource;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a transport stream from packet to packet and lists the samples of its first programme with
 * pictures. There is no table in it, so all of its bytes are read once; nothing of them is kept but
 * the lists.
 */
public final class TransportReader {
  /** Tables come several times a second. */
  private static final long TABLES_WITHIN_BYTES = 16 << 20;

  private static final int MAX_STREAMS = 64;

  private final PacketWalk walk;
  private final long end;
  private final Programmes programmes = new Programmes();
  private final Map<Integer, ElementaryStream> streams = new LinkedHashMap<>();

  private TransportReader(PacketWalk walk) {
    this.walk = walk;
    this.end = walk.format().end(walk.file().sizeBytes());
  }

  /**
   * @param assembly makes of the file its samples one behind the other; offsets of {@code movie}
   *     count in that
   */
  public record Samples(Movie movie, Assembly assembly) {}

  public static boolean isTransportStream(CachedReader file) throws IOException {
    return PacketFormat.of(file).isPresent();
  }

  /**
   * @throws UnsupportedMasterException if the programme is of a kind that is not listed here
   * @throws MalformedMasterException if packets are missing, or contradict each other
   */
  public static Samples read(CachedReader file) throws IOException {
    var format = PacketFormat.of(file).orElseThrow();
    return new TransportReader(new PacketWalk(file.source(), format)).read();
  }

  private Samples read() throws IOException {
    walk.between(
        0,
        Math.min(end, walk.format().end(TABLES_WITHIN_BYTES)),
        (_, packet) -> {
          programmes.take(packet);
          return !programmes.areComplete();
        });
    choose(programmes.choose());
    var onward = new PacketWalk(new OnwardSource(walk.file()), walk.format());
    onward.between(
        0,
        end,
        (offset, packet) -> {
          programmes.take(packet);
          var stream = streams.get(packet.pid());
          if (stream != null) {
            stream.take(offset, packet);
          }
          return true;
        });
    streams.values().forEach(ElementaryStream::finishLast);
    return samples();
  }

  private void choose(Programme programme) {
    var format = walk.format();
    var clocks = new StreamClock.Origin();
    for (var entry : programme.streams()) {
      switch (entry.kind()) {
        case H264 -> streams.put(entry.pid(), new H264Stream(entry, format, clocks.clock()));
        case HEVC -> streams.put(entry.pid(), new HevcStream(entry, format, clocks.clock()));
        case MPEG2 -> streams.put(entry.pid(), new Mpeg2Stream(entry, format, clocks.clock()));
        case AAC -> streams.put(entry.pid(), new AdtsStream(entry, format, clocks.clock()));
        case AAC_IN_LATM -> streams.put(entry.pid(), new LatmStream(entry, format, clocks.clock()));
        case MPEG_AUDIO ->
            streams.put(entry.pid(), new MpegAudioStream(entry, format, clocks.clock()));
        case AC3 -> streams.put(entry.pid(), new Ac3Stream(entry, format, clocks.clock()));
        case EAC3 -> streams.put(entry.pid(), new Eac3Stream(entry, format, clocks.clock()));
        case OTHER -> throw unsupported("PID %d is of another codec".formatted(entry.pid()));
        case DATA -> {}
      }
    }
    long pictures = streams.values().stream().filter(PictureStream.class::isInstance).count();
    if (pictures != 1 || streams.size() > MAX_STREAMS) {
      throw unsupported("%d streams, %d of pictures".formatted(streams.size(), pictures));
    }
  }

  private Samples samples() {
    var heard = streams.values().stream().filter(it -> it.pieces.count() > 0).toList();
    long sizeBytes = ListedPieces.layOut(heard.stream().map(it -> it.pieces).toList());
    long zero = heard.stream().mapToLong(ElementaryStream::firstTime).min().orElse(0);
    var shown =
        heard.stream()
            .filter(PictureStream.class::isInstance)
            .map(PictureStream.class::cast)
            .findFirst()
            .orElseThrow(() -> unsupported("a stream without a picture"));
    List<Track> tracks = new ArrayList<>();
    for (var stream : heard) {
      tracks.add(
          switch (stream) {
            case PictureStream pictures -> track(pictures, frames(pictures), zero);
            case SoundStream sound -> track(sound, frames(sound, shown), zero);
          });
    }
    var places =
        heard.stream()
            .map(it -> new Assembly.Stream(it.entry().pid(), it.sampleForm(), it.pieces))
            .toList();
    return new Samples(
        NewMovie.foreign(tracks, dropped(shown)), new Assembly(walk.format(), sizeBytes, places));
  }

  private List<String> dropped(PictureStream shown) {
    var words = new ArrayList<>(programmes.dropped());
    shown.joined().inWords().ifPresent(words::add);
    return words;
  }

  private static Frames frames(PictureStream stream) {
    var frames = new Frames();
    for (int i = 0; i < stream.pieces.count(); i++) {
      if (i == stream.otherSetsFrom()) {
        frames.describeRestAnew();
      }
      frames.add(stream.pieces.start(i), stream.pieces.size(i), stream.time(i), stream.isKey(i));
    }
    return frames;
  }

  /** On the clock of the pictures, which all were listed by now. */
  private static Frames frames(SoundStream stream, PictureStream shown) {
    var frames = new Frames();
    var clock = shown.joined();
    int pid = stream.entry().pid();
    int last = stream.pieces.count() - 1;
    for (int i = 0; i <= last; i++) {
      long time = stream.time(i);
      int before = clock.recording(pid);
      if (time != Frames.UNKNOWN) {
        time += clock.shift(pid, time, time);
      }
      if (clock.recording(pid) > before) {
        frames.joinNext();
      }
      frames.add(stream.pieces.start(i), stream.pieces.size(i), time, true);
    }
    boolean goesOn = stream.pieces.packet(last) > shown.joinedAt();
    if (goesOn && clock.recording(pid) < clock.jumps()) {
      throw unsupported(
          "the clock of PID %d jumps elsewhere than that of its pictures".formatted(pid));
    }
    return frames;
  }

  private static Track track(PictureStream stream, Frames frames, long zero) {
    requireDistinctTimes(frames);
    var shape = stream.shape();
    var samples = new PictureSamples(frames, StreamClock.TICKS_PER_SECOND, zero, 0);
    var track =
        NewMovie.video(
            stream.entry().pid(),
            samples.timescale(),
            stream.entry().language(),
            new int[0],
            Math.toIntExact((long) shape.width() * shape.pixelWidth() / shape.pixelHeight()),
            shape.height());
    return samples.in(track, stream.description());
  }

  private static void requireDistinctTimes(Frames frames) {
    var times = new long[frames.count()];
    Arrays.setAll(times, frames::time);
    Arrays.sort(times);
    for (int i = 1; i < times.length; i++) {
      if (times[i] == times[i - 1]) {
        throw unsupported("two pictures at the same time");
      }
    }
  }

  private static Track track(SoundStream stream, Frames frames, long zero) {
    if (frames.time(0) == Frames.UNKNOWN) {
      throw unsupported("sound without a time");
    }
    var form = stream.form();
    var samples =
        new SoundSamples(
            frames, StreamClock.TICKS_PER_SECOND, zero, form.rate(), form.packetSamples());
    return NewMovie.sound(stream.entry().pid(), form.rate(), stream.entry().language())
        .holding(stream.description(), samples.list(), 0);
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
