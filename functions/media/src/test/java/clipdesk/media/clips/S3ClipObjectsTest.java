package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.logging.StandardOutput;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.media.SampleConfig;
import clipdesk.media.catalogue.SampleVideos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What reading does with objects of a clip that neither portal nor cutter would write. */
final class S3ClipObjectsTest {
  private static final Instant WRITTEN = Instant.parse("2026-02-12T15:00:00Z");
  private static final AskedClip REQUEST =
      AskedClip.of(SampleVideos.released(), new FrameRange(250, 500), List.of("v1", "a1"));
  private static final ClipId ID = REQUEST.id();
  private static final String REQUEST_KEY = "clip-requests/" + ID.text() + ".json";
  private static final String STATUS_KEY = "clips/" + ID.text() + "/status.json";
  private static final String REPORT_KEY = "clips/" + ID.text() + "/report.json";

  private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
  private final S3ClipObjects objects = new S3ClipObjects(Bucket::new, SampleConfig.CONFIG);

  @BeforeEach
  void publish() {
    put(REQUEST_KEY, Json.text(request()));
    put(STATUS_KEY, Json.text(status()));
    put(REPORT_KEY, SampleReports.of(ID).json());
  }

  @Test
  void whatPortalAndCutterWriteIsRead() throws IOException {
    var told =
        StandardOutput.of(
            () -> {
              var found = objects.find(ID);
              assertThat(found.asked()).contains(REQUEST);
              assertThat(found.status()).map(ClipStatus::json).contains(Json.text(status()));
              assertThat(found.report()).contains(SampleReports.of(ID));
            });
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "[]", "null", "{", "{}", "{\"clipId\":\"x\"}", "\u00ff"})
  void whatIsNoObjectOfAClipCountsAsNone(String text) throws IOException {
    for (var key : List.of(REQUEST_KEY, STATUS_KEY, REPORT_KEY)) {
      publish();
      bucket.put(key, text.getBytes(StandardCharsets.ISO_8859_1));
      assertSpoilt(key);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clipId | null",
        "clipId | \"0000000000000000000000000000000000000000\"",
        "videoId | 7",
        "videoId | \"2026-02-12-another\"",
        "attempt | 0",
        "attempt | 1.5",
        "attempt | \"1\"",
        "attempt | 9223372036854775807",
        "firstAttempt | 2",
        "inFrame | -1",
        "inFrame | 500",
        "inFrame | 9223372036854775807",
        "outFrame | 250",
        "outFrame | 1e3",
        "outFrame | 99999999999999999999",
        "frameRate | {\"num\":0,\"den\":1}",
        "frameRate | {\"num\":25}",
        "frameRate | {\"num\":1,\"den\":1000000000000000}",
        "frameRate | 25",
        "source | []",
        "source | {\"key\":\"masters/x\"}",
        "masterVersion | {}",
        "profile | \"exact@0\"",
        "tracks | \"v1\"",
        "tracks | [1]",
        "tracks | [\"v1\"]",
      })
  void requestWithSuchAMemberTellsNothingButItsTag(String member, String json) throws IOException {
    put(REQUEST_KEY, Json.text(with(request(), member, json)));

    assertSpoilt(REQUEST_KEY);
    assertThat(objects.find(ID).request().orElseThrow().tag()).isEqualTo("tag");
    assertThat(objects.find(ID).request().orElseThrow().attempt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attempt | \"1\"",
        "attempt | null",
        "updatedAt | \"yesterday\"",
        "updatedAt | \"+1000000000-01-01T00:00:00Z\"",
        "updatedAt | 7",
        "phase | null",
        "percent | 101",
        "percent | \"40\"",
        "error | \"internal\"",
        "error | {\"code\":7,\"retryable\":true}",
        "error | {\"code\":\"internal\"}",
        "error | {\"code\":\"internal\",\"retryable\":true,\"detail\":{}}",
      })
  void statusWithSuchAMemberCountsAsNone(String member, String json) throws IOException {
    put(STATUS_KEY, Json.text(with(status(), member, json)));
    assertSpoilt(STATUS_KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clipId | \"0000000000000000000000000000000000000000\"",
        "file | null",
        "file | \"clip.mp4\"",
        "file | {}",
        "file |"
            + " {\"name\":\"clip.mp4\",\"sizeBytes\":0,\"contentType\":\"video/mp4\",\"etag\":\"x\"}",
        "file |"
            + " {\"name\":\"clip.mp4\",\"sizeBytes\":\"8\",\"contentType\":\"video/mp4\",\"etag\":\"x\"}",
        "file | {\"name\":\"clip.mp4\",\"sizeBytes\":8,\"contentType\":\"video/mp4\"}",
      })
  void reportWithSuchAMemberCountsAsNone(String member, String json) throws IOException {
    put(REPORT_KEY, Json.text(with(report(), member, json)));
    assertSpoilt(REPORT_KEY);
  }

  @Test
  void nextAttemptOfASpoiltRequestFollowsThatOfTheLastCutter() {
    put(REQUEST_KEY, "rubbish");
    put(STATUS_KEY, Json.text(with(status(), "attempt", "4")));
    assertThat(objects.find(ID).request().orElseThrow().attempt()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{}", "\"../../x\"", "\"1:2:3:4\"", "\"\"", "null"})
  void nameOfAFileTakesNoTimecodeThatIsNone(String json) {
    var in = with(Map.of(), "timecode", json);
    var report = new HashMap<>(report());
    report.put("actual", Map.of("in", in));
    put(REPORT_KEY, Json.text(report));

    assertThat(files().find("ann", ID.text()).orElseThrow().timecode()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:00:10:00", "10:00:10;00", "23:59:59:119"})
  void nameOfAFileTakesTheTimecodeOfItsFirstFrame(String timecode) {
    var report = new HashMap<>(report());
    report.put("actual", Map.of("in", Map.of("timecode", timecode)));
    put(REPORT_KEY, Json.text(report));

    assertThat(files().find("ann", ID.text()).orElseThrow().timecode()).contains(timecode);
  }

  @Test
  void clipWithASpoiltObjectIsNotReadyForATicket() {
    put(REPORT_KEY, "{}");
    assertThat(files().find("ann", ID.text())).isEmpty();
    publish();
    put(REQUEST_KEY, "{}");
    assertThat(files().find("ann", ID.text())).isEmpty();
  }

  private S3ClipFiles files() {
    return new S3ClipFiles(objects, new InMemoryRequesters(), Bucket::new, SampleConfig.CONFIG);
  }

  /** One object is told and counted, and the two others are read as ever. */
  private void assertSpoilt(String key) throws IOException {
    var told =
        StandardOutput.of(
            () -> {
              var found = objects.find(ID);
              assertThat(found.asked().isPresent()).isEqualTo(!key.equals(REQUEST_KEY));
              assertThat(found.request()).isPresent();
              assertThat(found.status().isPresent()).isEqualTo(!key.equals(STATUS_KEY));
              assertThat(found.report().isPresent()).isEqualTo(!key.equals(REPORT_KEY));
            });
    assertThat(told).contains(key + " of clips is left out").contains("\"Unreadable\":1");
  }

  private static Map<String, Object> request() {
    return Json.object(REQUEST.request(1, 1, WRITTEN).json());
  }

  private static Map<String, Object> status() {
    return Json.object(
        new ClipStatus(ID.text(), 1, "w", new ClipStatus.Progress("copying", 40), WRITTEN).json());
  }

  private static Map<String, Object> report() {
    return Json.object(SampleReports.of(ID).json());
  }

  private static Map<String, Object> with(Map<String, Object> whole, String member, String json) {
    var spoilt = new HashMap<>(whole);
    spoilt.put(member, Json.object("{\"it\":" + json + "}").get("it"));
    return spoilt;
  }

  private void put(String key, String text) {
    bucket.put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with the objects that a test has put in. */
  private final class Bucket implements S3Client {
    @Override
    public <T> T getObject(
        GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
      var bytes = bucket.get(request.key());
      if (bytes == null) {
        throw NoSuchKeyException.builder().build();
      }
      var response = GetObjectResponse.builder().eTag("tag").lastModified(WRITTEN).build();
      try {
        return transformer.transform(
            response, AbortableInputStream.create(new ByteArrayInputStream(bytes)));
      } catch (Exception e) { // all that the SDK's interface lets a transformer throw
        throw new IllegalStateException(e);
      }
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
      return HeadObjectResponse.builder().eTag("tag").contentLength(8L).build();
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
