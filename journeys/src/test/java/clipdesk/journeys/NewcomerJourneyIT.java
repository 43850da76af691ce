package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main story in one piece: from a page that needs an account to what it was needed for. */
final class NewcomerJourneyIT {
  private final Stack stack = Stack.deployed();
  private final Api anonymous = Api.of(stack);

  @TempDir private Path downloads;

  @Test
  void newcomerTakesTheNewsletterAndDownloadsAWholeVideoAndAPartOfIt() {
    var videoId = Person.unique("newcomers");
    var master = SyntheticMaster.SHORT.in(Path.of("target/masters"));
    var upload = new Upload(stack, videoId);
    upload.master(master);
    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");

    var newcomer = Person.named(stack, "newcomer", "fr");
    newcomer.signUp();
    var confirmed = newcomer.check(newcomer.mailbox().next("the code").code()).expect(200);
    var topic = anonymous.get("/v1/topics").expect(200).objects("topics").getFirst();
    assertThat(newcomer.takeOffer(confirmed, topic).expect(200).objects("subscriptions"))
        .singleElement()
        .satisfies(on -> assertThat(on).containsEntry("state", "on"));
    assertThat(confirmed.text("returnTo")).isEqualTo("/fr/videos/presser?t=1,2");

    newcomer.signIn(Person.PASSWORD).expect(201);
    var clips = new Clips(newcomer, videoId);
    var clipId =
        (String) clips.request(new long[] {50, 75}).objects("clips").getFirst().get("clipId");
    assertThat(clips.await(clipId, _ -> {}).text("status")).isEqualTo("ready");
    var files =
        Download.ticket(
                newcomer,
                Person.unique("ticket"),
                List.of(Map.of("clipId", clipId), Map.of("videoId", videoId, "rendition", "hd")))
            .expect(201)
            .objects("files");
    assertThat(fetched(files.getFirst())).hasSize(size(files.getFirst()));
    assertThat(fetched(files.getLast())).hasSameBinaryContentAs(master);
  }

  private Path fetched(Map<String, Object> file) {
    var path = downloads.resolve((String) file.get("name"));
    new Download(anonymous, (String) file.get("href")).fetch(path);
    return path;
  }

  private static long size(Map<String, Object> file) {
    return ((Number) file.get("sizeBytes")).longValue();
  }
}
