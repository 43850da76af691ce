package clipdesk.cutter.transport;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programmes of a stream, as its tables name them (ISO/IEC 13818-1, 2.4.4). */
final class Programmes {
  private static final int PAT_PID = 0;
  private static final int PAT_HEADER_BYTES = 8;

  private final Sections associations = new Sections(this::associate);
  private final Map<Integer, Sections> maps = new LinkedHashMap<>();
  private final Map<Integer, Programme> known = new LinkedHashMap<>();
  private Optional<Programme> chosen = Optional.empty();

  /** To be called for every packet: tables are repeated, and may change. */
  void take(Packet packet) {
    if (packet.pid() == PAT_PID) {
      associations.take(packet);
    } else {
      var map = maps.get(packet.pid());
      if (map != null) {
        map.take(packet);
      }
    }
  }

  private void associate(byte[] section) {
    if (section[0] != 0 || section.length < PAT_HEADER_BYTES || (section[5] & 1) == 0) {
      return;
    }
    for (int at = PAT_HEADER_BYTES; at + 4 <= section.length; at += 4) {
      int number = (section[at] & 0xff) << 8 | (section[at + 1] & 0xff);
      int pid = (section[at + 2] & 0x1f) << 8 | (section[at + 3] & 0xff);
      if (number != 0) {
        maps.computeIfAbsent(pid, _ -> new Sections(this::map));
      }
    }
  }

  private void map(byte[] section) {
    Programme.of(section)
        .ifPresent(
            programme -> {
              known.put(programme.number(), programme);
              requireUnchanged();
            });
  }

  /** Streams that come and go in the middle of a file are more than a list of samples can say. */
  private void requireUnchanged() {
    if (chosen.isPresent() && !chosen.get().equals(known.get(chosen.get().number()))) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "the streams of a programme change");
    }
  }

  /** Whether each programme that was announced has said what it consists of. */
  boolean areComplete() {
    return !maps.isEmpty() && known.size() >= maps.size();
  }

  /**
   * The first programme with pictures, which from now on must stay as it is. Players and what
   * encodes every frame take the same one.
   *
   * @throws UnsupportedMasterException if none has
   */
  Programme choose() {
    if (known.isEmpty()) {
      throw new MalformedMasterException("packets", 0, "no table says what they carry");
    }
    chosen = known.values().stream().filter(Programme::mayHavePicture).findFirst();
    return chosen.orElseThrow(
        () -> new UnsupportedMasterException(FallbackReason.CONTAINER, "no stream of pictures"));
  }

  /** What of the programmes no clip has, in words. */
  List<String> dropped() {
    List<String> words = new ArrayList<>();
    for (var programme : known.values()) {
      if (!programme.equals(chosen.orElse(null))) {
        words.add("programme %d: one programme is cut".formatted(programme.number()));
      }
    }
    for (var stream : chosen.map(Programme::streams).orElse(List.of())) {
      if (stream.kind() == Programme.Kind.DATA) {
        words.add("track %d: %s".formatted(stream.pid(), stream.name()));
      }
    }
    return words;
  }
}
