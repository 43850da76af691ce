package clipdesk.common.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S3 takes checksums of parts only for an upload that named their algorithm when it was created,
 * and unless they make one checksum of the whole object, wants them told again when it is
 * completed; otherwise it answers {@code InvalidPart} (aws/aws-sdk-java-v2#6518), which no emulator
 * does.
 */
final class PartChecksums {
  private static final Pattern CHECKSUM =
      Pattern.compile("x-amz-checksum-(crc32c?|crc64nvme|sha1|sha256)");

  private PartChecksums() {}

  /** What breaks the rule, one line each. */
  static List<String> brokenBy(List<WireRequest> requests) {
    var broken = new ArrayList<String>();
    Optional<WireRequest> created = Optional.empty();
    for (var request : requests) {
      switch (request.operation()) {
        case "CreateMultipartUpload" -> created = Optional.of(request);
        case "UploadPart" -> part(request, created).ifPresent(broken::add);
        case "CompleteMultipartUpload" -> completed(request, created).ifPresent(broken::add);
        default -> {
          // No part of a multipart upload.
        }
      }
    }
    return broken;
  }

  private static Optional<String> named(Optional<WireRequest> created) {
    return created.flatMap(it -> it.header("x-amz-checksum-algorithm"));
  }

  private static Optional<String> part(WireRequest part, Optional<WireRequest> created) {
    var named = named(created).map(it -> it.toUpperCase(Locale.ROOT));
    var sent = ofPart(part);
    boolean mayHaveNone = ofWholeObject(created);
    return sent.equals(named) || (sent.isEmpty() && mayHaveNone)
        ? Optional.empty()
        : Optional.of(
            "%s: a part with %s of an upload with %s"
                .formatted(part.call(), sent.orElse("no checksum"), named.orElse("none")));
  }

  private static boolean ofWholeObject(Optional<WireRequest> created) {
    return created
        .flatMap(it -> it.header("x-amz-checksum-type"))
        .filter("FULL_OBJECT"::equals)
        .isPresent();
  }

  /** As a header, as the trailer that a header announces, or as the algorithm alone. */
  private static Optional<String> ofPart(WireRequest part) {
    var names = new ArrayList<>(part.headers().keySet());
    part.header("x-amz-trailer").ifPresent(names::add);
    return names.stream()
        .map(CHECKSUM::matcher)
        .filter(Matcher::matches)
        .map(it -> it.group(1).toUpperCase(Locale.ROOT))
        .findFirst()
        .or(() -> part.header("x-amz-sdk-checksum-algorithm"));
  }

  private static Optional<String> completed(WireRequest all, Optional<WireRequest> created) {
    boolean wanted = named(created).isPresent() && !ofWholeObject(created);
    int parts = count(all.text(), "<Part>");
    int told = count(all.text(), "<Checksum");
    return !wanted || told == parts
        ? Optional.empty()
        : Optional.of("%s: %d of %d parts say their checksum".formatted(all.call(), told, parts));
  }

  private static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }
}
