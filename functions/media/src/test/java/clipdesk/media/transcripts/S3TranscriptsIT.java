package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.aws.LocalBuckets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

final class S3TranscriptsIT extends TranscriptsContract {
  private static final String BUCKET = "media-it-" + UUID.randomUUID() + "-t";
  @RegisterExtension static final LocalBuckets LOCAL = new LocalBuckets(BUCKET);

  @Override
  Transcripts transcripts() {
    return new S3Transcripts(LOCAL::s3, new TranscriptsConfig(BUCKET));
  }

  @Test
  void spoiltStateIsLeftOutAndWrittenOver() {
    var key = new TranscriptKey("video-spoilt", "en");
    put("transcripts/video-spoilt/en/state.json", "rubbish");

    var found = transcripts().find(key);
    assertThat(found.orElseThrow().state()).isEqualTo(TranscriptState.NONE);
    assertThat(transcripts().write(key, state(1), Optional.empty())).isFalse();
    assertThat(transcripts().write(key, state(1), found)).isTrue();
    assertThat(transcripts().find(key).orElseThrow().state()).isEqualTo(state(1));
  }

  @Test
  void stateWithoutItsRevisionBehindItReadsItByItsName() {
    var key = new TranscriptKey("video-before", "en");
    var name = transcripts().keepRevision(key, sample());
    put(
        "transcripts/video-before/en/state.json",
        state(1).made(TranscriptState.Progress.ALIGNED, new TranscriptState.Kept(2, name)).json());

    assertThat(transcripts().current(key).orElseThrow().revision()).isPresent();
  }

  @Test
  void spoiltRevisionIsLeftOut() {
    put("transcripts/video-spoilt/fr/revisions/r1.json", "{\"schema\":1}");

    assertThat(transcripts().revision(new TranscriptKey("video-spoilt", "fr"), "revisions/r1.json"))
        .isEmpty();
  }

  private static void put(String key, String text) {
    LOCAL.s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }
}
