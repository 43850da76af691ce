package clipdesk.media.downloads;

import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Video;

/** What the master of a video is called where it was downloaded to. */
public final class MasterFileName {
  private MasterFileName() {}

  /** The name of the rendition that is the master, else that under which it was uploaded. */
  public static String of(Video video, Language language) {
    var file = video.master().file();
    return video.renditions().stream()
        .filter(it -> it.file().equals(file))
        .findFirst()
        .map(it -> FileName.ofRendition(video, it, language).text(1))
        .orElseGet(() -> file.key().substring(file.key().lastIndexOf('/') + 1));
  }
}
