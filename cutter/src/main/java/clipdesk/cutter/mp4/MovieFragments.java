package clipdesk.cutter.mp4;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The samples that stand in the fragments of a movie (ISO/IEC 14496-12, 8.8). Fragments are found
 * by walking from box to box; what {@code sidx} and {@code mfra} say is no more than a hint and is
 * not needed. A recording that broke off ends with its last whole sample.
 */
final class MovieFragments {
  private static final int MAX_FRAGMENTS = 500_000;

  private final CachedReader file;
  private final Map<Integer, TrackFragment.Defaults> defaults = new HashMap<>();
  private final Map<Integer, ListedSamples> rows = new HashMap<>();
  private long bytes;
  private boolean brokenOff;

  private MovieFragments(CachedReader file) {
    this.file = file;
  }

  /**
   * @param mvex of the movie, which tells the defaults of its tracks
   * @param tracks with the samples that stand in the {@code moov}
   * @param from where to look for the first fragment
   * @return the same tracks with all of their samples, shown to the end
   */
  static List<Track> read(CachedReader file, Box mvex, List<Track> tracks, long from)
      throws IOException {
    var fragments = new MovieFragments(file);
    for (var box : mvex.children()) {
      if (box.type().equals("trex")) {
        fragments.defaults.put((int) box.u32(4), TrackFragment.Defaults.of(box));
      }
    }
    for (var track : tracks) {
      if (track.isPcm() || (track.kind() == TrackKind.AUDIO && track.description().isPcm())) {
        throw new UnsupportedMasterException(
            FallbackReason.FRAGMENTED, "uncompressed sound in fragments");
      }
      if (track.edit().hasSeveral()) {
        throw new UnsupportedMasterException(
            FallbackReason.MULTI_EDIT, "several edits of a track in fragments");
      }
      fragments.rows.put(track.number(), ListedSamples.of(track.samples()));
    }
    fragments.walk(from);
    fragments.startAtZero(tracks);
    List<Track> complete = new ArrayList<>();
    for (var track : tracks) {
      complete.add(track.withSamples(fragments.rows.get(track.number())));
    }
    return List.copyOf(complete);
  }

  private void walk(long from) throws IOException {
    long at = from;
    int count = 0;
    Optional<Box> box = Box.whole(file, at);
    while (box.isPresent()) {
      if (box.get().type().equals("moof")) {
        if (brokenOff) {
          throw box.get().malformed("samples of the fragment before lie outside the file");
        }
        if (++count > MAX_FRAGMENTS) {
          throw box.get().malformed("more than %d fragments".formatted(MAX_FRAGMENTS));
        }
        read(box.get());
      }
      at = box.get().endOffset();
      box = Box.whole(file, at);
    }
    if (brokenOff && at == file.sizeBytes()) {
      throw new MalformedMasterException("moof", -1, "samples lie outside the file");
    }
  }

  private void read(Box moof) throws IOException {
    long end = moof.offset();
    for (var traf : moof.children()) {
      if (traf.type().equals("traf")) {
        var fragment = TrackFragment.read(traf, moof.offset(), end, this::defaults);
        var track = rows.get(fragment.number());
        var start = fragment.startTicks();
        if (start.isPresent()) {
          moveTo(traf, track, start.get());
        }
        end = fragment.samples(row -> add(track, row));
      }
    }
  }

  private TrackFragment.Defaults defaults(int number) {
    var known = Optional.ofNullable(defaults.get(number));
    if (!rows.containsKey(number)) {
      throw new MalformedMasterException("moof", -1, "of a track %d that is not".formatted(number));
    }
    return known.orElseThrow(
        () ->
            new UnsupportedMasterException(
                FallbackReason.FRAGMENTED, "track %d has no trex".formatted(number)));
  }

  /** A gap is filled by the sample before it; what overlaps is not ours to order. */
  private static void moveTo(Box traf, ListedSamples track, long start) {
    if (start < 0 || start < track.end()) {
      throw new UnsupportedMasterException(
          FallbackReason.FRAGMENTED,
          "%s at byte %d starts before the one before it ends"
              .formatted(traf.path(), traf.offset()));
    }
    track.endsAt(start);
  }

  private void add(ListedSamples track, ListedSamples.Row row) {
    if (row.offset() + row.size() > file.sizeBytes()) {
      brokenOff = true;
    } else if (!brokenOff) {
      bytes += row.size();
      if (bytes > file.sizeBytes()) {
        // Samples that lie one on the other would make a clip of any size out of a small file.
        throw new MalformedMasterException("moof", -1, "its samples are longer than the file");
      }
      track.add(row);
    }
  }

  /** A recording cut out of a stream counts from the start of that stream; a player does not. */
  private void startAtZero(List<Track> tracks) {
    Optional<Track> first = Optional.empty();
    for (var track : tracks) {
      boolean earlier =
          rows.get(track.number()).count() > 0
              && (first.isEmpty() || start(track).compareTo(start(first.get())) < 0);
      first = earlier ? Optional.of(track) : first;
    }
    if (first.isPresent() && startTicks(first.get()) > 0) {
      var by = first.get();
      long ticks = startTicks(by);
      for (var track : tracks) {
        rows.get(track.number())
            .startEarlier(
                BigInteger.valueOf(ticks)
                    .multiply(BigInteger.valueOf(track.timescale()))
                    .divide(BigInteger.valueOf(by.timescale()))
                    .longValueExact());
      }
    }
  }

  private long startTicks(Track track) {
    var samples = rows.get(track.number());
    return samples.end() - samples.durationTicks();
  }

  private BigDecimal start(Track track) {
    return BigDecimal.valueOf(startTicks(track))
        .divide(BigDecimal.valueOf(track.timescale()), MathContext.DECIMAL128);
  }
}
