package clipdesk.journeys.demo;

import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.NewFile;
import clipdesk.cutter.io.NewFiles;
import clipdesk.cutter.preview.PreviewCheck;
import clipdesk.cutter.preview.PreviewMaker;
import clipdesk.journeys.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a web page shows of a master, made as {@code bin/preview} makes it.
 *
 * @param preview what its player plays
 * @param poster what stands in its place before
 */
record WebFiles(Path preview, Path poster) {
  private static final String RENDITION = "preview";

  /** Kept in a folder under names of the master's, and made only if they are not there. */
  static WebFiles of(Path master, Path folder, Progress progress) {
    try {
      var name = "%s-%d-web".formatted(master.getFileName(), Files.size(master));
      var made = new WebFiles(folder.resolve(name + ".mp4"), folder.resolve(name + ".jpg"));
      // The poster comes last: with it there, both are.
      if (!Files.exists(made.poster)) {
        Files.createDirectories(folder);
        made.make(master, progress);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the preview of " + master, e);
    }
  }

  private void make(Path path, Progress progress) throws IOException {
    List<NewFile> whole = new ArrayList<>();
    try (var files = new NewFiles();
        var master = FileSource.open(path);
        var sink = new FileSink(preview, files, whole::add)) {
      var index = MasterIndexReader.read(master);
      var made = new PreviewMaker(master, index, progress::at).make(sink);
      sink.finish(made.sizeBytes());
      try (var written = whole.getFirst().read()) {
        new PreviewCheck(master, index).check(written);
      }
      var picture = files.beside(poster);
      picture.append(ByteBuffer.wrap(made.poster()));
      whole.getFirst().replace(preview);
      picture.replace(poster);
    }
  }

  /** Puts both beside the master, and says so in the description. */
  Map<String, Object> upload(Upload upload, Map<String, Object> description) {
    upload.file("renditions/preview.mp4", preview);
    upload.file("poster.jpg", poster);
    var named = new LinkedHashMap<>(description);
    named.put(
        "renditions",
        List.of(
            Map.of("name", "master", "file", "master.mp4"),
            Map.of("name", RENDITION, "file", "renditions/preview.mp4")));
    named.put("preview", RENDITION);
    return named;
  }
}
