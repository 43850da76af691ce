package clipdesk.media.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of a {@code video.json} as text: UTF-8 (RFC 8259, 8.1), with or without its mark. */
final class DescriptionText {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private DescriptionText() {}

  /** What is wrong with the bytes is left in the problems, and nothing comes back. */
  static Optional<String> read(Uploads.Description description, Problems problems) {
    if (description.sizeBytes() > Uploads.MAX_DESCRIPTION_BYTES) {
      problems.add(
          "",
          "too-large",
          "Has %d bytes and may have %d"
              .formatted(description.sizeBytes(), Uploads.MAX_DESCRIPTION_BYTES));
      return Optional.empty();
    }
    try {
      var bytes = ByteBuffer.wrap(description.bytes());
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      // Only UTF-16 and UTF-32 have bytes of zero between their letters.
      if (text.indexOf('\0') < 0) {
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      }
    } catch (CharacterCodingException e) {
      // Refused below, like other encodings that only look like UTF-8.
    }
    problems.add("", "not-utf-8", "Save the file as UTF-8 and upload it again");
    return Optional.empty();
  }
}
