package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.catalogue.Track;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.Activity.Stretch;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class ActivitiesContract {
  private static final Track.Sound FIRST = new Track.Sound("a1", "aac", "en", Optional.empty());
  private static final Track.Sound OTHER = new Track.Sound("a2", "aac", "fr", Optional.empty());

  abstract Activities activities();

  @Test
  void activityIsThatOfOneTrack() {
    var video = SampleVideos.released();
    var speech = new BitSet();
    speech.set(20, 30);
    assertThat(activities().find(video, FIRST)).isEmpty();

    activities().keep(video, FIRST, new Activity(speech, 1_000));

    assertThat(activities().find(video, FIRST).orElseThrow().pauses())
        .containsExactly(new Stretch(0, 200), new Stretch(300, 1_000));
    assertThat(activities().find(video, OTHER)).isEmpty();
  }
}
