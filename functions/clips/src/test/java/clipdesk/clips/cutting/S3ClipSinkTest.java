package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.clips.cutting.RecordingS3.Answer;
import clipdesk.clips.cutting.RecordingS3.Request;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.io.StoredClip;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What S3 meets when a clip is stored. An upload that was not created for a checksum must not have
 * parts with one: S3 answers the completion with {@code InvalidPart} (aws/aws-sdk-java-v2#6518).
 */
final class S3ClipSinkTest {
  private static final StoredObject MASTER =
      new StoredObject("masters/x/master.mp4", "v7", "\"e\"", 100);

  @RegisterExtension final RecordingS3 store = new RecordingS3();

  @BeforeEach
  void answerLikeS3() {
    store.answering = S3ClipSinkTest::likeS3;
  }

  @Test
  void uploadIsCreatedForOneChecksumOfTheWholeFile() throws IOException {
    store();

    var create = one("POST", "uploads");
    assertThat(create.header("x-amz-checksum-algorithm")).isEqualTo("CRC32");
    assertThat(create.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
  }

  @Test
  void partCarriesThatChecksumAndNoOther() throws IOException {
    store();

    var part = one("PUT", "partNumber=1&");
    assertThat(part.header("x-amz-checksum-crc32")).isEqualTo("y/Q5Jg==");
    assertThat(part.header("x-amz-trailer")).isEmpty();
    assertThat(part.headers().keySet())
        .filteredOn(it -> it.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum"))
        .hasSize(1);
    assertThat(part.text()).contains("123456789");
  }

  @Test
  void copiedPartIsBoundToTheMastersVersion() throws IOException {
    store();

    var copy = one("PUT", "partNumber=2&");
    assertThat(copy.header("x-amz-copy-source")).endsWith("masters/x/master.mp4?versionId=v7");
    assertThat(copy.header("x-amz-copy-source-if-match")).isEqualTo("\"e\"");
    assertThat(copy.header("x-amz-copy-source-range")).isEqualTo("bytes=10-19");
    assertThat(copy.body()).isEmpty();
  }

  @Test
  void completionListsTheChecksumOfEveryPart() throws IOException {
    store();

    var complete = one("POST", "uploadId=u");
    assertThat(complete.header("If-None-Match")).isEqualTo("*");
    assertThat(complete.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertThat(complete.header("x-amz-mp-object-size")).isEqualTo("19");
    assertThat(complete.text())
        .contains(
            "<Part><ETag>&quot;p&quot;</ETag>"
                + "<ChecksumCRC32>y/Q5Jg==</ChecksumCRC32><PartNumber>1</PartNumber></Part>"
                + "<Part><ETag>&quot;c&quot;</ETag>"
                + "<ChecksumCRC32>copied+part=</ChecksumCRC32><PartNumber>2</PartNumber></Part>");
  }

  @Test
  void checksumOfTheWholeFileIsTold() throws IOException {
    assertThat(store().checksum()).contains(new StoredClip.Checksum("CRC32", "whole+file+="));
  }

  /** What is sent while the edges are encoded goes on when an encoder hangs. */
  @Test
  void partOfAClipThatWasGivenUpBeginsNoOtherUpload() throws IOException {
    var sink = sink();
    sink.close();

    assertThatThrownBy(() -> sink.part(1, nineBytes()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("given up");
    assertThat(store.requests).isEmpty();
  }

  /** A clip of nine bytes of our own and ten of the master. */
  private StoredClip store() throws IOException {
    try (var sink = sink()) {
      sink.part(1, nineBytes());
      sink.copyPart(2, 10, 10);
      return sink.finish(19);
    }
  }

  private S3ClipSink sink() {
    return new S3ClipSink(store.client(), "clips", "c/clip.mp4", "masters", MASTER);
  }

  private static ByteBuffer nineBytes() {
    return ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII));
  }

  private Request one(String method, String query) {
    assertThat(store.requests)
        .filteredOn(it -> it.method().equals(method) && it.query().startsWith(query))
        .hasSize(1);
    return store.requests.stream()
        .filter(it -> it.method().equals(method) && it.query().startsWith(query))
        .findFirst()
        .orElseThrow();
  }

  private static Answer likeS3(Answer answer) {
    var query = answer.to().query();
    if (query.startsWith("uploads")) {
      return answer.xml(
          "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>");
    }
    if (!answer.to().header("x-amz-copy-source").isEmpty()) {
      return answer.xml(
          "<CopyPartResult><ETag>\"c\"</ETag><ChecksumCRC32>copied+part=</ChecksumCRC32>"
              + "</CopyPartResult>");
    }
    if (query.startsWith("partNumber")) {
      return answer.with("ETag", "\"p\"");
    }
    return answer.xml(
        "<CompleteMultipartUploadResult><ETag>\"w\"</ETag>"
            + "<ChecksumCRC32>whole+file+=</ChecksumCRC32>"
            + "</CompleteMultipartUploadResult>");
  }
}
