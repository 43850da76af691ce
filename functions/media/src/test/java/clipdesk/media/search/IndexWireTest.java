package clipdesk.media.search;

import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class IndexWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();
  @TempDir Path folder;

  @Test
  void indexIsKeptAsCommitted() throws Exception {
    var files = new S3IndexFiles(WireClients::s3, "Transcripts");
    var manifest = IndexFilesContract.MANIFEST;
    var content = Files.writeString(folder.resolve("content"), "index");

    wire.answer(404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");
    wire.call("manifest", files::manifest);
    wire.answer(304, Map.of(), "");
    wire.call("newerThan", () -> files.newerThan("\"tag\""));
    wire.call("replace: first", () -> files.replace(manifest, Optional.empty()));
    var before = Optional.of(new IndexFiles.Stored(manifest, "\"tag\""));
    wire.call("replace: next", () -> files.replace(manifest, before));
    wire.call("keep", () -> files.keep(content, "_0.cfs"));
    wire.answer(200, Map.of(), "index");
    wire.call("fetch", () -> files.fetch("1f-_0.cfs", folder.resolve("fetched")));
    wire.call("delete", () -> files.delete("1f-_0.cfs"));

    wire.matches(S3IndexFiles.class);
  }
}
