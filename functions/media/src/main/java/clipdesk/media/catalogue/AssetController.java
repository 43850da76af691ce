package clipdesk.media.catalogue;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.OfVideos;
import clipdesk.media.links.FileLinks;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import java.time.Duration;
import java.util.Optional;

/**
 * Posters, previews and subtitles under addresses that never change, so that the JSON of a video
 * keeps its tag while signatures come and go.
 */
@OfVideos
@Controller("/v1/videos/{videoId}/assets/{name}")
final class AssetController {
  /** A link dies with the credentials that signed it, however long it says it lives. */
  private static final Duration LINK_LIFE = Duration.ofMinutes(15);

  /** What a cache hands out last is still good for ten minutes. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final ReadVideo readVideo;
  private final FileLinks links;

  AssetController(ReadVideo readVideo, FileLinks links) {
    this.readVideo = readVideo;
    this.links = links;
  }

  @Get(headRoute = false)
  HttpResponse<?> read(String videoId, String name) {
    return redirect(videoId, name, FileLinks.Method.GET);
  }

  @Head
  HttpResponse<?> probe(String videoId, String name) {
    return redirect(videoId, name, FileLinks.Method.HEAD);
  }

  private HttpResponse<?> redirect(String videoId, String name, FileLinks.Method method) {
    var asset =
        readVideo
            .toTake(videoId, /* editor= */ false)
            .asset(name)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such asset"));
    var target =
        new FileLinks.Target(
            FileLinks.Place.MASTERS,
            asset.key(),
            Optional.of(asset.versionId()),
            /* saveAs= */ Optional.empty());
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, links.linkTo(target, method, LINK_LIFE).toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + MAX_AGE.toSeconds());
  }
}
