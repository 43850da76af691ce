package clipdesk.media.sound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.InMemoryVideos;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.transcripts.InMemoryActivities;
import clipdesk.media.transcripts.SpokenTrack;
import clipdesk.transcript.timing.Activity.Stretch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Videos that are taken in, told of through the entry class. */
final class SoundHandlerTest {
  private static final Video VIDEO = SampleVideos.released();
  private static final Track.Sound ENGLISH = SpokenTrack.of(VIDEO, "en").orElseThrow();
  private static final Track.Sound FRENCH = SpokenTrack.of(VIDEO, "fr").orElseThrow();

  private final InMemoryVideos videos = new InMemoryVideos();
  private final InMemoryActivities activities = new InMemoryActivities();
  private final List<String> heard = new ArrayList<>();
  private Levels levels = (_, _) -> twoSecondsOfSpeech();
  private final SoundHandler handler =
      new SoundHandler(new ListenToSounds(videos, this::listen, activities));

  @BeforeEach
  void takeTheVideoIn() {
    videos.put(VIDEO);
  }

  @Test
  void eachLanguageOfAVideoIsListenedToOnce() throws IOException {
    assertThat(taken()).isEmpty();
    assertThat(taken()).isEmpty();

    assertThat(heard).containsExactly("a1", "a2");
    for (var track : List.of(ENGLISH, FRENCH)) {
      assertThat(activities.find(VIDEO, track).orElseThrow().pauses())
          .containsExactly(new Stretch(0, 9_990), new Stretch(12_010, 40_000));
    }
  }

  @Test
  void soundThatCannotBeListenedToIsNoFailure() throws IOException {
    levels =
        (_, track) -> {
          if (track.equals(ENGLISH)) {
            throw new NoSoundException(new IllegalArgumentException("a1 is pcm, not AAC"));
          }
          return twoSecondsOfSpeech();
        };

    assertThat(taken()).isEmpty();

    assertThat(activities.find(VIDEO, ENGLISH)).isEmpty();
    assertThat(activities.find(VIDEO, FRENCH)).isPresent();
  }

  @Test
  void soundThatCannotBeReadThisTimeComesAgain() throws IOException {
    levels =
        (_, _) -> {
          throw new IOException("503");
        };

    assertThat(taken()).hasSize(1);

    assertThat(activities.find(VIDEO, ENGLISH)).isEmpty();
  }

  @Test
  void videoThatTheCatalogueDoesNotKnowIsPassedOver() throws IOException {
    assertThat(handle(example().replace(SampleVideos.ID, "another-video"))).isEmpty();
    assertThat(heard).isEmpty();
  }

  private double[] listen(Video video, Track.Sound track) throws IOException, NoSoundException {
    heard.add(track.id());
    return levels.of(video, track);
  }

  private static double[] twoSecondsOfSpeech() {
    var power = new double[4_000];
    Arrays.fill(power, 1_000, 1_200, 0.01);
    return power;
  }

  private List<?> taken() throws IOException {
    return handle(example());
  }

  private static String example() throws IOException {
    return Files.readString(Path.of("../../events/video-taken-in.json"));
  }

  private List<?> handle(String event) throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
    return (List<?>) ((Map<?, ?>) Json.object(answer.toString(UTF_8))).get("batchItemFailures");
  }
}
