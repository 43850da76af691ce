package clipdesk.cutter.mpeg2;

import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.List;
import java.util.Optional;

/**
 * What stands in front of the slices of a coded frame (H.262, 6.2.2 and 6.2.3).
 *
 * @param sequence the header in front of it, if there is one
 * @param startsGroup whether a group of pictures starts here
 * @param order {@code temporal_reference}: its place in the group as shown, modulo {@link #ORDERS}
 * @param isFrame whether both fields are coded as one
 * @param isRepeated whether it is shown for longer than one frame
 * @param userData units behind the picture's header, such as captions
 * @param headerAt where the picture or its group starts, behind the sequence header
 * @param extensionAt where the contents of the picture coding extension are
 * @param slicesAt where the first slice starts
 */
public record CodedPicture(
    Optional<Sequence> sequence,
    boolean startsGroup,
    int order,
    boolean isIntra,
    boolean isFrame,
    boolean isRepeated,
    List<byte[]> userData,
    int headerAt,
    int extensionAt,
    int slicesAt) {
  public static final int ORDERS = 1024;

  private static final int CODING_EXTENSION = 8;
  private static final int INTRA = 1;
  private static final int FRAME = 3;

  /**
   * @param sample a coded frame, or the first bytes of one
   * @throws MalformedMasterException if there is no picture, or its slices are further on
   * @throws UnsupportedMasterException if it is one of MPEG-1, or of a stream in layers
   */
  public static CodedPicture of(byte[] sample) {
    var units = Unit.beforeSlices(sample);
    int picture = first(units, Unit.PICTURE);
    if (picture == units.size()) {
      throw Unit.malformed("no picture header");
    }
    int header = Math.min(picture, first(units, Unit.GROUP));
    boolean hasSequence = units.getFirst().code() == Unit.SEQUENCE;
    var sequence =
        hasSequence
            ? Optional.of(Sequence.of(units.subList(0, header)))
            : Optional.<Sequence>empty();
    var bits = units.get(picture).bits();
    int order = bits.bits(10);
    int type = bits.bits(3);
    var behind = units.subList(picture + 1, units.size());
    var extension =
        behind.stream()
            .filter(unit -> unit.isExtension(CODING_EXTENSION))
            .findFirst()
            .orElseThrow(() -> Sequence.unsupported("a picture of MPEG-1"));
    var coding = extension.bits();
    coding.bits(22);
    int structure = coding.bits(2);
    coding.bits(6);
    return new CodedPicture(
        sequence,
        header < picture,
        order,
        type == INTRA,
        structure == FRAME,
        coding.flag(),
        behind.stream().filter(unit -> unit.code() == Unit.USER_DATA).map(Unit::bytes).toList(),
        units.get(header).at(),
        extension.contentAt(),
        units.getLast().end());
  }

  private static int first(List<Unit> units, int code) {
    int at = 0;
    while (at < units.size() && units.get(at).code() != code) {
      at++;
    }
    return at;
  }

  /** Whether decoding can start here, and nothing behind it needs what is before. */
  public boolean isEntry() {
    return isIntra && sequence.isPresent();
  }
}
