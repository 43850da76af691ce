package clipdesk.cutter.matroska;

import clipdesk.cutter.foreign.Frames;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks a Matroska file from block to block. There is no table of all frames in it, so all of it is
 * read once, of which the headers are looked at; a recording that broke off ends with its last
 * whole block.
 */
public final class MatroskaReader {
  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int CLUSTER = 0x1F43B675;
  private static final int MAX_TRACKS = 128;
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final CachedReader file;
  private final List<TrackEntry> entries = new ArrayList<>();
  private final Map<Integer, Frames> frames = new TreeMap<>();
  private final List<String> dropped = new ArrayList<>();
  private long tickNanos = 1_000_000;
  private long clusterTicks;

  private MatroskaReader(CachedReader file) {
    this.file = file;
  }

  public static boolean isMatroska(CachedReader file) throws IOException {
    var first = Element.at(file, 0, file.sizeBytes());
    return first.isPresent() && first.get().id() == EBML;
  }

  /**
   * @throws UnsupportedMasterException if pictures or sound are of a kind that no sample entry is
   *     written for here
   * @throws MalformedMasterException if elements contradict each other or the file
   */
  public static Movie read(CachedReader file) throws IOException {
    var reader = new MatroskaReader(new CachedReader(new OnwardSource(file.source())));
    reader.walk();
    return reader.movie();
  }

  private void walk() throws IOException {
    var ebml = Element.at(file, 0, file.sizeBytes()).orElseThrow();
    var segment =
        Element.at(file, ebml.end(), file.sizeBytes())
            .filter(element -> element.id() == SEGMENT)
            .orElseThrow(() -> ebml.malformed("no segment follows"));
    long limit = Math.min(segment.end(), file.sizeBytes());
    long at = segment.at();
    var child = Element.at(file, at, limit);
    while (child.isPresent()) {
      var element = child.get();
      at = element.id() == CLUSTER ? cluster(element, limit) : element.end();
      if (element.id() != CLUSTER && element.end() <= limit) {
        take(element);
      }
      child = Element.at(file, at, limit);
    }
  }

  private void take(Element element) throws IOException {
    switch (element.id()) {
      case 0x1549A966 ->
          element.children(
              info -> {
                if (info.id() == 0x2AD7B1) {
                  tickNanos = info.number();
                }
              });
      case 0x1654AE6B -> element.children(this::track);
      case 0x1043A770 -> dropped.add("chapters: they are those of the whole master");
      case 0x1941A469 -> dropped.add("attachments");
      default -> {}
    }
  }

  private void track(Element entry) throws IOException {
    if (entry.id() == 0xAE) {
      var track = TrackEntry.read(entry);
      entries.add(track);
      frames.put(track.number, new Frames());
      if (entries.size() > MAX_TRACKS) {
        throw entry.malformed("more than %d tracks".formatted(MAX_TRACKS));
      }
    }
  }

  /** Reads a cluster; gives where the next element of the segment starts. */
  private long cluster(Element cluster, long limit) throws IOException {
    long end = Math.min(cluster.end(), limit);
    long at = cluster.at();
    var child = Element.at(file, at, end);
    while (child.isPresent()) {
      var element = child.get();
      if (cluster.unknownSize() && isOfSegment(element.id())) {
        return at;
      }
      if (element.end() > end) {
        return end;
      }
      switch (element.id()) {
        case 0xE7 -> clusterTicks = element.number();
        case 0xA3 -> BlockReader.read(element, this::frames, clusterTicks, true, false);
        case 0xA0 -> group(element);
        default -> {}
      }
      at = element.end();
      child = Element.at(file, at, end);
    }
    return cluster.unknownSize() ? at : end;
  }

  private void group(Element group) throws IOException {
    List<Element> blocks = new ArrayList<>();
    List<Element> references = new ArrayList<>();
    group.children(
        child -> {
          if (child.id() == 0xA1) {
            blocks.add(child);
          } else if (child.id() == 0xFB) {
            references.add(child);
          }
        });
    for (var block : blocks) {
      BlockReader.read(block, this::frames, clusterTicks, false, references.isEmpty());
    }
  }

  private Frames frames(int number) {
    return frames.computeIfAbsent(number, unknown -> new Frames());
  }

  private static boolean isOfSegment(int id) {
    return switch (id) {
      case CLUSTER,
          0x1C53BB6B,
          0x1549A966,
          0x1654AE6B,
          0x114D9B74,
          0x1254C367,
          0x1043A770,
          0x1941A469 ->
          true;
      default -> false;
    };
  }

  private Movie movie() {
    if (tickNanos <= 0 || NANOS_A_SECOND % tickNanos != 0) {
      throw new MalformedMasterException("TimestampScale", -1, "is " + tickNanos);
    }
    Map<TrackEntry, Frames> wanted = new LinkedHashMap<>();
    for (var entry : entries) {
      var of = frames.get(entry.number);
      boolean known = entry.type == TrackEntry.VIDEO || entry.type == TrackEntry.AUDIO;
      if (known && of.count() > 0) {
        wanted.put(entry, of);
      } else if (!known) {
        dropped.add("track %d: %s".formatted(entry.number, name(entry)));
      }
    }
    if (wanted.keySet().stream().noneMatch(entry -> entry.type == TrackEntry.VIDEO)) {
      throw new UnsupportedMasterException(FallbackReason.NO_PICTURE, "no track of pictures");
    }
    if (wanted.keySet().stream().anyMatch(entry -> entry.encrypted)) {
      throw new UnsupportedMasterException(FallbackReason.ENCRYPTED, "a track is encrypted");
    }
    long zero = wanted.values().stream().mapToLong(Frames::earliest).min().orElse(0);
    long ticksPerSecond = NANOS_A_SECOND / tickNanos;
    List<Track> tracks = new ArrayList<>();
    for (var each : wanted.entrySet()) {
      var entry = each.getKey();
      tracks.add(
          entry.type == TrackEntry.VIDEO
              ? new Pictures(entry, each.getValue(), ticksPerSecond, zero).track()
              : new Sounds(entry, each.getValue(), ticksPerSecond, zero).track());
    }
    return NewMovie.foreign(tracks, dropped);
  }

  private static String name(TrackEntry entry) {
    return switch (entry.codec) {
      case "S_TEXT/UTF8" -> "subtitles (subrip)";
      case "S_TEXT/ASS", "S_TEXT/SSA" -> "subtitles (ass)";
      case "S_TEXT/WEBVTT", "D_WEBVTT/SUBTITLES" -> "subtitles (webvtt)";
      case "S_HDMV/PGS" -> "subtitles (hdmv_pgs_subtitle)";
      case "S_VOBSUB" -> "subtitles (dvd_subtitle)";
      default -> entry.codec.startsWith("S_") ? "subtitles" : "data";
    };
  }
}
