package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects come with whatever checksum their uploader chose, and are read all the same. */
final class S3ClipStoreTest {
  private static final String ID = "51313b34e9fefafb2b56635f906a597ad32f0511";

  @RegisterExtension final RecordingS3 store = new RecordingS3();
  private final ClipsConfig config = new ClipsConfig("masters", "clips");

  @ParameterizedTest
  @CsvSource({
    "x-amz-checksum-crc64nvme, rosUhgp5mIg=",
    "x-amz-checksum-crc32, y/Q5Jg==",
    "x-amz-checksum-crc32, AAAAAA==-3",
    "x-amz-checksum-sha256, FeKw09M+wtnwWBNYvKAZ0Ql9CxfGVyRbV1MiqVC8lVI="
  })
  void requestWithAnyChecksumIsRead(String header, String value) {
    store.answering = answer -> answer.xml("123456789").with(header, value);

    assertThatCode(
            () ->
                assertThat(new S3ClipStore(store.client(), config).request(ID))
                    .contains("123456789"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"x-amz-checksum-crc64nvme, AAAAAAAAAAA=", "x-amz-checksum-crc32, AAAAAA==-3"})
  void rangeOfAMasterIsReadWhateverChecksumTheWholeHas(String header, String value)
      throws IOException {
    store.answering =
        answer ->
            new RecordingS3.Answer(
                    answer.to(), 206, answer.headers(), "1234".getBytes(StandardCharsets.US_ASCII))
                .with("Content-Range", "bytes 0-3/9")
                .with(header, value);
    var version = new StoredObject("masters/x/master.mp4", "v7", "\"e\"", 9);
    var into = ByteBuffer.allocate(4);

    new S3ClipStore(store.client(), config).master(version).read(0, into);

    assertThat(into.array()).isEqualTo("1234".getBytes(StandardCharsets.US_ASCII));
  }

  /** In one piece a checksum may trail: S3 takes it for a PutObject. */
  @Test
  void reportGoesWithAChecksumOfItsOwn() {
    var report =
        new ClipReport(
            ID,
            new ClipReport.ClipFile(9, "\"e\""),
            Map.of("cutterVersion", "1"),
            new StoredObject("masters/x/master.mp4", "v7", "\"e\"", 9));
    new S3ClipStore(store.client(), config).putReport(report);

    var body = report.json();
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    assertThat(store.requests.getLast().text()).contains(body);
    assertThat(store.requests.getLast().header("x-amz-trailer")).isEqualTo("x-amz-checksum-crc32");
  }
}
