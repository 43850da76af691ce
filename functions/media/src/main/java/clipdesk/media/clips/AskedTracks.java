package clipdesk.media.clips;

import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.catalogue.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tracks of a request, as written.
 *
 * @param ids empty for all
 */
record AskedTracks(Optional<List<String>> ids) {
  private static final int MAX_TRACKS = 32;
  private static final int MAX_ID = 8;
  private static final String PROFILE = "exact";

  /** Reads tracks and profile; broken rules are left in the body. */
  static AskedTracks read(RequestBody body) {
    if (body.optionalText("profile", 1, 40).filter(it -> !it.equals(PROFILE)).isPresent()) {
      body.refuse("profile", "unknown-profile", "The one profile is " + PROFILE);
    }
    return new AskedTracks(body.optionalTexts("tracks", MAX_TRACKS, MAX_ID));
  }

  /**
   * @throws ProblemException {@code validation} with every track that the video does not have, and
   *     for a clip without a picture
   */
  List<String> of(Video video) {
    var known = video.cuttableTracks();
    var asked = ids.orElse(known);
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < asked.size(); i++) {
      if (!known.contains(asked.get(i))) {
        errors.add(new FieldError("/tracks/" + i, "unknown-track", "The video has no such track"));
      }
    }
    if (errors.isEmpty() && !asked.contains("v1")) {
      errors.add(new FieldError("/tracks", "unknown-track", "A clip needs the picture, v1"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return asked;
  }
}
