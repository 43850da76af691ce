package clipdesk.media.catalogue;

import clipdesk.contracts.catalogue.Video;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Signed links to what lies beside a master. Whether somebody may have one is asked before. */
@Singleton
final class AssetLinks {
  /** A link dies with the credentials that signed it, however long it says it lives. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final FileLinks links;

  AssetLinks(FileLinks links) {
    this.links = links;
  }

  /** Empty if the video has no asset of that name. */
  Optional<URI> linkTo(Video video, String name, FileLinks.Method method) {
    return video
        .asset(name)
        .map(
            asset ->
                new FileLinks.Target(
                    FileLinks.Place.MASTERS,
                    asset.key(),
                    Optional.of(asset.versionId()),
                    /* saveAs= */ Optional.empty()))
        .map(target -> links.linkTo(target, method, LIFE));
  }
}
