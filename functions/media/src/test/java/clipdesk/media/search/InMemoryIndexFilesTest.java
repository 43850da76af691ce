package clipdesk.media.search;

final class InMemoryIndexFilesTest extends IndexFilesContract {
  private final IndexFiles files = new InMemoryIndexFiles();

  @Override
  IndexFiles files() {
    return files;
  }
}
