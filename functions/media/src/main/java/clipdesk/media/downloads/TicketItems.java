package clipdesk.media.downloads;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.catalogue.Rendition;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.ReadVideo;
import clipdesk.media.clips.ClipFiles;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Turns the items of a request into files, each checked to be there and to be for the caller. */
@Singleton
final class TicketItems {
  private static final int MAX_ITEMS = 50;
  private static final int MAX_ID = 64;

  private final ReadVideo readVideo;
  private final ClipFiles clips;

  TicketItems(ReadVideo readVideo, ClipFiles clips) {
    this.readVideo = readVideo;
    this.clips = clips;
  }

  /** One item, as written: a clip, or a rendition of a video. */
  record Asked(Optional<String> clipId, Optional<String> videoId, Optional<String> rendition) {}

  /** A file, and what it is called in a ticket unless another is called so. */
  private record Named(
      BiFunction<String, String, TicketFile> file, FileName ascii, FileName localised) {}

  /** Broken rules are left in the body. */
  static List<Asked> read(RequestBody body) {
    return body.objects("items", MAX_ITEMS).stream().map(TicketItems::item).toList();
  }

  private static Asked item(RequestBody item) {
    var asked =
        new Asked(
            item.optionalText("clipId", 1, MAX_ID),
            item.optionalText("videoId", 1, MAX_ID),
            item.optionalText("rendition", 1, MAX_ID));
    for (var name : List.of("videoId", "rendition")) {
      if (item.has("clipId") && item.has(name)) {
        item.refuse(name, "exactly-one-item", "Give a clipId, or a videoId and a rendition");
      } else if (!item.has("clipId") && !item.has(name)) {
        item.refuse(name, "missing", "Give a clipId, or a videoId and a rendition");
      }
    }
    return asked;
  }

  /**
   * @param language of the names that people see
   * @throws ProblemException {@code validation} with a pointer to every item that is not there;
   *     {@code embargoed} and so on for a video that may not be taken
   */
  List<TicketFile> files(List<Asked> items, Caller caller, Language language) {
    var errors = new ArrayList<FieldError>();
    var files = new ArrayList<Named>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var file =
          item.clipId().isPresent()
              ? clip(caller, item.clipId().get(), language)
              : rendition(caller, item, language);
      file.ifPresent(files::add);
      if (file.isEmpty()) {
        errors.add(
            item.clipId().isPresent()
                ? new FieldError("/items/" + i, "clip-not-ready", "This clip is not ready")
                : new FieldError(
                    "/items/" + i + "/rendition", "unknown-rendition", "No such rendition"));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return withUniqueNames(files);
  }

  private Optional<Named> clip(Caller caller, String clipId, Language language) {
    var found = clips.find(caller.accountId(), clipId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var clip = found.get();
    var video = readVideo.toTake(clip.videoId(), caller.editor());
    return Optional.of(
        new Named(
            (ascii, localised) ->
                new TicketFile(
                    ascii,
                    localised,
                    FileLinks.Place.CLIPS,
                    clip.key(),
                    clip.versionId(),
                    clip.etag(),
                    clip.sizeBytes(),
                    video.videoId(),
                    Optional.of(clipId),
                    /* rendition= */ Optional.empty(),
                    /* sha256= */ Optional.empty()),
            FileName.ofClip(video, clip, Language.EN),
            FileName.ofClip(video, clip, language)));
  }

  private Optional<Named> rendition(Caller caller, Asked item, Language language) {
    var video = readVideo.toTake(item.videoId().orElseThrow(), caller.editor());
    return video.renditions().stream()
        .filter(it -> it.name().equals(item.rendition().orElseThrow()))
        .findFirst()
        .map(
            it ->
                new Named(
                    (ascii, localised) -> whole(video, it, ascii, localised),
                    FileName.ofRendition(video, it, Language.EN),
                    FileName.ofRendition(video, it, language)));
  }

  private static TicketFile whole(
      Video video, Rendition rendition, String ascii, String localised) {
    var file = rendition.file();
    boolean master = file.key().equals(video.master().file().key());
    return new TicketFile(
        ascii,
        localised,
        FileLinks.Place.MASTERS,
        file.key(),
        Optional.of(file.versionId()),
        file.etag(),
        file.sizeBytes(),
        video.videoId(),
        /* clipId= */ Optional.empty(),
        Optional.of(rendition.name()),
        master ? video.master().sha256() : Optional.empty());
  }

  private static List<TicketFile> withUniqueNames(List<Named> files) {
    var taken = new HashSet<String>();
    var unique = new ArrayList<TicketFile>();
    for (var named : files) {
      int number = 1;
      while (!taken.add(named.ascii().text(number))) {
        number++;
      }
      unique.add(named.file().apply(named.ascii().text(number), named.localised().text(number)));
    }
    return List.copyOf(unique);
  }
}
