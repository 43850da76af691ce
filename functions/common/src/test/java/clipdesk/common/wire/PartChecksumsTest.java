package clipdesk.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PartChecksumsTest {
  private static final String NO_CHECKSUM = "<Part><PartNumber>1</PartNumber></Part>";
  private static final String WITH_CHECKSUM =
      "<Part><ChecksumCRC32>AAAAAA==</ChecksumCRC32><PartNumber>1</PartNumber></Part>";

  @Test
  void partsWithoutAnyChecksumKeepTheRule() {
    assertThat(broken(Map.of(), Map.of(), NO_CHECKSUM)).isEmpty();
  }

  @Test
  void trailerOfAnUploadThatNamedNoAlgorithmBreaksIt() {
    assertThat(broken(Map.of(), Map.of("x-amz-trailer", "x-amz-checksum-crc32"), NO_CHECKSUM))
        .singleElement()
        .asString()
        .contains("CRC32", "none");
  }

  @Test
  void headerOfAnotherAlgorithmBreaksIt() {
    assertThat(
            broken(
                Map.of(
                    "x-amz-checksum-algorithm", "CRC64NVME", "x-amz-checksum-type", "FULL_OBJECT"),
                Map.of("x-amz-checksum-crc32", "AAAAAA=="),
                NO_CHECKSUM))
        .hasSize(1);
  }

  @Test
  void checksumsOfPartsAreToldAgainUnlessTheyMakeOneOfTheWhole() {
    var crc32 = Map.of("x-amz-checksum-algorithm", "CRC32");
    var part = Map.of("x-amz-trailer", "x-amz-checksum-crc32");

    assertThat(broken(crc32, part, NO_CHECKSUM)).hasSize(1);
    assertThat(broken(crc32, part, WITH_CHECKSUM)).isEmpty();
  }

  @Test
  void checksumOfTheWholeNeedsNoneOfTheParts() {
    var whole =
        Map.of("x-amz-checksum-algorithm", "CRC64NVME", "x-amz-checksum-type", "FULL_OBJECT");

    assertThat(broken(whole, Map.of(), NO_CHECKSUM)).isEmpty();
    assertThat(broken(whole, Map.of("x-amz-checksum-crc64nvme", "AA=="), NO_CHECKSUM)).isEmpty();
  }

  @Test
  void partWithoutTheNamedChecksumBreaksIt() {
    assertThat(broken(Map.of("x-amz-checksum-algorithm", "CRC32"), Map.of(), WITH_CHECKSUM))
        .hasSize(1);
  }

  private static List<String> broken(
      Map<String, String> create, Map<String, String> part, String parts) {
    return PartChecksums.brokenBy(
        List.of(
            request("POST", "uploads", create, ""),
            request("PUT", "partNumber=1&uploadId=u", part, "data"),
            request("POST", "uploadId=u", Map.of(), parts)));
  }

  private static WireRequest request(
      String method, String query, Map<String, String> headers, String body) {
    return new WireRequest(
        "upload",
        method,
        URI.create("/bucket/key?" + query),
        headers.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue()))),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
