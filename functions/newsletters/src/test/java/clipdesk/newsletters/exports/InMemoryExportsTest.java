package clipdesk.newsletters.exports;

final class InMemoryExportsTest extends ExportsContract {
  @Override
  Exports exports() {
    return new InMemoryExports();
  }
}
