package clipdesk.media.links;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.media.links.FileLinks.Method;
import clipdesk.media.links.FileLinks.Place;
import clipdesk.media.links.FileLinks.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3FileLinksWireTest {
  private static final Duration LIFE = Duration.ofMinutes(5);

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void signsWhatIsCommitted() throws IOException {
    var links = new S3FileLinks(WireClients::presigner, WireClients.CONFIG);
    var clip =
        new Target(
            Place.CLIPS,
            "clips/c/clip.mp4",
            Optional.of("version-1"),
            Optional.of(new FileLinks.SaveAs("clip.mp4", "кліп.mp4")));
    var poster =
        new Target(Place.MASTERS, "masters/video-1/poster.jpg", Optional.empty(), Optional.empty());

    var whole =
        new Target(
            Place.MASTERS,
            "masters/video-1/master.mp4",
            Optional.of("version-1"),
            Optional.empty());

    wire.link("linkTo: a whole video", "GET", links.linkTo(whole, Method.GET, LIFE));
    wire.link("linkTo: a download", "GET", links.linkTo(clip, Method.GET, LIFE));
    wire.link("linkTo: a probe", "HEAD", links.linkTo(clip, Method.HEAD, LIFE));
    wire.link("linkTo: a picture", "GET", links.linkTo(poster, Method.GET, LIFE));

    wire.matches(S3FileLinks.class);
  }
}
