package clipdesk.cutter.mxf;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The elements of one edit unit, by the numbers of their tracks (SMPTE ST 379-2). */
record ContentPackage(long at, Map<Integer, Klv> elements) {
  private static final int MAX_ELEMENTS = 256;

  /**
   * @param from where it starts
   * @param to where the next one starts, or further
   * @throws MalformedMasterException if no essence is there
   * @throws UnsupportedMasterException if it is encrypted
   */
  static ContentPackage read(Klv.Reading file, long from, long to) throws IOException {
    Map<Integer, Klv> elements = new HashMap<>();
    for (long at = from; to - at > Key.BYTES && elements.size() < MAX_ELEMENTS; ) {
      var klv = Klv.at(file, at, to);
      if (klv.key().isEncryptedEssence()) {
        throw new UnsupportedMasterException(
            FallbackReason.ENCRYPTED, "encrypted essence at byte " + at);
      }
      boolean known = klv.key().isEssence() && !elements.containsKey(klv.key().trackNumber());
      if (known) {
        elements.put(klv.key().trackNumber(), klv);
      } else if (!klv.key().isFill()) {
        break;
      }
      at = klv.end();
    }
    if (elements.isEmpty()) {
      throw new MalformedMasterException("edit unit", from, "does not start with essence");
    }
    return new ContentPackage(from, elements);
  }

  Optional<Klv> element(int number) {
    return Optional.ofNullable(elements.get(number));
  }

  /**
   * @throws MalformedMasterException if it is not there, or too long to be real
   */
  Klv require(int number) {
    var klv = elements.get(number);
    if (klv == null || klv.length() > MasterLayout.MAX_ELEMENT_BYTES) {
      throw new MalformedMasterException(
          "edit unit", at, "has no element of track %08x".formatted(number));
    }
    return klv;
  }
}
