package clipdesk.media.search;

import java.util.Optional;

/** The index's files, whose manifest is an old one when it is asked for first. */
final class StaleIndexFiles extends IndexFilesAround {
  private final Stored stale;

  StaleIndexFiles(IndexFiles files, Stored stale) {
    super(files);
    this.stale = stale;
  }

  @Override
  public Optional<Stored> manifest() {
    return Optional.of(stale);
  }
}
