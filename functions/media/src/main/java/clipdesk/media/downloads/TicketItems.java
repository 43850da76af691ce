package clipdesk.media.downloads;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.ProblemException;
import clipdesk.cutter.FrameRange;
import clipdesk.media.catalogue.Release;
import clipdesk.media.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.clips.ClipFiles;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Turns the items of a request into files, each checked to be there and to be taken. */
@Singleton
final class TicketItems {
  private static final int MAX_ITEMS = 50;

  private final Videos videos;
  private final ClipFiles clips;
  private final InstantSource clock;

  TicketItems(Videos videos, ClipFiles clips, InstantSource clock) {
    this.videos = videos;
    this.clips = clips;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code validation} with a pointer to every item that is not there;
   *     {@code embargoed} and so on for a video that may not be taken
   */
  List<TicketFile> files(RequestBody body, Caller caller) {
    var items = body.objects("items", MAX_ITEMS);
    var asked = items.stream().map(TicketItems::ask).toList();
    var files = new ArrayList<TicketFile>();
    for (int i = 0; i < asked.size(); i++) {
      var item = asked.get(i);
      if (!item.clipId().isEmpty() && item.videoId().isEmpty()) {
        addClip(body, caller, i, item, files);
      } else if (item.clipId().isEmpty() && !item.videoId().isEmpty()) {
        addRendition(body, caller, i, item, files);
      } else {
        body.refuse("items/" + i, "exactly-one", "Give a clipId, or a videoId with a rendition");
      }
    }
    return unique(files);
  }

  private record Asked(String clipId, String videoId, String rendition) {}

  private static Asked ask(RequestBody item) {
    return new Asked(
        item.optionalText("clipId", 1, 64).orElse(""),
        item.optionalText("videoId", 1, 64).orElse(""),
        item.optionalText("rendition", 1, 64).orElse(""));
  }

  private void addClip(
      RequestBody body, Caller caller, int index, Asked item, List<TicketFile> files) {
    var clip = clips.find(item.clipId());
    if (clip.isEmpty()) {
      body.refuse("items/" + index, "clip-not-ready", "The clip is not ready");
      return;
    }
    var ready = clip.get();
    var video = video(caller, ready.videoId());
    var range = new FrameRange(ready.inFrame(), ready.outFrame());
    files.add(
        new TicketFile(
            FileNames.clip(video, range, "", audioLabel(video)),
            FileLinks.Place.CLIPS,
            ready.key(),
            ready.versionId(),
            ready.etag(),
            ready.sizeBytes(),
            video.videoId(),
            item.clipId(),
            ""));
  }

  private void addRendition(
      RequestBody body, Caller caller, int index, Asked item, List<TicketFile> files) {
    var video = video(caller, item.videoId());
    var rendition =
        video.renditions().stream().filter(it -> it.name().equals(item.rendition())).findFirst();
    if (rendition.isEmpty()) {
      body.refuse("items/" + index + "/rendition", "unknown-rendition", "No such rendition");
      return;
    }
    var file = rendition.get().file();
    files.add(
        new TicketFile(
            FileNames.rendition(video, item.rendition()),
            FileLinks.Place.MASTERS,
            file.key(),
            file.versionId(),
            file.etag(),
            file.sizeBytes(),
            video.videoId(),
            "",
            file.key().equals(video.master().key())
                ? Video.text(Video.object(video.description(), "master"), "sha256")
                : ""));
  }

  private Video video(Caller caller, String videoId) {
    var video = videos.find(videoId).orElseThrow(Release::noSuchVideo);
    Release.requireTakeable(video, caller.editor(), clock.instant());
    return video;
  }

  /** The language of the first sound track; an interpretation says that it is one. */
  private static String audioLabel(Video video) {
    return Video.objects(video.description(), "audio").stream()
        .findFirst()
        .map(
            audio ->
                Video.text(audio, "language").toUpperCase(java.util.Locale.ROOT)
                    + (Video.text(audio, "role").equals("interpretation") ? "-interpretation" : ""))
        .orElse("");
  }

  private static List<TicketFile> unique(List<TicketFile> files) {
    var names = new HashSet<String>();
    var unique = new ArrayList<TicketFile>();
    for (var file : files) {
      var name = file.name();
      for (int i = 2; !names.add(name); i++) {
        name = file.name().replaceFirst("\\.mp4$", "-" + i + ".mp4");
      }
      unique.add(
          new TicketFile(
              name,
              file.place(),
              file.key(),
              file.versionId(),
              file.etag(),
              file.sizeBytes(),
              file.videoId(),
              file.clipId(),
              file.sha256()));
    }
    return unique;
  }
}
