package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class RecognitionRequestsContract {
  private final RecognisedSound english = sound("en");
  private final RecognisedSound french = sound("fr");

  abstract RecognitionRequests requests();

  private static RecognisedSound sound(String language) {
    var videoId = "video-" + UUID.randomUUID().toString().substring(0, 8);
    return new RecognisedSound(new TranscriptKey(videoId, language), "9f2c11d0a4be7710");
  }

  @Test
  void soundIsOpenFromWhenItIsAskedForUntilItIsSettled() {
    requests().ask(english);
    requests().ask(french);
    requests().ask(english);
    assertThat(requests().open()).contains(english, french).doesNotHaveDuplicates();

    requests().settle(english);
    requests().settle(english);

    assertThat(requests().open()).contains(french).doesNotContain(english);
    requests().ask(english);
    assertThat(requests().open()).contains(english);
  }
}
