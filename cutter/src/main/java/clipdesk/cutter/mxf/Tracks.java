package clipdesk.cutter.mxf;

import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What of a file is played, and as what: the tracks of its material package, and those of the one
 * file package that they play from the beginning to the end.
 */
final class Tracks {
  private static final int MATERIAL_PACKAGE = 0x36;
  private static final int FILE_PACKAGE = 0x37;
  private static final int ESSENCE_CONTAINER = 0x23;
  private static final int SOURCE_CLIP = 0x11;
  private static final int TIMECODE = 0x14;

  private static final int PACKAGE_ID = 0x4401;
  private static final int PACKAGE_TRACKS = 0x4403;
  private static final int DESCRIPTOR = 0x4701;
  private static final int SUB_DESCRIPTORS = 0x3f01;
  private static final int LINKED_TRACK = 0x3006;
  private static final int CONTAINER_LABEL = 0x3004;
  private static final int TRACK_ID = 0x4801;
  private static final int TRACK_NUMBER = 0x4804;
  private static final int EDIT_RATE = 0x4b01;
  private static final int ORIGIN = 0x4b02;
  private static final int SEQUENCE = 0x4803;
  private static final int DATA_DEFINITION = 0x0201;
  private static final int DURATION = 0x0202;
  private static final int COMPONENTS = 0x1001;

  private static final long PICTURE = 0x01030202_01000000L;
  private static final long SOUND = 0x01030202_02000000L;
  private static final long TIMECODE_DEFINITION = 0x01030201_00000000L;
  private static final long ENCRYPTED_CONTAINER = 0x0d010301_020b0100L;

  private final MetadataSets sets;
  private final LocalSet container;
  private final LocalSet filePackage;
  private final List<Essence> essence = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private Optional<Timecode> timecode = Optional.empty();

  /**
   * A track of pictures or of sound.
   *
   * @param id in the material package
   * @param number that its elements have in their keys
   * @param duration in edit units, negative if it is not said
   */
  record Essence(
      int id, int number, boolean isPicture, LocalSet.Rate rate, long duration, LocalSet form) {
    double seconds() {
      return (double) duration * rate.den() / rate.num();
    }
  }

  private Tracks(MetadataSets sets) {
    this.sets = sets;
    this.container = sets.only(ESSENCE_CONTAINER, "essence container data");
    byte[] linked = container.bytes(0x2701);
    this.filePackage =
        sets.ofKind(FILE_PACKAGE).stream()
            .filter(it -> it.has(DESCRIPTOR) && Arrays.equals(it.bytes(PACKAGE_ID), linked))
            .findFirst()
            .orElseThrow(() -> MetadataSets.unsupported("a file package that is not here"));
  }

  /**
   * @throws UnsupportedMasterException if pieces are played, or something of another file is
   */
  static Tracks of(MetadataSets sets) {
    var tracks = new Tracks(sets);
    var material = sets.only(MATERIAL_PACKAGE, "a material package");
    for (var track : sets.allBehind(material, PACKAGE_TRACKS)) {
      tracks.take(track);
    }
    return tracks;
  }

  private void take(LocalSet track) {
    var sequence = sets.behind(track, SEQUENCE);
    var definition = sequence.flatMap(it -> it.key(DATA_DEFINITION)).orElse(new Key(0, 0));
    if (definition.isLabel(PICTURE) || definition.isLabel(SOUND)) {
      essence.add(played(track, sequence.orElseThrow(), definition.isLabel(PICTURE)));
    } else if (definition.isLabel(TIMECODE_DEFINITION, ~0xff000000L)) {
      var found = timecode(track, sequence.orElseThrow());
      timecode = timecode.or(() -> found);
      if (found.isEmpty()) {
        dropped.add("timecode of unknown form");
      }
    } else {
      dropped.add("track %d: data".formatted(track.integer(TRACK_ID)));
    }
  }

  private Essence played(LocalSet track, LocalSet sequence, boolean isPicture) {
    int id = track.integer(TRACK_ID);
    var clips = components(sequence);
    boolean one = clips.size() == 1 && clips.getFirst().kind() == SOURCE_CLIP;
    if (!one || track.number(ORIGIN) != 0) {
      throw MetadataSets.unsupported("track %d is played in pieces".formatted(id));
    }
    var clip = clips.getFirst();
    long start = clip.number(0x1201);
    boolean here = Arrays.equals(clip.bytes(0x1101), filePackage.bytes(PACKAGE_ID));
    var source =
        sets.allBehind(filePackage, PACKAGE_TRACKS).stream()
            .filter(it -> it.number(TRACK_ID) == clip.number(0x1102))
            .findFirst();
    if (start != 0 || !here || source.isEmpty() || source.get().number(ORIGIN) != 0) {
      throw MetadataSets.unsupported("track %d does not play this file whole".formatted(id));
    }
    long duration = clip.has(DURATION) ? clip.number(DURATION) : -1;
    return new Essence(
        id,
        source.get().integer(TRACK_NUMBER),
        isPicture,
        rate(track),
        duration,
        descriptor(source.get().number(TRACK_ID)));
  }

  private static LocalSet.Rate rate(LocalSet track) {
    var rate = track.rate(EDIT_RATE);
    if (!rate.isPositive()) {
      throw MetadataSets.unsupported("a track without an edit rate");
    }
    return rate;
  }

  private List<LocalSet> components(LocalSet sequence) {
    return sequence.has(COMPONENTS) ? sets.allBehind(sequence, COMPONENTS) : List.of(sequence);
  }

  private LocalSet descriptor(long trackId) {
    var whole =
        sets.behind(filePackage, DESCRIPTOR)
            .orElseThrow(() -> MetadataSets.unsupported("no descriptor"));
    var parts = sets.allBehind(whole, SUB_DESCRIPTORS);
    var found =
        parts.isEmpty()
            ? whole
            : parts.stream()
                .filter(it -> it.number(LINKED_TRACK) == trackId)
                .findFirst()
                .orElseThrow(() -> MetadataSets.unsupported("a track without a descriptor"));
    if (found.key(CONTAINER_LABEL).filter(it -> it.isLabel(ENCRYPTED_CONTAINER)).isPresent()) {
      throw new UnsupportedMasterException(FallbackReason.ENCRYPTED, "encrypted essence");
    }
    return found;
  }

  private Optional<Timecode> timecode(LocalSet track, LocalSet sequence) {
    var components = components(sequence);
    var rate = track.rate(EDIT_RATE);
    boolean one = components.size() == 1 && components.getFirst().kind() == TIMECODE;
    if (!one || track.number(ORIGIN) != 0 || !rate.isPositive()) {
      return Optional.empty();
    }
    var component = components.getFirst();
    long start = component.number(0x1501);
    int base = component.integer(0x1502);
    boolean drop = component.number(0x1503) != 0;
    boolean usual = base > 0 && base < 256 && start >= 0 && start < 86_400L * base;
    return usual && (!drop || base % 30 == 0)
        ? Optional.of(new Timecode(start, rate.num(), rate.den(), base, drop))
        : Optional.empty();
  }

  List<Essence> essence() {
    return essence;
  }

  /** The only track of pictures. */
  Essence picture() {
    var pictures = essence.stream().filter(Essence::isPicture).toList();
    if (pictures.size() != 1) {
      throw MetadataSets.unsupported("%d tracks of pictures".formatted(pictures.size()));
    }
    return pictures.getFirst();
  }

  long indexSid() {
    return container.number(0x3f06);
  }

  long bodySid() {
    return container.number(0x3f07);
  }

  /** Where the material package starts to count. */
  Optional<Timecode> timecode() {
    return timecode;
  }

  /** What of the file no clip has, in words. */
  List<String> dropped() {
    return dropped;
  }
}
