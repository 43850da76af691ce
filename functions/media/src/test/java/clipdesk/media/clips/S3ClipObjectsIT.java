package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.clips.ClipReport;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.media.LocalStack;
import clipdesk.media.catalogue.SampleVideos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

final class S3ClipObjectsIT extends ClipObjectsContract {
  @RegisterExtension static final LocalStack LOCAL = new LocalStack();

  @Override
  ClipObjects objects() {
    return new S3ClipObjects(LOCAL::s3, LOCAL.config());
  }

  @Override
  void publish(ClipReport report) {
    put("clips/" + report.clipId() + "/report.json", report.json());
  }

  @Test
  void theFileOfAClipIsFoundInItsVersionWithTheLabelOfThePerson() {
    var request = AskedClip.of(SampleVideos.released(), new FrameRange(250, 500), List.of("v1"));
    var requesters = new InMemoryRequesters();
    var files = new S3ClipFiles(objects(), requesters, LOCAL::s3, LOCAL.config());
    var id = request.id().text();
    objects().ask(request, Instant.now());
    var words = new OwnWords(Optional.of("Arctic"), Optional.empty());
    requesters.asked("ann", request.id(), words, Instant.now());
    assertThat(files.find("ann", id)).isEmpty();

    put("clips/" + id + "/clip.mp4", "the clip");
    assertThat(files.find("ann", id)).isEmpty();
    publish(SampleReports.of(request.id()));
    var file = files.find("ann", id).orElseThrow();
    assertThat(file.versionId()).isNotEmpty();
    assertThat(file.sizeBytes()).isEqualTo(8);
    assertThat(file.label()).contains("Arctic");
    assertThat(file.timecode()).contains("10:00:10:00");
    assertThat(file.inMs()).isEqualTo(10_000);
    assertThat(files.find("ann", "rubbish")).isEmpty();
  }

  @Test
  void aRequestThatCannotBeReadIsWrittenAnewByOneOfAll() {
    var request = AskedClip.of(SampleVideos.released(), new FrameRange(7, 500), List.of("v1"));
    put("clip-requests/" + request.id().text() + ".json", "rubbish");
    var spoilt = objects().find(request.id()).request().orElseThrow();
    assertThat(spoilt.readable()).isEmpty();

    assertThat(objects().ask(request, Instant.now())).isFalse();
    assertThat(objects().askAgain(spoilt, request, Instant.now())).isTrue();
    assertThat(objects().askAgain(spoilt, request, Instant.now())).isFalse();

    assertThat(objects().find(request.id()).asked()).contains(request);
  }

  private static void put(String key, String text) {
    LOCAL
        .s3()
        .putObject(
            put -> put.bucket(LOCAL.config().clipsBucket()).key(key), RequestBody.fromString(text));
  }
}
