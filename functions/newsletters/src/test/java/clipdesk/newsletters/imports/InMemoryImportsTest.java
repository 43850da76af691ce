package clipdesk.newsletters.imports;

final class InMemoryImportsTest extends ImportsContract {
  @Override
  Imports imports() {
    return new InMemoryImports();
  }
}
