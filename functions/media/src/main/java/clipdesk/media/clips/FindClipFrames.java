package clipdesk.media.clips;

import clipdesk.common.aws.SideBySide;
import clipdesk.common.identity.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Where clips lie in their masters, for whoever gives something beside them. */
@Singleton
public final class FindClipFrames {
  private final FindClips clips;
  private final Requesters requesters;

  FindClipFrames(FindClips clips, Requesters requesters) {
    this.clips = clips;
    this.requesters = requesters;
  }

  /** Whether it is the id of a clip that may be there. */
  public static boolean isClipId(String text) {
    return ClipId.wellFormed(text);
  }

  /**
   * In the order of the ids.
   *
   * @throws clipdesk.common.problem.ProblemException {@code not-found}; {@code embargoed}, {@code
   *     withdrawn} or {@code legal-block} as the video now stands
   */
  public List<ClipFrames> findAll(Caller caller, Collection<String> clipIds) {
    return SideBySide.map(clipIds, it -> find(caller, it));
  }

  /** One of them; as above. */
  public ClipFrames find(Caller caller, String clipId) {
    var id = new ClipId(clipId);
    var clip = clips.find(caller, id);
    var words =
        requesters.find(caller.accountId(), id).map(Requesters.Asking::words).orElse(OwnWords.NONE);
    return new ClipFrames(
        clipId,
        clip.video(),
        clip.request().masterVersion(),
        clip.request().range().in(),
        clip.request().range().out(),
        words);
  }
}
