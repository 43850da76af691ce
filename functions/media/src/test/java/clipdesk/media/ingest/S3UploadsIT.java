package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.aws.SourceChangedException;
import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.media.LocalStack;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

final class S3UploadsIT {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  private final S3Uploads uploads = new S3Uploads(LOCAL.s3(), LOCAL.config().mastersBucket());

  @Test
  void theDescriptionIsThePresentVersion() {
    put("masters/v-1/video.json", "{}");
    var first = uploads.description("v-1").orElseThrow();
    put("masters/v-1/video.json", "{\"a\":1}");
    var second = uploads.description("v-1").orElseThrow();
    assertThat(new String(second.bytes(), UTF_8)).isEqualTo("{\"a\":1}");
    assertThat(second.versionId()).isNotEqualTo(first.versionId());
    LOCAL
        .s3()
        .deleteObject(
            delete -> delete.bucket(LOCAL.config().mastersBucket()).key("masters/v-1/video.json"));
    assertThat(uploads.description("v-1")).isEmpty();
  }

  @Test
  void ofADescriptionThatIsTooLargeNoByteIsFetched() {
    put("masters/v-5/video.json", " ".repeat(Uploads.MAX_DESCRIPTION_BYTES));
    assertThat(uploads.description("v-5").orElseThrow().bytes())
        .hasSize(Uploads.MAX_DESCRIPTION_BYTES);
    put("masters/v-5/video.json", " ".repeat(Uploads.MAX_DESCRIPTION_BYTES + 1));
    var large = uploads.description("v-5").orElseThrow();
    assertThat(large.bytes()).isEmpty();
    assertThat(large.sizeBytes()).isEqualTo(Uploads.MAX_DESCRIPTION_BYTES + 1);
  }

  @Test
  void aHashIsWhatTheStoreComputedWhenTheFileCame() {
    put("masters/v-6/master.mp4", "0123456789");
    assertThat(uploads.sha256(uploads.file("v-6", "master.mp4").orElseThrow())).isEmpty();
    LOCAL
        .s3()
        .putObject(
            put ->
                put.bucket(LOCAL.config().mastersBucket())
                    .key("masters/v-6/master.mp4")
                    .checksumAlgorithm(ChecksumAlgorithm.SHA256),
            RequestBody.fromString("0123456789"));
    assertThat(uploads.sha256(uploads.file("v-6", "master.mp4").orElseThrow()))
        .contains("84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882");
  }

  @Test
  void aFileIsKnownByVersionTagAndSize() {
    put("masters/v-2/subtitles/uk.vtt", "WEBVTT");
    assertThat(uploads.file("v-2", "subtitles/uk.vtt").orElseThrow().sizeBytes()).isEqualTo(6);
    assertThat(uploads.file("v-2", "subtitles/fr.vtt")).isEmpty();
    assertThat(uploads.names("v-2", "subtitles/")).containsExactly("subtitles/uk.vtt");
    assertThat(uploads.names("v-2", "renditions/")).isEmpty();
  }

  @Test
  void rangesComeOutOfExactlyOneVersion() throws IOException {
    put("masters/v-3/master.mp4", "0123456789");
    var file = uploads.file("v-3", "master.mp4").orElseThrow();
    try (var source = uploads.open(file)) {
      var four = ByteBuffer.allocate(4);
      source.read(3, four);
      assertThat(new String(four.array(), US_ASCII)).isEqualTo("3456");
      assertThatThrownBy(() -> source.read(7, ByteBuffer.allocate(4)))
          .isInstanceOf(EOFException.class);
      put("masters/v-3/master.mp4", "abcdefghij");
      source.read(0, four.clear());
      assertThat(new String(four.array(), US_ASCII)).isEqualTo("0123");
      LOCAL
          .s3()
          .deleteObject(
              delete ->
                  delete
                      .bucket(LOCAL.config().mastersBucket())
                      .key(file.key())
                      .versionId(file.versionId()));
      assertThatThrownBy(() -> source.read(0, ByteBuffer.allocate(4)))
          .isInstanceOf(SourceChangedException.class);
    }
  }

  @Test
  void outcomesAreLeftOutsideTheWatchedFolder() {
    var outcomes = new S3Outcomes(LOCAL.s3(), LOCAL.config().mastersBucket());
    var report =
        new IngestReport(
            "v-4",
            IngestReport.Result.ACCEPTED,
            Instant.EPOCH,
            List.of(),
            /* moreErrors= */ 0,
            List.of(),
            Optional.empty());
    outcomes.report(report);
    outcomes.index("v-4", "9f2c11d0a4be7710", new byte[] {1, 2});
    assertThat(get("ingest-reports/v-4.json")).isEqualTo(report.json());
    assertThat(get("indexes/v-4/9f2c11d0a4be7710.idx")).hasSize(2);
    assertThat(outcomes.textLanguages("v-4", "9f2c11d0a4be7710")).isEmpty();
    outcomes.texts("v-4", "9f2c11d0a4be7710", "uk", "WEBVTT".getBytes(UTF_8));
    assertThat(get("texts/v-4/9f2c11d0a4be7710/uk.vtt")).isEqualTo("WEBVTT");
    assertThat(outcomes.textLanguages("v-4", "9f2c11d0a4be7710")).containsExactly("uk");
  }

  private static void put(String key, String text) {
    LOCAL
        .s3()
        .putObject(
            put -> put.bucket(LOCAL.config().mastersBucket()).key(key),
            RequestBody.fromString(text));
  }

  private static String get(String key) {
    return LOCAL
        .s3()
        .getObjectAsBytes(get -> get.bucket(LOCAL.config().mastersBucket()).key(key))
        .asUtf8String();
  }
}
