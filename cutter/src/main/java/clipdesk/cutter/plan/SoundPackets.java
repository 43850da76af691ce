package clipdesk.cutter.plan;

import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.SoundObject;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.OtherTracks.SoundTrack;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Optional;

/**
 * Whole packets of compressed sound, with as many before the first audible one as a decoder needs;
 * the edit list hides what they say.
 */
final class SoundPackets {
  /** So many packets on either side tell how long one sounds. */
  private static final int NEIGHBOURS = 3;

  private final Track track;
  private final SampleTables tables;

  private SoundPackets(Track track) {
    this.track = track;
    this.tables = track.samples();
  }

  /**
   * @param from media time at which the clip starts
   * @param to media time at which it ends
   * @return empty if nothing is heard in between
   */
  static Optional<SoundTrack> cut(Track track, long from, long to) throws IOException {
    if (SoundObject.isListedBySample(track.description())) {
      throw new UnsupportedMasterException(
          FallbackReason.SOUND_CODEC,
          "the tables of track %d list no packets".formatted(track.number()));
    }
    return new SoundPackets(track).cut(from, to);
  }

  private Optional<SoundTrack> cut(long from, long to) throws IOException {
    int audible = firstAudible(from);
    int behind = tables.firstNotBefore(to);
    if (audible >= behind) {
      return Optional.empty();
    }
    int first = Math.max(0, audible - Preroll.packets(track, audible));
    var window = OtherTracks.requireOneDescription(tables.window(first, behind));
    if (window.dts(behind - 1) + window.duration(behind - 1) <= from) {
      return Optional.empty();
    }
    var samples = new SampleList();
    long hidden = 0;
    for (int i = first; i < behind; i++) {
      int duration = i < audible ? sounding(i) : window.duration(i);
      hidden += i < audible ? duration : 0;
      samples.addCopied(window.offset(i), window.size(i), duration, 0, true);
    }
    long gap = Math.max(0, window.dts(audible) - from);
    hidden += Math.max(0, from - window.dts(audible));
    long shown = Math.min(to - from - gap, samples.ticks() - hidden);
    return Optional.of(
        new SoundTrack(
            new ClipTrack(
                track,
                track.description().box(),
                samples,
                gap,
                hidden,
                shown,
                Preroll.rollDistance(track)),
            audible - first));
  }

  /** The packet that is heard at a moment or, in a gap, the next one. */
  private int firstAudible(long from) throws IOException {
    int next = tables.firstNotBefore(from);
    if (next == 0 || (next < tables.count() && dts(next) == from)) {
      return next;
    }
    return dts(next - 1) + sounding(next - 1) <= from ? next : next - 1;
  }

  private long dts(int packet) throws IOException {
    return tables.window(packet, packet + 1).dts(packet);
  }

  /**
   * How long a packet sounds. It may last longer, until the next one: recorders fill a gap so, and
   * a player that counts what it decodes would be early by it where the packet is hidden.
   */
  private int sounding(int packet) throws IOException {
    int first = Math.max(0, packet - NEIGHBOURS);
    int end = Math.min(tables.count(), packet + NEIGHBOURS + 1);
    SampleWindow window = tables.window(first, end);
    int usual = 0;
    for (int i = first; i < end; i++) {
      usual = i == packet ? usual : Math.max(usual, window.duration(i));
    }
    int lasts = window.duration(packet);
    return usual > 0 && lasts > usual ? usual : lasts;
  }
}
