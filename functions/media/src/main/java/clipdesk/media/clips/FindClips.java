package clipdesk.media.clips;

import clipdesk.common.aws.SideBySide;
import clipdesk.common.identity.Caller;
import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.ReadVideo;
import clipdesk.media.clips.ClipObjects.Found;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds clips; a clip is exactly as visible as its video. */
@Singleton
final class FindClips {
  private final ClipObjects objects;
  private final ReadVideo readVideo;
  private final InstantSource clock;

  FindClips(ClipObjects objects, ReadVideo readVideo, InstantSource clock) {
    this.objects = objects;
    this.readVideo = readVideo;
    this.clock = clock;
  }

  /** A clip that somebody asked for, and how it stands. */
  record Clip(AskedClip request, ClipState state, Video video) {}

  /**
   * @throws ProblemException {@code not-found}; {@code embargoed}, {@code withdrawn} or {@code
   *     legal-block} as the video now stands
   */
  Clip find(Caller caller, ClipId id) {
    return find(caller, objects.find(id)).orElseThrow(ClipId::noSuchClip);
  }

  /** Those that exist and may be seen, in the order of the ids; others are left out. */
  List<Clip> findAll(Caller caller, Collection<ClipId> ids) {
    return SideBySide.map(ids, id -> findVisible(caller, id)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Clip> findVisible(Caller caller, ClipId id) {
    try {
      return find(caller, objects.find(id));
    } catch (ProblemException hidden) {
      return Optional.empty();
    }
  }

  private Optional<Clip> find(Caller caller, Found found) {
    if (found.asked().isEmpty()) {
      return Optional.empty();
    }
    var request = found.asked().get();
    var video = readVideo.toTake(request.videoId(), caller.editor());
    var state = ClipState.of(found, clock.instant());
    return Optional.of(
        new Clip(request, request.isBefore(video) ? state.afterItsMaster() : state, video));
  }
}
