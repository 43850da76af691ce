package clipdesk.media.ingest;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.MemorySource;
import clipdesk.media.texts.TextsOfMaster;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps the texts inside a master beside its cut index, once for each version of it, where
 * transcripts find words that were heard.
 */
final class KeepTexts {
  private final Uploads uploads;
  private final Outcomes outcomes;

  KeepTexts(Uploads uploads, Outcomes outcomes) {
    this.uploads = uploads;
    this.outcomes = outcomes;
  }

  /**
   * Texts that cannot be read leave a warning in the problems and nothing else.
   *
   * @param sidecar the cut index of the video's master; without one nothing is read
   * @throws IOException if the master cannot be read, or changed meanwhile
   */
  void of(Video video, Optional<byte[]> sidecar, Problems problems) throws IOException {
    if (sidecar.isPresent() && video.tracks().stream().anyMatch(Track.Text.class::isInstance)) {
      keep(video, sidecar.get(), problems);
    }
  }

  private void keep(Video video, byte[] sidecar, Problems problems) throws IOException {
    var id = video.videoId();
    var version = video.masterVersion();
    try (var master = uploads.open(video.master().file())) {
      var found =
          TextsOfMaster.of(
              SidecarIndex.open(new MemorySource(sidecar, version), master),
              master,
              video.description().languages(),
              outcomes.textLanguages(id, version),
              video.durationMs());
      found.vtt().forEach((language, vtt) -> outcomes.texts(id, version, language, vtt));
      found.faults().forEach((_, fault) -> warn(fault, problems));
    }
  }

  private static void warn(TextsOfMaster.Fault fault, Problems problems) {
    switch (fault) {
      case DAMAGED ->
          problems.warn(
              MasterFacts.POINTER,
              "texts-damaged",
              "Texts inside the file contradict themselves, and give no words");
      case TOO_LARGE ->
          problems.warn(
              MasterFacts.POINTER,
              "texts-too-large",
              "Texts inside the file are more than is read, and give no words");
    }
  }
}
