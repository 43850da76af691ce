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

/**
 * Posters, previews and subtitles under addresses that never change, so that the JSON of a video
 * keeps its tag while signatures come and go.
 */
@OfVideos
@Controller("/v1/videos/{videoId}/assets/{name}")
final class AssetController {
  /** What a cache hands out last is still good for ten minutes. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final ReadVideo readVideo;
  private final AssetLinks links;

  AssetController(ReadVideo readVideo, AssetLinks links) {
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
    var link =
        links
            .linkTo(readVideo.toTake(videoId, /* editor= */ false), name, method)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such asset"));
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, link.toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + MAX_AGE.toSeconds());
  }
}
